import { log1p } from '../../../numeric/special/exp-log.js'
import type { Saturation } from '../transform.js'

/**
 * Logarithmic response: log(1 + x / K), without a ceiling.
 *
 * Parameter: `halfSaturation` K above 0, in the unit of the input: where the slope has fallen to half of that at 0.
 */
export function logSaturation(): Saturation {
  return {
    kind: 'log',
    parameters: [{ name: 'halfSaturation', support: { low: 0, high: Infinity } }],
    applyInto(a, parameters, linearBelow, out) {
      const half = parameters[0]
      const line = lineSlope(half, linearBelow)
      for (let t = 0; t < a.length; t++) {
        const x = a[t]
        out[t] = x > linearBelow ? log1p(x / half) : x * line
      }
    },
    pullback(a, parameters, linearBelow, _saturated, outGradient, parametersGradient, aGradient) {
      const half = parameters[0]
      const line = lineSlope(half, linearBelow)
      let sum = 0
      for (let t = 0; t < a.length; t++) {
        const x = a[t]
        const g = outGradient[t]
        const inverse = 1 / ((x > linearBelow ? x : linearBelow) + half)
        sum += g * x * inverse
        if (aGradient !== null) aGradient[t] = x > linearBelow ? g * inverse : g * line
      }
      parametersGradient[0] -= sum / half
    },
  }
}

/** Slope of the line from 0 to the curve at `linearBelow`; without a line, of the curve at 0. */
function lineSlope(half: number, linearBelow: number): number {
  return linearBelow > 0 ? log1p(linearBelow / half) / linearBelow : 1 / half
}
