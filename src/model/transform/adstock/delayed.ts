// Delayed adstock. Source: Jin et al. (2017), "Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects".
import { exp, log } from '../../../numeric/special/exp-log.js'
import type { Adstock } from '../transform.js'
import { finiteKernel } from './finite-kernel.js'

/**
 * Delayed geometric adstock: the effect peaks `delay` periods after the media, w[l] ∝ α^((l - θ)²).
 *
 * Parameters: `retention` α in (0, 1); `delay` θ above 0, in periods, meaningful up to length - 1.
 */
export function delayedAdstock(): Adstock {
  return finiteKernel({
    kind: 'delayed',
    parameters: [
      { name: 'retention', support: { low: 0, high: 1 } },
      { name: 'delay', support: { low: 0, high: Infinity } },
    ],
    shapeInto(parameters, length, weights, slopes) {
      const alpha = Math.max(parameters[0], smallestRetention)
      const delay = parameters[1]
      const logAlpha = log(alpha)
      // The largest weight is put at 1, so that no delay underflows them all.
      const peak = Math.min(length - 1, Math.max(0, Math.round(delay)))
      const peakDistance = (peak - delay) * (peak - delay)
      for (let l = 0; l < length; l++) {
        const distance = (l - delay) * (l - delay) - peakDistance
        const weight = exp(logAlpha * distance)
        weights[l] = weight
        slopes[l] = weight === 0 ? 0 : distance / alpha
        slopes[length + l] = weight === 0 ? 0 : -2 * (l - peak) * logAlpha
      }
    },
  })
}

/** A fixed retention of 0 is computed as its limit. */
const smallestRetention = 1e-300
