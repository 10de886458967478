// Weibull density adstock, evaluated at lag + 1: models.md section 3.2.
import { exp, log } from '../../../numeric/special/exp-log.js'
import type { Adstock } from '../transform.js'
import { finiteKernel } from './finite-kernel.js'

/**
 * Weibull density adstock: w[l] ∝ u^(k-1) exp(-u^k), u = (l + 1) / λ; it can rise before it falls.
 *
 * Parameters: `shape` k above 0 (above 1 the effect peaks after the media); `scale` λ above 0, in periods.
 */
export function weibullDensityAdstock(): Adstock {
  return finiteKernel({
    kind: 'weibull-density',
    parameters: [
      { name: 'shape', support: { low: 0, high: Infinity } },
      { name: 'scale', support: { low: 0, high: Infinity } },
    ],
    shapeInto(parameters, length, weights, slopes) {
      const shape = parameters[0]
      const scale = parameters[1]
      const logScale = log(scale)
      let highest = -Infinity
      for (let l = 0; l < length; l++) {
        const logRatio = log(l + 1) - logScale
        const logWeight = (shape - 1) * logRatio - exp(shape * logRatio)
        weights[l] = logWeight
        if (logWeight > highest) highest = logWeight
      }
      for (let l = 0; l < length; l++) {
        const logRatio = log(l + 1) - logScale
        const hazard = exp(shape * logRatio)
        // Where even the first period is beyond the range of exp, all of the effect is there.
        const weight = highest === -Infinity ? Number(l === 0) : exp(weights[l] - highest)
        const counts = weight > 0 && hazard < Infinity
        weights[l] = weight
        slopes[l] = counts ? logRatio * (1 - hazard) : 0
        slopes[length + l] = counts ? (shape * hazard - (shape - 1)) / scale : 0
      }
    },
  })
}
