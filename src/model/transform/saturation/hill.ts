// Hill saturation. Source: Jin et al. (2017), "Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects".
import { exp, expInto, log } from '../../../numeric/special/exp-log.js'
import type { Saturation } from '../transform.js'
import { LogMemo } from './log-memo.js'

/**
 * Hill saturation: the share of the ceiling reached, x^s / (x^s + K^s), computed as 1 / (1 + exp(-s (log x - log K))).
 *
 * Parameters: `halfSaturation` K above 0, in the unit of the input, where half the ceiling is reached; `slope` s above 0,
 * no unit: concave up to 1, S-shaped beyond. Ceiling 1. At 0 without a line (`linearBelow` 0) and slope below 1 the
 * derivative is unbounded; it is given as 0.
 */
export function hillSaturation(): Saturation {
  const memo = new LogMemo()
  return {
    kind: 'hill',
    parameters: [
      { name: 'halfSaturation', support: { low: 0, high: Infinity } },
      { name: 'slope', support: { low: 0, high: Infinity } },
    ],
    applyInto(a, parameters, linearBelow, out) {
      const slope = parameters[1]
      const logHalf = log(parameters[0])
      const line = lineSlope(parameters, linearBelow)
      const logs = memo.of(a)
      for (let t = 0; t < a.length; t++) out[t] = a[t] > linearBelow ? slope * (logHalf - logs[t]) : 0
      expInto(out, out)
      for (let t = 0; t < a.length; t++) {
        const x = a[t]
        out[t] = x > linearBelow ? 1 / (1 + out[t]) : x * line
      }
    },
    pullback(a, parameters, linearBelow, saturated, outGradient, parametersGradient, aGradient) {
      const slope = parameters[1]
      const logHalf = log(parameters[0])
      const line = lineSlope(parameters, linearBelow)
      let bend = 0
      let bendLog = 0
      let onLine = 0
      const logs = memo.of(a)
      for (let t = 0; t < a.length; t++) {
        const x = a[t]
        const g = outGradient[t]
        if (x > linearBelow) {
          const p = saturated[t]
          const weight = g * p * (1 - p)
          bend += weight
          bendLog += weight * (logs[t] - logHalf)
          if (aGradient !== null) aGradient[t] = (weight * slope) / x
        } else {
          onLine += g * x
          if (aGradient !== null) aGradient[t] = g * line
        }
      }
      if (linearBelow > 0) {
        const weight = onLine * line * (1 - line * linearBelow)
        bend += weight
        bendLog += weight * (log(linearBelow) - logHalf)
      }
      parametersGradient[0] -= (bend * slope) / parameters[0]
      parametersGradient[1] += bendLog
    },
  }
}

/** Slope of the line from 0 to the curve at `linearBelow`; without a line, of the curve at 0 where it is finite. */
function lineSlope(parameters: Float64Array, linearBelow: number): number {
  const half = parameters[0]
  const slope = parameters[1]
  if (linearBelow > 0) return 1 / (1 + exp(slope * (log(half) - log(linearBelow)))) / linearBelow
  return slope === 1 ? 1 / half : 0
}
