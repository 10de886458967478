import { choleskyInto } from '../../numeric/linalg/cholesky.js'

/** Weight of the diagonal, in draws, when correlations are shrunk. */
const SHRINK = 10

/**
 * Lower Cholesky factor of the covariance of `count` draws, correlations shrunk by count / (count + 10); row-major. Coordinates that never
 * vary have variance 1; where the matrix isn't positive definite the factor is that of its diagonal.
 *
 * @param draws indexed by [draw * dimension + coordinate].
 */
export function covarianceFactor(draws: Float64Array, dimension: number): Float64Array {
  const n = dimension
  const count = draws.length / n
  const mean = new Float64Array(n)
  for (let d = 0; d < count; d++) for (let i = 0; i < n; i++) mean[i] += draws[d * n + i] / count
  const covariance = new Float64Array(n * n)
  for (let d = 0; d < count; d++) {
    for (let i = 0; i < n; i++) {
      const deviation = draws[d * n + i] - mean[i]
      for (let j = 0; j <= i; j++)
        covariance[i * n + j] += (deviation * (draws[d * n + j] - mean[j])) / Math.max(1, count - 1)
    }
  }
  const shrink = count / (count + SHRINK)
  for (let i = 0; i < n; i++) {
    if (!(covariance[i * n + i] > 0)) covariance[i * n + i] = 1
    for (let j = 0; j < i; j++) covariance[i * n + j] *= shrink
  }
  const factor = covariance.slice()
  if (choleskyInto(factor, n)) return factor
  factor.fill(0)
  for (let i = 0; i < n; i++) factor[i * n + i] = Math.sqrt(covariance[i * n + i])
  return factor
}
