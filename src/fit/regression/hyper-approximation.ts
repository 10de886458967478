import type { Density } from '../../model/density/density.js'
import { choleskyInto } from '../../numeric/linalg/cholesky.js'
import type { Generator } from '../../numeric/random/generator.js'

/** Normal approximation of the noise and amplitude parameters about the mode, on the unconstrained scale. */
export interface HyperApproximation {
  readonly places: readonly number[]
  /** Lower Cholesky factor of their covariance, row-major. */
  readonly factor: Float64Array
}

/** Draws beyond this many standard deviations are cut: the approximation is not to be trusted there. */
const MOST = 2.5

/** Their block of the posterior covariance at the mode; the conditional standard deviations where that block is not positive definite. */
export function approximateHyper(density: Density, covariance: Float64Array | null): HyperApproximation {
  const places = density.hyperSlots().map((slot) => slot.index)
  const m = places.length
  const factor = new Float64Array(m * m)
  if (covariance === null) return { places, factor }
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) factor[i * m + j] = covariance[places[i] * density.dimension + places[j]]
  }
  if (!choleskyInto(factor, m)) factor.fill(0)
  return { places, factor }
}

/** The mode with a fresh draw of the noise and amplitude parameters, which the density then holds. */
export function drawHyper(
  density: Density,
  hyper: HyperApproximation,
  mode: Float64Array,
  generator: Generator,
): Float64Array {
  const { places, factor } = hyper
  const m = places.length
  const theta = mode.slice()
  const z = Float64Array.from({ length: m }, () => Math.max(-MOST, Math.min(MOST, generator.normal())))
  for (let i = 0; i < m; i++) for (let j = 0; j <= i; j++) theta[places[i]] += factor[i * m + j] * z[j]
  if (density.hold(theta)) return theta
  density.hold(mode)
  return mode.slice()
}
