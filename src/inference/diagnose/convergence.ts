// Whether chains agree, and how exactly their draws know a quantity. Source: Vehtari, Gelman, Simpson, Carpenter, Buerkner (2021),
// "Rank-normalization, folding, and localization: an improved R-hat for assessing convergence of MCMC".
//
// Everywhere `chains` holds one array of draws a chain, of equal lengths. Fewer than four draws a chain, or a draw that isn't a finite
// number, gives NaN. Chains are split into halves, the middle draw of an odd number left out. Where no draw differs from another R-hat is
// NaN, since there is nothing to compare, and an effective sample size is the number of draws.

import { InputError } from '../../check/errors.js'
import { betaQuantile } from '../../numeric/special/distributions.js'
import { mean, quantileSorted, sum } from '../../numeric/stats/summary.js'
import { effectiveSampleSize, potentialScaleReduction, steadyMean } from './chain-mixing.js'
import { foldedScores, normalScores, placesOf } from './rank-normal.js'

/** What is asked of every quantity: rank R-hat below 1.01, both sizes above 100 a chain. */
export interface Convergence {
  readonly rhat: number
  readonly bulkEss: number
  readonly tailEss: number
}

const FEWEST_DRAWS = 4
const LOWER_TAIL = 0.05
const UPPER_TAIL = 0.95
/** P(Z <= -1) and P(Z <= 1). */
const ONE_SD_BELOW = 0.15865525393145707
const ONE_SD_ABOVE = 0.8413447460685429

/** `rankRhat`, `bulkEss` and `tailEss` of one quantity, its draws sorted once. */
export function convergence(chains: readonly Float64Array[]): Convergence {
  if (!isUsable(chains)) return { rhat: NaN, bulkEss: NaN, tailEss: NaN }
  const halves = splitChains(chains)
  const sortedHalves = sortedDraws(halves)
  const sorted = isOdd(chains) ? sortedDraws(chains) : sortedHalves
  const { bulk, folded } = scoresOf(halves, sortedHalves)
  return {
    rhat: Math.max(potentialScaleReduction(bulk), potentialScaleReduction(folded)),
    bulkEss: effectiveSampleSize(bulk),
    tailEss: Math.min(essBelow(halves, sorted, LOWER_TAIL), essBelow(halves, sorted, UPPER_TAIL)),
  }
}

/**
 * Rank-normalised split R-hat, the larger of that of the draws (do chains agree where they are?) and of their distances from the median (do
 * they agree how wide?). Use chains only where it is below 1.01.
 *
 * @example rankRhat([chainA, chainB, chainC, chainD]) // 1.002
 */
export function rankRhat(chains: readonly Float64Array[]): number {
  if (!isUsable(chains)) return NaN
  const halves = splitChains(chains)
  const { bulk, folded } = scoresOf(halves, sortedDraws(halves))
  return Math.max(potentialScaleReduction(bulk), potentialScaleReduction(folded))
}

/** Effective sample size of the ranks: how well the middle of the distribution is known, also where it has no variance. */
export function bulkEss(chains: readonly Float64Array[]): number {
  if (!isUsable(chains)) return NaN
  const halves = splitChains(chains)
  return effectiveSampleSize(scoresOf(halves, sortedDraws(halves)).bulk)
}

/** Effective sample size of the 5 % and the 95 % quantile, the smaller of the two. */
export function tailEss(chains: readonly Float64Array[]): number {
  if (!isUsable(chains)) return NaN
  const halves = splitChains(chains)
  const sorted = sortedDraws(chains)
  return Math.min(essBelow(halves, sorted, LOWER_TAIL), essBelow(halves, sorted, UPPER_TAIL))
}

/** Effective sample size of the mean. */
export function meanEss(chains: readonly Float64Array[]): number {
  return isUsable(chains) ? effectiveSampleSize(splitChains(chains)) : NaN
}

/** Effective sample size of the standard deviation: that of the squared distances from the mean. */
export function sdEss(chains: readonly Float64Array[]): number {
  return isUsable(chains) ? effectiveSampleSize(splitChains(squaredDeviations(chains))) : NaN
}

/** Effective sample size of the quantile at `p`, in (0, 1). */
export function quantileEss(chains: readonly Float64Array[], p: number): number {
  return isUsable(chains) ? essBelow(splitChains(chains), sortedDraws(chains), p) : NaN
}

/** Monte Carlo standard error of the mean of all draws. */
export function mcseMean(chains: readonly Float64Array[]): number {
  if (!isUsable(chains)) return NaN
  const squares = pooledDraws(squaredDeviations(chains))
  return Math.sqrt(sum(squares) / (squares.length - 1) / meanEss(chains))
}

