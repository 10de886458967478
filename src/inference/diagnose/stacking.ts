import { InputError } from '../../check/errors.js'
import { gammaVariate } from '../../numeric/random/variates.js'
import type { Generator } from '../../numeric/random/generator.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import { sum } from '../../numeric/stats/summary.js'

/** Log predictive densities of each observation under one model, each given the other observations; one array a model, of equal lengths. */
export type PredictiveDensities = readonly Float64Array[]

export interface StackingWeights {
  /** One a model, at least 0, adding up to 1. */
  readonly weights: Float64Array
  /** Sum over the observations of the log predictive density of the mixture. */
  readonly elpd: number
  /** Whether no other weights predict better by more than 1e-10. */
  readonly converged: boolean
}

const MOST_STEPS = 50_000
const LARGEST_GAP = 1e-10
const SMALLEST_CHANGE = 1e-14
const BOOTSTRAPS = 1000

/**
 * Weights with which a mixture of models predicts best. Predictive weights: a model's weight is no probability that it is true.
 *
 * @throws InputError without a model or an observation, for models of different observations, or where one has no density under any model.
 * @see Yao, Vehtari, Simpson, Gelman (2018), "Using stacking to average Bayesian predictive distributions".
 */
export function stackingWeights(densities: PredictiveDensities): StackingWeights {
  requireComparable(densities)
  const { relative, shift } = relativeDensities(densities)
  const count = relative[0].length
  let weights = new Float64Array(relative.length).fill(1 / relative.length)
  let gap = Infinity
  let change = Infinity
  for (let step = 0; step < MOST_STEPS && !(gap < LARGEST_GAP && change < SMALLEST_CHANGE); step++) {
    const gains = gainsOf(relative, weights)
    // At the best weights no model gains more than 1; n log of the largest gain bounds what is still to be had.
    gap = count * log(gains.reduce((a, b) => Math.max(a, b)))
    const grown = weights.map((weight, k) => weight * gains[k])
    const total = sum(grown)
    const next = grown.map((weight) => weight / total)
    change = next.reduce((most, weight, k) => Math.max(most, Math.abs(weight - weights[k])), 0)
    weights = next
  }
  const elpd = shift + mixtureOf(relative, weights).reduce((total, value) => total + log(value), 0)
  return { weights, elpd, converged: gap < LARGEST_GAP }
}

/** Weights in proportion to exp(elpd): models that predict much worse get none. */
export function pseudoBmaWeights(densities: PredictiveDensities): Float64Array {
  requireComparable(densities)
  return softmax(Float64Array.from(densities, (each) => sum(each)))
}

/** `pseudoBmaWeights` averaged over Bayesian bootstraps of the observations, so that a lead by chance counts for less. */
export function bootstrappedBmaWeights(densities: PredictiveDensities, generator: Generator): Float64Array {
  requireComparable(densities)
  const count = densities[0].length
  const mean = new Float64Array(densities.length)
  for (let b = 0; b < BOOTSTRAPS; b++) {
    const shares = Float64Array.from({ length: count }, () => gammaVariate(generator, 1))
    const total = sum(shares)
    const elpds = densities.map((each) => (count * each.reduce((a, value, i) => a + shares[i] * value, 0)) / total)
    softmax(Float64Array.from(elpds)).forEach((weight, k) => (mean[k] += weight / BOOTSTRAPS))
  }
  return mean
}

function requireComparable(densities: PredictiveDensities): void {
  if (densities.length === 0 || densities[0].length === 0) {
    throw new InputError('Weights need at least one model and one observation.')
  }
  const other = densities.find(({ length }) => length !== densities[0].length)
  if (other !== undefined) {
    throw new InputError(
      `Models must predict the same observations to be weighted, not ${densities[0].length} and ${other.length} of them.`,
    )
  }
  densities[0].forEach((_, i) => {
    const best = densities.reduce((top, each) => Math.max(top, each[i]), -Infinity)
    if (!Number.isFinite(best)) {
      throw new InputError(
        `Observation ${i + 1} must have a finite log density under at least one model and none that is NaN.`,
      )
    }
  })
}

/** Densities of each observation relative to the best model's, so that none overflows. */
function relativeDensities(densities: PredictiveDensities): { relative: Float64Array[]; shift: number } {
  const best = densities[0].map((_, i) => densities.reduce((top, each) => Math.max(top, each[i]), -Infinity))
  return { relative: densities.map((each) => each.map((value, i) => exp(value - best[i]))), shift: sum(best) }
}

/** Mean over the observations of each model's density over the mixture's. */
function gainsOf(relative: readonly Float64Array[], weights: Float64Array): Float64Array {
  const mixture = mixtureOf(relative, weights)
  return Float64Array.from(relative, (each) => {
    let total = 0
    for (let i = 0; i < each.length; i++) total += each[i] / mixture[i]
    return total / each.length
  })
}

function mixtureOf(relative: readonly Float64Array[], weights: Float64Array): Float64Array {
  const mixture = new Float64Array(relative[0].length)
  relative.forEach((each, k) => {
    for (let i = 0; i < each.length; i++) mixture[i] += weights[k] * each[i]
  })
  return mixture
}

function softmax(values: Float64Array): Float64Array {
  const top = values.reduce((a, b) => Math.max(a, b))
  const raw = values.map((value) => exp(value - top))
  const total = sum(raw)
  return raw.map((value) => value / total)
}
