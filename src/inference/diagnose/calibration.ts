// Simulation-based calibration: ranks of known truths among posterior draws are uniform where the draws are right. Sources: Talts,
// Betancourt, Simpson, Vehtari, Gelman (2018), arXiv:1804.06788; bands of their distribution: Saeilynoja, Buerkner, Vehtari (2022),
// "Graphical test for discrete uniformity and its applications in goodness-of-fit evaluation and multiple sample comparison".

import { requireWhole } from '../../check/require.js'
import type { Generator } from '../../numeric/random/generator.js'
import { exp, log, log1p } from '../../numeric/special/exp-log.js'
import { logGamma } from '../../numeric/special/gamma.js'
import { mean, quantileSorted, standardDeviation, variance } from '../../numeric/stats/summary.js'

/** How far the distribution function of so many uniform values strays from the diagonal by chance. */
export interface UniformityReference {
  /** Values in a sample. */
  readonly count: number
  /** Where the distribution function is looked at: i / K for i = 1 to K - 1, K the count or 100, whichever is less. */
  readonly places: Float64Array
  /** By place and number of values below it, 2 min of the binomial probabilities of at most and of at least so many. */
  readonly tails: readonly Float64Array[]
  /** The smallest of these over the places, in simulated uniform samples, in ascending order. */
  readonly simulated: Float64Array
}

/** Bounds of the distribution function at every place that hold it at all places at once with the probability asked for. */
export interface EcdfBand {
  readonly places: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** One minus the probability that each place alone is held with. */
  readonly gamma: number
}

const MOST_PLACES = 100

/**
 * Rank of a truth among draws given data made from it, from 0 to the number of draws; among equal draws at random.
 *
 * @param draws thinned until they are nearly independent.
 */
export function calibrationRank(draws: Float64Array, truth: number, generator: Generator): number {
  let below = 0
  let equal = 0
  for (let s = 0; s < draws.length; s++) {
    if (draws[s] < truth) below++
    else if (draws[s] === truth) equal++
  }
  return equal > 0 ? below + generator.integer(equal + 1) : below
}

/** A rank among so many draws as a number in (0, 1) that is uniform where the rank is. */
export function rankToUniform(rank: number, draws: number, generator: Generator): number {
  return (rank + generator.uniform()) / (draws + 1)
}

/** How many posterior standard deviations the posterior mean lies above the truth. */
export function posteriorZScore(draws: Float64Array, truth: number): number {
  return (mean(draws) - truth) / standardDeviation(draws)
}

/** Share of the prior's variance that the data removed: near 1 they decided, near 0 the prior did; below 0 they widened it. */
export function posteriorContraction(draws: Float64Array, priorVariance: number): number {
  return 1 - variance(draws) / priorVariance
}

/**
 * What samples of so many uniform values look like, to test samples of that size against.
 *
 * @param count values in a sample, at least 2.
 * @param simulations samples drawn; the 5 % quantile of 10,000 is known to about 2 %. @defaultValue 4000
 */
export function simulateUniformity(count: number, generator: Generator, simulations = 4000): UniformityReference {
  requireWhole('count', count, 2)
  requireWhole('simulations', simulations, 1)
  const cells = Math.min(count, MOST_PLACES)
  const places = Float64Array.from({ length: cells - 1 }, (_, i) => (i + 1) / cells)
  const tails = Array.from(places, (place) => binomialTails(count, place))
  const counts = new Int32Array(cells)
  const simulated = new Float64Array(simulations)
  for (let r = 0; r < simulations; r++) {
    counts.fill(0)
    for (let n = 0; n < count; n++) counts[Math.floor(generator.uniform() * cells)]++
    simulated[r] = smallestTail(tails, counts)
  }
  return { count, places, tails, simulated: simulated.sort() }
}

/**
 * The band that holds the distribution function of uniform values everywhere with probability `coverage`.
 *
 * @param coverage in (0, 1). @defaultValue 0.95
 */
export function ecdfBand({ count, places, tails, simulated }: UniformityReference, coverage = 0.95): EcdfBand {
  const gamma = quantileSorted(simulated, 1 - coverage)
  const lower = new Float64Array(places.length)
  const upper = new Float64Array(places.length)
  for (let i = 0; i < places.length; i++) {
    // Counts with at least gamma / 2 on either side of them: the binomial quantiles at gamma / 2 and 1 - gamma / 2.
    const inside = (each: number) => each > gamma
    lower[i] = Math.max(0, tails[i].findIndex(inside)) / count
    upper[i] = tails[i].findLastIndex(inside) / count
  }
  return { places, lower, upper, gamma }
}

/** Share of the values up to each place. */
export function ecdfAt(values: Float64Array, places: Float64Array): Float64Array {
  const sorted = values.slice().sort()
  let below = 0
  return places.map((place) => {
    while (below < sorted.length && sorted[below] <= place) below++
    return below / sorted.length
  })
}

/**
 * Probability that uniform values stray as far from the diagonal as these.
 *
 * @param values in [0, 1], as many as `reference.count`.
 */
export function uniformityPValue(
  values: Float64Array,
  { places, tails, simulated, count }: UniformityReference,
): number {
  const ecdf = ecdfAt(values, places)
  const statistic = tails.reduce((least, tail, i) => Math.min(least, tail[Math.round(ecdf[i] * count)]), 1)
  let asFar = 0
  while (asFar < simulated.length && simulated[asFar] <= statistic) asFar++
  return (asFar + 1) / (simulated.length + 1)
}

function smallestTail(tails: readonly Float64Array[], cellCounts: Int32Array): number {
  let least = 1
  let below = 0
  for (let i = 0; i < tails.length; i++) {
    below += cellCounts[i]
    least = Math.min(least, tails[i][below])
  }
  return least
}

/** 2 min(P(X <= c), P(X >= c)) for c = 0 to n of a binomial variable, at most 1. */
function binomialTails(n: number, p: number): Float64Array {
  const mass = new Float64Array(n + 1)
  const logOdds = log(p) - log1p(-p)
  for (let c = 0; c <= n; c++) {
    const choose = logGamma(n + 1) - logGamma(c + 1) - logGamma(n - c + 1)
    mass[c] = exp(choose + c * logOdds + n * log1p(-p))
  }
  const atLeast = new Float64Array(n + 1)
  for (let c = n, sum = 0; c >= 0; c--) atLeast[c] = sum += mass[c]
  let atMost = 0
  return mass.map((each, c) => {
    atMost += each
    return Math.min(1, 2 * Math.min(atMost, atLeast[c]))
  })
}