/** Monte Carlo standard error of the standard deviation of all draws, by the delta method; 0 where no draw differs from another. */
export function mcseSd(chains: readonly Float64Array[]): number {
  if (!isUsable(chains)) return NaN
  const squares = pooledDraws(squaredDeviations(chains))
  const second = mean(squares)
  if (second === 0) return 0
  const fourth = mean(squares.map((value) => value * value))
  return Math.sqrt((fourth - second * second) / sdEss(chains) / (4 * second))
}

/** Monte Carlo standard error of the quantile at `p`, in (0, 1): half the gap between the order statistics that bound it at one sd. */
export function mcseQuantile(chains: readonly Float64Array[], p: number): number {
  if (!isUsable(chains)) return NaN
  const sorted = sortedDraws(chains)
  const total = sorted.length
  const size = essBelow(splitChains(chains), sorted, p)
  const a = size * p + 1
  const b = size * (1 - p) + 1
  const low = Math.max(1, Math.floor(betaQuantile(ONE_SD_BELOW, a, b) * total))
  const high = Math.min(total, Math.ceil(betaQuantile(ONE_SD_ABOVE, a, b) * total))
  return (sorted[high - 1] - sorted[low - 1]) / 2
}

/**
 * Estimated Bayesian fraction of missing information of one chain: squared changes of its energy over the energy's spread. Below 0.3 the
 * momentum draws can't keep up with the tails; independent draws give 2.
 *
 * @param energy of every draw, in order; NaN for fewer than two draws or an energy that never changes.
 * @see Betancourt (2016), "Diagnosing suboptimal cotangent disintegrations in Hamiltonian Monte Carlo".
 */
export function ebfmi(energy: Float64Array): number {
  const centre = steadyMean(energy)
  let changes = 0
  let spread = 0
  for (let i = 0; i < energy.length; i++) {
    const deviation = energy[i] - centre
    spread += deviation * deviation
    if (i === 0) continue
    const change = energy[i] - energy[i - 1]
    changes += change * change
  }
  return changes / spread
}

/** Whether the chains are long enough and finite; chains of different lengths are misuse. */
function isUsable(chains: readonly Float64Array[]): boolean {
  if (chains.length === 0) throw new InputError('`chains` must hold at least one chain, not none.')
  const n = chains[0].length
  const other = chains.find((chain) => chain.length !== n)
  if (other !== undefined) {
    throw new InputError(`\`chains\` must have equal lengths, not ${n} draws in one and ${other.length} in another.`)
  }
  return n >= FEWEST_DRAWS && chains.every((chain) => chain.every((value) => Number.isFinite(value)))
}

function isOdd(chains: readonly Float64Array[]): boolean {
  return chains[0].length % 2 === 1
}

function splitChains(chains: readonly Float64Array[]): Float64Array[] {
  const half = chains[0].length >> 1
  return chains.flatMap((chain) => [chain.subarray(0, half), chain.subarray(chain.length - half)])
}

function pooledDraws(chains: readonly Float64Array[]): Float64Array {
  const n = chains[0].length
  const pooled = new Float64Array(chains.length * n)
  for (let c = 0; c < chains.length; c++) pooled.set(chains[c], c * n)
  return pooled
}

function sortedDraws(chains: readonly Float64Array[]): Float64Array {
  return pooledDraws(chains).sort()
}

function squaredDeviations(chains: readonly Float64Array[]): Float64Array[] {
  const centre = steadyMean(pooledDraws(chains))
  return chains.map((chain) => chain.map((value) => (value - centre) * (value - centre)))
}

/** Normal scores of the draws, and of their distances from the median. */
function scoresOf(
  halves: readonly Float64Array[],
  sorted: Float64Array,
): { readonly bulk: Float64Array[]; readonly folded: Float64Array[] } {
  const places = placesOf(halves, sorted)
  const bulk = normalScores(sorted)
  const folded = foldedScores(sorted, quantileSorted(sorted, 0.5))
  return { bulk: places.map((half) => gather(bulk, half)), folded: places.map((half) => gather(folded, half)) }
}

function gather(scores: Float64Array, places: Int32Array): Float64Array {
  const gathered = new Float64Array(places.length)
  for (let i = 0; i < places.length; i++) gathered[i] = scores[places[i]]
  return gathered
}

/** Effective sample size of the share of draws up to the quantile at `p` of `sorted`. */
function essBelow(halves: readonly Float64Array[], sorted: Float64Array, p: number): number {
  const limit = quantileSorted(sorted, p)
  return effectiveSampleSize(halves.map((half) => half.map((value) => (value <= limit ? 1 : 0))))
}
