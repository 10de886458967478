// Binomial adstock. Source: Google Meridian, adstock_decay 'binomial'.
import { exp, log1p } from '../../../numeric/special/exp-log.js'
import type { Adstock } from '../transform.js'
import { finiteKernel } from './finite-kernel.js'

/**
 * Binomial adstock: w[l] ∝ (1 - l / L)^(1/α - 1), which falls to nothing exactly at `length` L.
 *
 * Parameter: `retention` α in (0, 1): flat as it nears 1, no carry-over as it nears 0. Here `length` is part of the shape.
 */
export function binomialAdstock(): Adstock {
  let logs = new Float64Array(0)
  return finiteKernel({
    kind: 'binomial',
    parameters: [{ name: 'retention', support: { low: 0, high: 1 } }],
    shapeInto(parameters, length, weights, slopes) {
      if (logs.length !== length) {
        logs = new Float64Array(length)
        for (let l = 0; l < length; l++) logs[l] = log1p(-l / length)
      }
      const alpha = Math.max(parameters[0], smallestRetention)
      for (let l = 0; l < length; l++) {
        const weight = exp((1 / alpha - 1) * logs[l])
        weights[l] = weight
        slopes[l] = weight === 0 ? 0 : -logs[l] / (alpha * alpha)
      }
    },
  })
}

/** A fixed retention of 0 is computed as its limit. */
const smallestRetention = 1e-150
