// Pareto smoothed importance sampling. Source: Vehtari, Simpson, Gelman, Yao, Gabry (2024), "Pareto smoothed importance sampling", JMLR
// 25(72).

import { InputError } from '../../check/errors.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import { fitGeneralisedPareto, generalisedParetoQuantile } from './generalised-pareto.js'

/** Importance weights with a smoothed tail, and how heavy that tail is. */
export interface SmoothedWeights {
  /** Logarithms of weights that add up to 1. */
  readonly logWeights: Float64Array
  /** Shape of the weights' tail: their variance is finite below 1/2; believe an average over them below `reliableK`. */
  readonly k: number
  /** 1 / sum of squared weights. */
  readonly ess: number
}

const LARGEST_RELIABLE = 0.7
const FEWEST_IN_TAIL = 5
const TAIL_OF_MANY = 3
const MANY_DRAWS = 225
const TAIL_SHARE_OF_FEW = 5

/**
 * Importance weights whose largest values are replaced by quantiles of a generalised Pareto distribution fitted to them.
 *
 * @param logRatios log of target density over proposal density, one a draw, up to a common constant; -Infinity is a weight of 0.
 * @param relativeEfficiency effective draws a draw, 1 for independent draws.
 * @returns k is Infinity, and the weights are only normalised, where fewer than five draws make the tail or the tail is one repeated ratio;
 * -Infinity where all ratios are equal; NaN, as all else then, where a ratio is NaN or Infinity or all are -Infinity.
 * @throws InputError without a draw, or if the efficiency isn't a positive number.
 * @example paretoSmoothedWeights(logTarget.map((value, s) => value - logProposal[s])).k // 0.31
 */
export function paretoSmoothedWeights(logRatios: Float64Array, relativeEfficiency = 1): SmoothedWeights {
  if (logRatios.length === 0) throw new InputError('`logRatios` must hold at least one draw, not none.')
  if (!(relativeEfficiency > 0 && relativeEfficiency < Infinity)) {
    throw new InputError(`\`relativeEfficiency\` must be a number above 0, not ${relativeEfficiency}.`)
  }
  const top = logRatios.reduce((a, b) => Math.max(a, b), -Infinity)
  const logWeights = logRatios.map((value) => value - top)
  if (!Number.isFinite(top)) return { logWeights: logWeights.fill(NaN), k: NaN, ess: NaN }
  const k = smoothTail(logWeights, tailLength(logWeights.length, relativeEfficiency))
  normalise(logWeights)
  return { logWeights, k, ess: 1 / logWeights.reduce((total, value) => total + exp(2 * value), 0) }
}

/** The largest k at which an average over this many weighted draws may be believed: min(1 - 1 / log10 S, 0.7). */
export function reliableK(draws: number): number {
  return Math.min(1 - Math.LN10 / log(draws), LARGEST_RELIABLE)
}

/** Draws that weights with this k need: 10^(1 / (1 - k)), Infinity from k = 1 on. */
export function drawsNeeded(k: number): number {
  return k >= 1 ? Infinity : exp(Math.LN10 / (1 - Math.max(0, k)))
}

/** How many of the largest weights are smoothed. */
function tailLength(draws: number, relativeEfficiency: number): number {
  const effective = draws * relativeEfficiency
  const wanted =
    effective > MANY_DRAWS ? TAIL_OF_MANY * Math.sqrt(draws / relativeEfficiency) : draws / TAIL_SHARE_OF_FEW
  return Math.min(Math.floor(wanted), draws - 1)
}

/** Replaces the tail of log weights whose largest is 0; returns its shape. */
function smoothTail(logWeights: Float64Array, tail: number): number {
  const sorted = logWeights.slice().sort()
  if (sorted[0] === 0) return -Infinity
  if (!(tail >= FEWEST_IN_TAIL)) return Infinity
  const cutoff = sorted[sorted.length - tail - 1]
  const order = drawsAbove(logWeights, cutoff)
  if (order.length < FEWEST_IN_TAIL || logWeights[order[0]] === 0) return Infinity
  const base = exp(cutoff)
  const fit = fitGeneralisedPareto(Float64Array.from(order, (draw) => exp(logWeights[draw]) - base))
  if (!Number.isFinite(fit.shape)) return Infinity
  for (let z = 0; z < order.length; z++) {
    const value = base + generalisedParetoQuantile(fit, (z + 0.5) / order.length)
    logWeights[order[z]] = Math.min(0, log(value))
  }
  return fit.shape
}

/** Draws with a weight above the cutoff, by rising weight. */
function drawsAbove(logWeights: Float64Array, cutoff: number): number[] {
  const found: number[] = []
  for (let s = 0; s < logWeights.length; s++) if (logWeights[s] > cutoff) found.push(s)
  return found.sort((a, b) => logWeights[a] - logWeights[b])
}

function normalise(logWeights: Float64Array): void {
  let total = 0
  for (let s = 0; s < logWeights.length; s++) total += exp(logWeights[s])
  const shift = log(total)
  for (let s = 0; s < logWeights.length; s++) logWeights[s] -= shift
}
