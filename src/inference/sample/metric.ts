// Euclidean metrics of Hamiltonian trajectories. The momentum is kept in coordinates in which it is standard normal: with M^-1 = S S'
// it is S' p, so that kinetic energy and U-turns are plain inner products whatever the metric.

export interface Metric {
  /** Adds `size` · S' gradient to the momentum. */
  kick(momentum: Float64Array, gradient: Float64Array, size: number): void
  /** Adds `size` · S momentum to the position. */
  drift(position: Float64Array, momentum: Float64Array, size: number): void
  /** Fills `variances` with the diagonal of M^-1 = S S'. */
  variancesInto(variances: Float64Array): void
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
}
