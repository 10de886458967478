// Euclidean metrics of Hamiltonian trajectories. The momentum is kept in coordinates in which it is standard normal: with M^-1 = S S'
// it is S' p, so that kinetic energy and U-turns are plain inner products whatever the metric.

export interface Metric {
  /** Adds `size` · S' gradient to the momentum. */
  kick(momentum: Float64Array, gradient: Float64Array, size: number): void
  /** Adds `size` · S momentum to the position. */
  drift(position: Float64Array, momentum: Float64Array, size: number): void
  /** Fills `variances` with the diagonal of M^-1 = S S'. */
  variancesInto(variances: Float64Array): void
  /** M^-1 = S S' as a new array, row-major; null where it is diagonal. */
  covariance(): Float64Array | null
}

/** S is diagonal: coordinates of different scale, not correlated. */
export class DiagonalMetric implements Metric {
  private readonly scales: Float64Array

  /** @param variances diagonal of M^-1, each finite and above 0. */
  constructor(variances: Float64Array) {
    this.scales = new Float64Array(variances.length)
    this.set(variances)
  }

  set(variances: Float64Array): void {
    for (let i = 0; i < this.scales.length; i++) this.scales[i] = Math.sqrt(variances[i])
  }

  kick(momentum: Float64Array, gradient: Float64Array, size: number): void {
    const { scales } = this
    for (let i = 0; i < scales.length; i++) momentum[i] += size * scales[i] * gradient[i]
  }

  drift(position: Float64Array, momentum: Float64Array, size: number): void {
    const { scales } = this
    for (let i = 0; i < scales.length; i++) position[i] += size * scales[i] * momentum[i]
  }

  variancesInto(variances: Float64Array): void {
    for (let i = 0; i < variances.length; i++) variances[i] = this.scales[i] * this.scales[i]
  }

  covariance(): null {
    return null
  }
}

/** S is lower triangular: coordinates of different scale that are correlated. A step costs the square of their number. */
export class DenseMetric implements Metric {
  private readonly factor: Float64Array
  private readonly dimension: number

  /** @param variances diagonal of M^-1 to begin with, each finite and above 0. */
  constructor(variances: Float64Array) {
    this.dimension = variances.length
    this.factor = new Float64Array(variances.length * variances.length)
    this.setVariances(variances)
  }

  setVariances(variances: Float64Array): void {
    const n = variances.length
    this.factor.fill(0)
    for (let i = 0; i < n; i++) this.factor[i * n + i] = Math.sqrt(variances[i])
  }

  /** @param factor lower triangle of S, row-major, zero above the diagonal; copied. */
  setFactor(factor: Float64Array): void {
    this.factor.set(factor)
  }

  kick(momentum: Float64Array, gradient: Float64Array, size: number): void {
    const { factor } = this
    const n = momentum.length
    for (let i = 0; i < n; i++) {
      const push = size * gradient[i]
      const row = i * n
      for (let j = 0; j <= i; j++) momentum[j] += push * factor[row + j]
    }
  }

  drift(position: Float64Array, momentum: Float64Array, size: number): void {
    const { factor } = this
    const n = momentum.length
    for (let i = 0; i < n; i++) {
      const row = i * n
      let sum = 0
      for (let j = 0; j <= i; j++) sum += factor[row + j] * momentum[j]
      position[i] += size * sum
    }
  }

  variancesInto(variances: Float64Array): void {
    const n = variances.length
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = 0; j <= i; j++) sum += this.factor[i * n + j] * this.factor[i * n + j]
      variances[i] = sum
    }
  }

  covariance(): Float64Array {
    const n = this.dimension
    const product = new Float64Array(n * n)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0
        for (let k = 0; k <= j; k++) sum += this.factor[i * n + k] * this.factor[j * n + k]
        product[i * n + j] = sum
        product[j * n + i] = sum
      }
    }
    return product
  }
}
