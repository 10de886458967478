// Smooth trend: Hilbert-space Gaussian process. Source: Riutort-Mayol et al. (2023), "Practical Hilbert space approximate Bayesian Gaussian
// processes for probabilistic programming", equations 5 to 10 and section 4.2 for the boundary and the number of functions.

import { exp } from '../../numeric/special/exp-log.js'
import { sin } from '../../numeric/special/trigonometry.js'

const PI = 3.141592653589793

/** Functions with less of the process's variance than this are left out. */
const NEGLIGIBLE = 1e-8

export interface SmoothBasisInput {
  /** Periods that the basis must cover, window and horizon. */
  readonly rows: number
  /** Length scale of the squared-exponential kernel, in periods. */
  readonly lengthScale: number
}

/**
 * Columns sqrt(S(omega_j)) phi_j(t) with unit amplitude: a process f = amplitude · Σ_j column[j] z[j], z ~ N(0, 1), has about the
 * squared-exponential covariance with that length scale on all rows.
 *
 * The boundary factor is max(1.2, 3.2 ell / R) and the number of functions 1.75 c R / ell + 2, with R half the rows.
 */
export function smoothBasis({ rows, lengthScale }: SmoothBasisInput): Float64Array[] {
  const half = Math.max((rows - 1) / 2, 0.5)
  const factor = Math.max(1.2, (3.2 * lengthScale) / half)
  const boundary = factor * half
  const count = Math.ceil((1.75 * factor * half) / lengthScale) + 2
  const columns: Float64Array[] = []
  for (let j = 1; j <= count; j++) {
    const omega = (j * PI) / (2 * boundary)
    const spectral = Math.sqrt(2 * PI) * lengthScale * exp(-0.5 * lengthScale * lengthScale * omega * omega)
    if (spectral / boundary < NEGLIGIBLE) break
    const size = Math.sqrt(spectral) / Math.sqrt(boundary)
    columns.push(Float64Array.from({ length: rows }, (_, t) => size * sin(omega * (t - half + boundary))))
  }
  return columns
}
