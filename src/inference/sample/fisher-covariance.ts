// A dense metric from draws and gradients: the geometric mean of the draws' covariance and the inverse of the gradients' one.
// Source: Seyboldt, Carlson and Carpenter (2026), arXiv:2603.18845.

import { choleskyInto, solveLowerTransposedInto } from '../../numeric/linalg/cholesky.js'
import { symmetricEigen } from '../../numeric/linalg/eigen.js'

/** Weight of the identity, in draws, in the covariances of scaled draws and gradients. */
const SHRINK = 0.1

/** Running covariances of draws and of their gradients. */
export class FisherCovarianceWindow {
  private readonly draw: Comoments
  private readonly gradient: Comoments
  private draws = 0

  constructor(private readonly dimension: number) {
    this.draw = createComoments(dimension)
    this.gradient = createComoments(dimension)
  }

  get count(): number {
    return this.draws
  }

  clear(): void {
    this.draws = 0
    for (const { mean, products } of [this.draw, this.gradient]) {
      mean.fill(0)
      products.fill(0)
    }
  }

  add(draw: Float64Array, gradient: Float64Array): void {
    this.draws++
    addTo(this.draw, draw, this.draws)
    addTo(this.gradient, gradient, this.draws)
  }

  /**
   * Lower factor of the metric, row-major, in coordinates scaled by `variances`; null where it isn't positive definite. For a Normal it is
   * exact but for the shrinkage, from any draws that span the space.
   */
  factor(variances: Float64Array): Float64Array | null {
    const n = this.dimension
    const scales = variances.map(Math.sqrt)
    const ofDraws = this.scaledCovariance(this.draw, (i) => 1 / scales[i])
    const ofGradients = this.scaledCovariance(this.gradient, (i) => scales[i])
    const mean = geometricMean(ofDraws, ofGradients, n)
    if (mean === null || !choleskyInto(mean, n)) return null
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) mean[i * n + j] = j <= i ? mean[i * n + j] * scales[i] : 0
    }
    return mean.every(Number.isFinite) ? mean : null
  }

  private scaledCovariance({ products }: Comoments, scale: (i: number) => number): Float64Array {
    const n = this.dimension
    const divisor = this.draws - 1 + SHRINK
    const result = new Float64Array(n * n)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        const value = (products[i * n + j] * scale(i) * scale(j) + (i === j ? SHRINK : 0)) / divisor
        result[i * n + j] = value
        result[j * n + i] = value
      }
    }
    return result
  }
}

/**
 * The matrix S with S G S = C, the geometric mean of C and the inverse of G; row-major, symmetric.
 *
 * @param c symmetric n x n, positive semidefinite.
 * @param g symmetric n x n.
 * @returns null if `g` isn't positive definite.
 */
export function geometricMean(c: Float64Array, g: Float64Array, n: number): Float64Array | null {
  const root = g.slice()
  if (!choleskyInto(root, n)) return null
  // With G = R R': S = R^-T (R' C R)^(1/2) R^-1.
  const { values, vectors } = symmetricEigen(congruence(c, root, n), n)
  const column = new Float64Array(n)
  const mean = new Float64Array(n * n)
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) column[i] = vectors[i * n + k]
    solveLowerTransposedInto(root, n, column)
    const weight = Math.sqrt(Math.max(0, values[k]))
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) mean[i * n + j] += weight * column[i] * column[j]
  }
  return mean
}

/** R' C R for a lower triangle R. */
function congruence(c: Float64Array, root: Float64Array, n: number): Float64Array {
  const right = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) for (let j = 0; j <= k; j++) right[i * n + j] += c[i * n + k] * root[k * n + j]
  }
  const result = new Float64Array(n * n)
  for (let k = 0; k < n; k++) {
    for (let i = 0; i <= k; i++) for (let j = 0; j < n; j++) result[i * n + j] += root[k * n + i] * right[k * n + j]
  }
  return result
}

interface Comoments {
  readonly mean: Float64Array
  /** Sums of products of deviations, the lower triangle. */
  readonly products: Float64Array
  readonly deviation: Float64Array
}

function createComoments(n: number): Comoments {
  return { mean: new Float64Array(n), products: new Float64Array(n * n), deviation: new Float64Array(n) }
}

function addTo({ mean, products, deviation }: Comoments, x: Float64Array, count: number): void {
  const n = x.length
  for (let i = 0; i < n; i++) {
    deviation[i] = x[i] - mean[i]
    mean[i] += deviation[i] / count
  }
  const share = (count - 1) / count
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) products[i * n + j] += share * deviation[i] * deviation[j]
  }
}
