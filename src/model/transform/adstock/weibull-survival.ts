// Weibull survival adstock: models.md section 3.2 (the survival function itself, not its cumulative product).
import { exp, log } from '../../../numeric/special/exp-log.js'
import type { Adstock } from '../transform.js'
import { finiteKernel } from './finite-kernel.js'

/**
 * Weibull survival adstock: w[l] ∝ exp(-(l / λ)^k), highest in the period of the media.
 *
 * Parameters: `shape` k above 0 (1 is geometric, above 1 holds on and then drops, below 1 has a long tail); `scale` λ above
 * 0, in periods.
 */
export function weibullSurvivalAdstock(): Adstock {
  return finiteKernel({
    kind: 'weibull-survival',
    parameters: [
      { name: 'shape', support: { low: 0, high: Infinity } },
      { name: 'scale', support: { low: 0, high: Infinity } },
    ],
    shapeInto(parameters, length, weights, slopes) {
      const shape = parameters[0]
      const scale = parameters[1]
      const logScale = log(scale)
      weights[0] = 1
      slopes[0] = 0
      slopes[length] = 0
      for (let l = 1; l < length; l++) {
        const logRatio = log(l) - logScale
        const hazard = exp(shape * logRatio)
        const weight = exp(-hazard)
        weights[l] = weight
        slopes[l] = weight === 0 ? 0 : -hazard * logRatio
        slopes[length + l] = weight === 0 ? 0 : (hazard * shape) / scale
      }
    },
  })
}
