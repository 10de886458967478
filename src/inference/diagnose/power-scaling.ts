// How an answer moves when the prior or the likelihood is made a little stronger or weaker. Source: Kallioinen, Paananen, Buerkner, Vehtari
// (2024), "Detecting and diagnosing prior and likelihood sensitivity with power-scaling".

import { InputError } from '../../check/errors.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import { paretoSmoothedWeights } from './pareto-smoothed-weights.js'
import { placesOf } from './rank-normal.js'

/** Weights of the same draws under a component raised to a power a little below and a little above 1. */
export interface PowerScaled {
  readonly weaker: Float64Array
  readonly stronger: Float64Array
  /** By how much log2 of the power differs from 0, downwards and upwards. */
  readonly logWeaker: number
  readonly logStronger: number
  /** The larger Pareto shape of the two; sensitivities from `reliableK` on are not to be believed. */
  readonly k: number
}

/** What the two sensitivities together say. */
export type PriorReading = 'agreement' | 'prior-data-conflict' | 'strong-prior-or-weak-likelihood'

const POWER_STEP = 0.01
const NOTEWORTHY = 0.05

/**
 * Weights of draws from the posterior for a stronger and a weaker component, to be used for every quantity.
 *
 * @param logComponent one value a draw: the log density of the prior, or of one parameter's prior, or the log likelihood.
 * @param relativeEfficiency effective draws a draw, 1 for independent draws.
 */
export function powerScale(logComponent: Float64Array, relativeEfficiency = 1): PowerScaled {
  const weaker = paretoSmoothedWeights(
    logComponent.map((value) => -POWER_STEP * value),
    relativeEfficiency,
  )
  const stronger = paretoSmoothedWeights(
    logComponent.map((value) => POWER_STEP * value),
    relativeEfficiency,
  )
  return {
    weaker: weaker.logWeights.map(exp),
    stronger: stronger.logWeights.map(exp),
    logWeaker: log(1 - POWER_STEP) / Math.LN2,
    logStronger: log(1 + POWER_STEP) / Math.LN2,
    k: Math.max(weaker.k, stronger.k),
  }
}

/**
 * Sensitivities of a quantity to components: distance between its distributions per doubling of a component's power. From 0.05 on one is
 * worth a word.
 *
 * @param draws of the quantity, in the order of the weights.
 * @returns one a component, in their order; 0 for draws that never differ.
 * @throws InputError if there are not as many weights as draws.
 */
export function powerScalingSensitivities(draws: Float64Array, components: readonly PowerScaled[]): number[] {
  const ranked = rankDraws(draws)
  return components.map(({ weaker, stronger, logWeaker, logStronger }) => {
    const up = distanceOfRanked(ranked, stronger) / logStronger
    const down = distanceOfRanked(ranked, weaker) / logWeaker
    return (up - down) / 2
  })
}

/** Reads the sensitivities to the prior and to the likelihood together. */
export function readSensitivity(prior: number, likelihood: number): PriorReading {
  if (!(prior >= NOTEWORTHY)) return 'agreement'
  return likelihood >= NOTEWORTHY ? 'prior-data-conflict' : 'strong-prior-or-weak-likelihood'
}

/**
 * Cumulative Jensen-Shannon distance between draws with equal weights and the same draws with others: 0 where the distributions are equal,
 * at most 1; the larger of the two directions of the axis. 0 for draws that never differ.
 *
 * @param weights one a draw, at least 0, adding up to 1.
 * @throws InputError if there are not as many weights as draws.
 * @see Nguyen and Vreeken (2015), "Non-parametric Jensen-Shannon divergence".
 */
export function cumulativeDistance(draws: Float64Array, weights: Float64Array): number {
  return distanceOfRanked(rankDraws(draws), weights)
}

interface RankedDraws {
  readonly sorted: Float64Array
  /** The place of every draw among the sorted; equal draws have different ones. */
  readonly places: Int32Array
}

function rankDraws(draws: Float64Array): RankedDraws {
  const sorted = draws.slice().sort()
  const [places] = placesOf([draws], sorted)
  const taken = new Int32Array(sorted.length)
  return { sorted, places: places.map((place) => place + taken[place]++) }
}

function distanceOfRanked({ sorted, places }: RankedDraws, weights: Float64Array): number {
  if (places.length !== weights.length) {
    throw new InputError(`\`weights\` must hold one weight a draw, ${places.length} in all, not ${weights.length}.`)
  }
  const moved = new Float64Array(weights.length)
  for (let s = 0; s < weights.length; s++) moved[places[s]] = weights[s]
  const upwards = distanceSorted(sorted, moved)
  const downwards = distanceSorted(sorted.map((value) => -value).reverse(), moved.reverse())
  return Math.max(upwards, downwards)
}

/** The distance for draws in ascending order: the root of the two divergences, relative to the areas under the distribution functions. */
function distanceSorted(sorted: Float64Array, weights: Float64Array): number {
  const total = sorted.length
  let forth = 0
  let back = 0
  let equalArea = 0
  let movedArea = 0
  let moved = 0
  for (let i = 0; i < total - 1; i++) {
    const width = sorted[i + 1] - sorted[i]
    const equal = (i + 1) / total
    moved += weights[i]
    equalArea += width * equal
    movedArea += width * moved
    forth += width * relativeLog(equal, moved)
    back += width * relativeLog(moved, equal)
  }
  const area = equalArea + movedArea
  if (!(area > 0)) return area === 0 ? 0 : NaN
  const shift = (movedArea - equalArea) / (2 * Math.LN2)
  return Math.sqrt((Math.max(0, forth + shift) + Math.max(0, back - shift)) / area)
}

/** p (log2 p - log2 ((p + q) / 2)); 0 at p = 0. */
function relativeLog(p: number, q: number): number {
  return p > 0 ? (p * log((2 * p) / (p + q))) / Math.LN2 : 0
}
