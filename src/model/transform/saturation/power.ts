import { exp, expInto, log } from '../../../numeric/special/exp-log.js'
import type { Saturation } from '../transform.js'
import { LogMemo } from './log-memo.js'

/**
 * Power response: x^s on the scaled input, a constant elasticity s without a ceiling.
 *
 * Parameter: `slope` s in (0, 1), no unit. At 0 without a line (`linearBelow` 0) the derivative is unbounded; it is given
 * as 0.
 */
export function powerSaturation(): Saturation {
  const memo = new LogMemo()
  return {
    kind: 'power',
    parameters: [{ name: 'slope', support: { low: 0, high: 1 } }],
    applyInto(a, parameters, linearBelow, out) {
      const slope = parameters[0]
      const line = lineSlope(slope, linearBelow)
      const logs = memo.of(a)
      for (let t = 0; t < a.length; t++) out[t] = a[t] > linearBelow ? slope * logs[t] : 0
      expInto(out, out)
      for (let t = 0; t < a.length; t++) if (!(a[t] > linearBelow)) out[t] = a[t] * line
    },
    pullback(a, parameters, linearBelow, saturated, outGradient, parametersGradient, aGradient) {
      const slope = parameters[0]
      const line = lineSlope(slope, linearBelow)
      let sum = 0
      let onLine = 0
      const logs = memo.of(a)
      for (let t = 0; t < a.length; t++) {
        const x = a[t]
        const g = outGradient[t]
        if (x > linearBelow) {
          const weight = g * saturated[t]
          sum += weight * logs[t]
          if (aGradient !== null) aGradient[t] = (weight * slope) / x
        } else {
          onLine += g * x
          if (aGradient !== null) aGradient[t] = g * line
        }
      }
      if (linearBelow > 0) sum += onLine * line * log(linearBelow)
      parametersGradient[0] += sum
    },
  }
}

/** Slope of the line from 0 to the curve at `linearBelow`; 0 without a line. */
function lineSlope(slope: number, linearBelow: number): number {
  return linearBelow > 0 ? exp((slope - 1) * log(linearBelow)) : 0
}
