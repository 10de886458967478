import { findRoot } from '../solve/root.js'
import { exp } from '../special/exp-log.js'
import { normalCdf, normalQuantile } from '../special/normal.js'

const INVERSE_SQRT_TWO_PI = 0.3989422804014327

/** An equal mixture of normals: what is known of one figure whose mean and noise differ from draw to draw. */
export interface NormalMixture {
  /** One a component. */
  readonly means: Float64Array
  /** Standard deviations, one a component; all 0 is a mixture of points. */
  readonly sds: Float64Array
}

/**
 * The value below which an equal mixture of normals has mass `p`, by root finding.
 *
 * @param p in (0, 1).
 */
export function mixtureQuantile({ means, sds }: NormalMixture, p: number): number {
  const z = normalQuantile(p)
  let low = Infinity
  let high = -Infinity
  let widest = 0
  for (let d = 0; d < means.length; d++) {
    low = Math.min(low, means[d] + z * sds[d])
    high = Math.max(high, means[d] + z * sds[d])
    widest = Math.max(widest, sds[d])
  }
  if (!(high - low > 1e-12 * Math.abs(high)) || widest === 0) return low
  const mass = (x: number): number => {
    let sum = 0
    for (let d = 0; d < means.length; d++) sum += normalCdf((x - means[d]) / sds[d])
    return sum / means.length - p
  }
  return findRoot(mass, low, high, 1e-9 * widest)
}

/**
 * Continuous ranked probability score of an equal mixture of normals against what was observed, in the unit of both; less is better, and for a
 * single point it is the absolute error.
 *
 *     E|X - y| - E|X - X'| / 2,   E|N(m, s^2)| = 2 s φ(m/s) + m (2 Φ(m/s) - 1)
 *
 * Source: Grimit et al. (2006), "The continuous ranked probability score for circular variables and its application to mesoscale forecast
 * ensemble verification". Costs the square of the number of components.
 */
export function mixtureCrps({ means, sds }: NormalMixture, observed: number): number {
  const count = means.length
  let away = 0
  let apart = 0
  for (let d = 0; d < count; d++) {
    away += meanAbsolute(observed - means[d], sds[d])
    apart += 0.5 * meanAbsolute(0, Math.SQRT2 * sds[d])
    for (let e = 0; e < d; e++) {
      apart += meanAbsolute(means[d] - means[e], Math.sqrt(sds[d] * sds[d] + sds[e] * sds[e]))
    }
  }
  return away / count - apart / (count * count)
}

/** E|X| of X ~ N(m, s^2). */
function meanAbsolute(m: number, s: number): number {
  if (!(s > 0)) return Math.abs(m)
  const z = m / s
  return 2 * s * INVERSE_SQRT_TWO_PI * exp(-0.5 * z * z) + m * (2 * normalCdf(z) - 1)
}
