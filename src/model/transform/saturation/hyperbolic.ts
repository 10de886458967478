import { expm1 } from '../../../numeric/special/exp-log.js'
import type { Saturation } from '../transform.js'

/**
 * Logistic saturation: (1 - e^(-r x)) / (1 + e^(-r x)) = tanh(r x / 2).
 *
 * Parameter: `rate` r above 0, per unit of the input; half the ceiling is reached at ln 3 / r. Ceiling 1, slope r / 2 at 0.
 */
export function logisticSaturation(): Saturation {
  return hyperbolicSaturation('logistic', 1)
}

/**
 * Hyperbolic tangent saturation: tanh(r x).
 *
 * Parameter: `rate` r above 0, per unit of the input; half the ceiling is reached at ln 3 / (2 r). Ceiling 1, slope r at 0.
 */
export function tanhSaturation(): Saturation {
  return hyperbolicSaturation('tanh', 2)
}

/** tanh(factor · rate · x / 2): the two families differ in what a unit of `rate` is. */
function hyperbolicSaturation(kind: 'logistic' | 'tanh', factor: 1 | 2): Saturation {
  return {
    kind,
    parameters: [{ name: 'rate', support: { low: 0, high: Infinity } }],
    applyInto(a, parameters, linearBelow, out) {
      const k = factor * parameters[0]
      const line = lineSlope(k, linearBelow)
      for (let t = 0; t < a.length; t++) {
        const x = a[t]
        out[t] = x > linearBelow ? halfTanh(k * x) : x * line
      }
    },
    pullback(a, parameters, linearBelow, saturated, outGradient, parametersGradient, aGradient) {
      const k = factor * parameters[0]
      const line = lineSlope(k, linearBelow)
      let sum = 0
      let onLine = 0
      for (let t = 0; t < a.length; t++) {
        const x = a[t]
        const g = outGradient[t]
        if (x > linearBelow) {
          const p = saturated[t]
          const weight = 0.5 * g * (1 - p * p)
          sum += weight * x
          if (aGradient !== null) aGradient[t] = weight * k
        } else {
          onLine += g * x
          if (aGradient !== null) aGradient[t] = g * line
        }
      }
      const end = line * linearBelow
      parametersGradient[0] += factor * (sum + 0.5 * onLine * (1 - end * end))
    },
  }
}

/** tanh(z / 2) for z of at least 0, exact to rounding near 0 too. */
function halfTanh(z: number): number {
  const e = expm1(-z)
  return -e / (2 + e)
}

/** Slope of the line from 0 to the curve at `linearBelow`; without a line, of the curve at 0. */
function lineSlope(k: number, linearBelow: number): number {
  return linearBelow > 0 ? halfTanh(k * linearBelow) / linearBelow : 0.5 * k
}
