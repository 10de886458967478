// R-hat and effective sample size of chains as they are given. Source: Vehtari, Gelman, Simpson, Carpenter, Buerkner (2021),
// "Rank-normalization, folding, and localization: an improved R-hat", sections 2 and 3.

import { log } from '../../numeric/special/exp-log.js'
import { variance } from '../../numeric/stats/summary.js'

/**
 * Potential scale reduction: the spread of all draws over the spread within chains.
 *
 * @param chains one array a chain, of equal lengths of at least 2, at least two chains.
 * @returns NaN where no draw differs from another; Infinity where only chains differ.
 */
export function potentialScaleReduction(chains: readonly Float64Array[]): number {
  const n = chains[0].length
  const means = new Float64Array(chains.length)
  let within = 0
  for (let c = 0; c < chains.length; c++) {
    means[c] = steadyMean(chains[c])
    within += varianceAbout(chains[c], means[c]) / chains.length
  }
  return Math.sqrt((n * variance(means)) / within / n + (n - 1) / n)
}

/**
 * How many independent draws would estimate the mean as well: Geyer's initial monotone sequence over the chains' pooled autocorrelations.
 * Autocovariances are computed lag by lag, only as far as the sequence goes.
 *
 * @param chains one array a chain, of equal lengths of at least 2; finite.
 * @returns at most S log10 S for S draws in all; S where no draw differs from another.
 */
export function effectiveSampleSize(chains: readonly Float64Array[]): number {
  const n = chains[0].length
  const total = chains.length * n
  if (isConstant(chains)) return total
  const pooled = new PooledAutocorrelation(chains)
  const rho = new Float64Array(n + 2)
  rho[0] = 1
  rho[1] = pooled.at(1)
  let last = 1
  let even = 1
  let odd = rho[1]
  for (; last < n - 3 && even + odd > 0; last += 2) {
    even = pooled.at(last + 1)
    odd = pooled.at(last + 2)
    if (even + odd < 0) continue
    rho[last + 1] = even
    rho[last + 2] = odd
  }
  last -= 2
  if (even > 0) rho[last + 1] = even
  makeMonotone(rho, last)
  let time = -1 + rho[last + 1]
  for (let t = 0; t <= last; t++) time += 2 * rho[t]
  return total / Math.max(time, Math.LN10 / log(total))
}

/** Mean of draws, exact where they are all the same number, so that their deviations are 0. */
export function steadyMean(draws: Float64Array): number {
  const first = draws[0]
  let sum = 0
  for (let i = 0; i < draws.length; i++) sum += draws[i] - first
  return first + sum / draws.length
}

/** Whether all draws of all chains are the same number. */
function isConstant(chains: readonly Float64Array[]): boolean {
  const first = chains[0][0]
  return chains.every((chain) => chain.every((value) => value === first))
}

function varianceAbout(draws: Float64Array, centre: number): number {
  let squares = 0
  for (let i = 0; i < draws.length; i++) squares += (draws[i] - centre) * (draws[i] - centre)
  return squares / (draws.length - 1)
}

/** Pairs of lags never rise: a pair above the one before it is set to that. */
function makeMonotone(rho: Float64Array, last: number): void {
  for (let t = 1; t <= last - 2; t += 2) {
    const before = rho[t - 1] + rho[t]
    if (rho[t + 1] + rho[t + 2] <= before) continue
    rho[t + 1] = before / 2
    rho[t + 2] = before / 2
  }
}

class PooledAutocorrelation {
  /** Draws less the mean of their chain, chain after chain. */
  private readonly centred: Float64Array
  private readonly length: number
  private readonly within: number
  private readonly overall: number

  constructor(chains: readonly Float64Array[]) {
    const n = chains[0].length
    this.length = n
    this.centred = new Float64Array(chains.length * n)
    const means = new Float64Array(chains.length)
    for (let c = 0; c < chains.length; c++) {
      means[c] = steadyMean(chains[c])
      for (let i = 0; i < n; i++) this.centred[c * n + i] = chains[c][i] - means[c]
    }
    const smallSample = this.covariance(0)
    this.within = (smallSample * n) / (n - 1)
    this.overall = chains.length > 1 ? smallSample + variance(means) : smallSample
  }

  at(lag: number): number {
    return 1 - (this.within - this.covariance(lag)) / this.overall
  }

  /** Mean over the chains of the autocovariance with divisor N. */
  private covariance(lag: number): number {
    const { centred, length } = this
    let sum = 0
    for (let start = 0; start < centred.length; start += length) {
      const end = start + length
      for (let i = start, j = start + lag; j < end; i++, j++) sum += centred[i] * centred[j]
    }
    return sum / centred.length
  }
}
