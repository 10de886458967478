import type { Saturation } from '../transform.js'

/**
 * Michaelis-Menten saturation: x / (x + K), a Hill curve of slope 1.
 *
 * Parameter: `halfSaturation` K above 0, in the unit of the input. Ceiling 1.
 */
export function michaelisMentenSaturation(): Saturation {
  return {
    kind: 'michaelis-menten',
    parameters: [{ name: 'halfSaturation', support: { low: 0, high: Infinity } }],
    applyInto(a, parameters, linearBelow, out) {
      const half = parameters[0]
      const line = 1 / (linearBelow + half)
      for (let t = 0; t < a.length; t++) {
        const x = a[t]
        out[t] = x > linearBelow ? x / (x + half) : x * line
      }
    },
    pullback(a, parameters, linearBelow, _saturated, outGradient, parametersGradient, aGradient) {
      const half = parameters[0]
      const line = 1 / (linearBelow + half)
      let sum = 0
      for (let t = 0; t < a.length; t++) {
        const x = a[t]
        const g = outGradient[t]
        const inverse = x > linearBelow ? 1 / (x + half) : line
        sum += g * x * inverse * inverse
        if (aGradient !== null) aGradient[t] = x > linearBelow ? g * half * inverse * inverse : g * line
      }
      parametersGradient[0] -= sum
    },
  }
}
