import { choleskyInto, choleskyInverseInto, solveLowerInto } from '../../numeric/linalg/cholesky.js'
import type { Generator } from '../../numeric/random/generator.js'
import { log } from '../../numeric/special/exp-log.js'

const LOG_TWO_PI = 1.8378770664093453

/** A multivariate Normal to draw from. */
export interface NormalApproximation {
  readonly mean: Float64Array
  /** Lower triangle L of the covariance L L', row-major n x n; zero above the diagonal. */
  readonly factor: Float64Array
  /** Sum of the logarithms of L's diagonal: half the log determinant of the covariance. */
  readonly logScale: number
}

/**
 * The Normal with this mean and covariance.
 *
 * @param covariance row-major n x n, its lower triangle read; not changed.
 * @returns null if the covariance isn't positive definite.
 */
export function normalFromCovariance(mean: Float64Array, covariance: Float64Array): NormalApproximation | null {
  const n = mean.length
  const factor = new Float64Array(n * n)
  // Scaled to unit diagonal first: coordinates of very different size then lose nothing.
  const scales = unitScales(covariance, n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) factor[i * n + j] = covariance[i * n + j] / (scales[i] * scales[j])
  }
  if (!choleskyInto(factor, n)) return null
  let logScale = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) factor[i * n + j] *= scales[i]
    logScale += log(factor[i * n + i])
  }
  return Number.isFinite(logScale) ? { mean, factor, logScale } : null
}

/** The Normal with this mean and precision; as `normalFromCovariance`. */
export function normalFromPrecision(mean: Float64Array, precision: Float64Array): NormalApproximation | null {
  const n = mean.length
  const factor = new Float64Array(n * n)
  const scales = unitScales(precision, n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) factor[i * n + j] = precision[i * n + j] / (scales[i] * scales[j])
  }
  if (!choleskyInto(factor, n)) return null
  const covariance = new Float64Array(n * n)
  choleskyInverseInto(factor, n, covariance)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) covariance[i * n + j] /= scales[i] * scales[j]
  return normalFromCovariance(mean, covariance)
}

/** Fills `point` with one draw. Returns its log density, constants included. */
export function drawNormal(normal: NormalApproximation, generator: Generator, point: Float64Array): number {
  const { mean, factor, logScale } = normal
  const n = mean.length
  const z = new Float64Array(n)
  let square = 0
  for (let i = 0; i < n; i++) {
    z[i] = generator.normal()
    square += z[i] * z[i]
  }
  for (let i = 0; i < n; i++) {
    let sum = mean[i]
    for (let j = 0; j <= i; j++) sum += factor[i * n + j] * z[j]
    point[i] = sum
  }
  return -0.5 * (n * LOG_TWO_PI + square) - logScale
}

/** Log density at `point`, constants included. */
export function normalLogDensity({ mean, factor, logScale }: NormalApproximation, point: Float64Array): number {
  const n = mean.length
  const z = new Float64Array(n)
  for (let i = 0; i < n; i++) z[i] = point[i] - mean[i]
  solveLowerInto(factor, n, z)
  let square = 0
  for (let i = 0; i < n; i++) square += z[i] * z[i]
  return -0.5 * (n * LOG_TWO_PI + square) - logScale
}

/** Diagonal of the covariance. */
export function normalVariances({ mean, factor }: NormalApproximation): Float64Array {
  const n = mean.length
  return mean.map((_, i) => {
    let sum = 0
    for (let j = 0; j <= i; j++) sum += factor[i * n + j] * factor[i * n + j]
    return sum
  })
}

/** Square roots of the diagonal; NaN, which no factorisation survives, where an entry isn't positive. */
function unitScales(matrix: Float64Array, n: number): Float64Array {
  const scales = new Float64Array(n)
  for (let i = 0; i < n; i++) scales[i] = matrix[i * n + i] > 0 ? Math.sqrt(matrix[i * n + i]) : NaN
  return scales
}
