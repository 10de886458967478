import { exp, log, log1p } from '../../numeric/special/exp-log.js'
import type { Generator } from '../../numeric/random/generator.js'
import type { PaidTotalPrior } from '../spec/spec.js'
import { slotValue, type ParameterSlot } from './parameter-slot.js'

/**
 * The joint prior on the shares of paid channels that state none of their own, in u[c] = log share[c]:
 *
 *     S = Σ exp(u[c]),   logit S ~ Normal(mu, sigma)
 *     d = z - mean(z),   z[c] = u[c] - log(spend share[c]),   d ~ Normal(0, spread^2) on the space that sums to zero
 *
 * with the spread fixed, or learned under a prior of its own: then -(C - 1) log spread is added, and channels shrink towards each other.
 *
 * The unconstrained vector holds u itself where the spread is fixed. Where it is learned it holds v with z[c] = mean(v) + spread (v[c] - mean(v)):
 * in u a sampler would have to follow deviations into a neck that narrows with the spread.
 *
 * The map from (log S, d) to u has Jacobian 1; logit S adds 1 / (1 - S). Where the channels have only part of all paid spend, the median
 * of S is that part of the median of the total.
 */
export class PaidTotal {
  private readonly mu: number
  private readonly logWeights: Float64Array
  private readonly deviations: Float64Array
  /** Centres moved by a randomised replicate: of logit S, and of each deviation. */
  private totalShift = 0
  private readonly deviationShift: Float64Array
  private readonly spreadSlot: ParameterSlot | null

  constructor(
    private readonly prior: PaidTotalPrior,
    /** Places of the log shares in the unconstrained vector. */
    private readonly places: readonly number[],
    spendShares: readonly number[],
    /** Part of all paid spend that these channels have, in (0, 1]; the place of the spread, null where it is fixed. */
    { portion, spread }: { readonly portion: number; readonly spread: ParameterSlot | null },
  ) {
    this.spreadSlot = spread
    const median = portion / (1 + exp(-prior.mu))
    this.mu = log(median / (1 - median))
    const total = spendShares.reduce((sum, share) => sum + share, 0)
    this.logWeights = Float64Array.from(spendShares, (share) => log(share / total))
    this.deviations = new Float64Array(places.length)
    this.deviationShift = new Float64Array(places.length)
  }

  /** Log share of the channel `c` of these. */
  logShare(theta: Float64Array, c: number): number {
    if (this.spreadSlot === null) return theta[this.places[c]]
    const centre = this.centreOf(theta)
    return this.logWeights[c] + centre + this.spreadAt(theta) * (theta[this.places[c]] - centre)
  }

  /** Log density of the log shares at `theta` up to a constant; adds its gradient in them. -Infinity where the shares sum to 1 or more. */
  valueAndGradient(theta: Float64Array, gradient: Float64Array): number {
    const { places, deviations, logWeights } = this
    const n = places.length
    const { sigma } = this.prior
    const spread = this.spreadAt(theta)
    let total = 0
    let mean = 0
    for (let c = 0; c < n; c++) {
      const u = this.logShare(theta, c)
      total += exp(u)
      deviations[c] = u - logWeights[c]
      mean += deviations[c] / n
    }
    if (!(total < 1)) return -Infinity
    const z = (log(total) - log1p(-total) - this.mu - this.totalShift) / sigma
    let value = -0.5 * z * z - log1p(-total)
    let gradientMean = 0
    let squares = 0
    for (let c = 0; c < n; c++) {
      deviations[c] = (deviations[c] - mean - this.deviationShift[c]) / spread
      squares += deviations[c] * deviations[c]
      gradientMean += deviations[c] / spread / n
    }
    value -= 0.5 * squares
    const slot = this.spreadSlot
    if (slot !== null && slot.prior !== null) {
      value -= (n - 1) * log(spread)
      gradient[slot.index] += ((squares - (n - 1)) / spread) * slot.prior.constrainDerivative(theta[slot.index])
    }
    for (let c = 0; c < n; c++) {
      const share = exp(this.logShare(theta, c))
      gradient[places[c]] += (share / total) * (-z / sigma / (1 - total)) + share / (1 - total)
      gradient[places[c]] -= deviations[c] / spread - gradientMean
    }
    return value
  }

  /**
   * Turns a gradient in the log shares, which stands at their places, into one in what `theta` holds, in place.
   *
   * @returns the log-Jacobian of the log shares in it, whose gradient is added.
   */
  pullBack(theta: Float64Array, gradient: Float64Array): number {
    const { places, spreadSlot } = this
    if (spreadSlot === null || spreadSlot.prior === null) return 0
    const n = places.length
    const spread = this.spreadAt(theta)
    const centre = this.centreOf(theta)
    let sum = 0
    let along = (n - 1) / spread
    for (const place of places) {
      sum += gradient[place]
      along += gradient[place] * (theta[place] - centre)
    }
    for (const place of places) gradient[place] = spread * gradient[place] + ((1 - spread) * sum) / n
    gradient[spreadSlot.index] += along * spreadSlot.prior.constrainDerivative(theta[spreadSlot.index])
    return (n - 1) * log(spread)
  }

  /** The spread at `theta`, fixed or learned. */
  spreadAt(theta: Float64Array): number {
    return this.spreadSlot === null ? this.prior.spread : slotValue(this.spreadSlot, theta)
  }

  /** Fills the places of the log shares in `theta` with a draw from the prior, given the spread there. */
  sample(generator: Generator, theta: Float64Array): void {
    const { places, logWeights } = this
    const spread = this.spreadAt(theta)
    const logitTotal = this.mu + this.prior.sigma * generator.normal()
    const total = 1 / (1 + exp(-logitTotal))
    const raw = new Float64Array(places.length)
    let sum = 0
    for (let c = 0; c < places.length; c++) {
      raw[c] = logWeights[c] + spread * generator.normal()
      sum += exp(raw[c])
    }
    for (let c = 0; c < places.length; c++) theta[places[c]] = raw[c] - log(sum) + log(total)
    if (this.spreadSlot === null) return
    for (let c = 0; c < places.length; c++) theta[places[c]] -= logWeights[c]
    const centre = this.centreOf(theta)
    for (const place of places) theta[place] = centre + (theta[place] - centre) / spread
  }

  /** Moves every centre by a draw from the prior about zero: the prior's part of a randomised replicate. */
  randomiseCentres(generator: Generator): void {
    this.totalShift = this.prior.sigma * generator.normal()
    let mean = 0
    for (let c = 0; c < this.places.length; c++) {
      this.deviationShift[c] = this.prior.spread * generator.normal()
      mean += this.deviationShift[c] / this.places.length
    }
    for (let c = 0; c < this.places.length; c++) this.deviationShift[c] -= mean
  }

  resetCentres(): void {
    this.totalShift = 0
    this.deviationShift.fill(0)
  }

  private centreOf(theta: Float64Array): number {
    let sum = 0
    for (const place of this.places) sum += theta[place]
    return sum / this.places.length
  }
}
