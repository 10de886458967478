// Leave-one-out predictive density by importance sampling. Source: Vehtari, Gelman, Gabry (2017), "Practical Bayesian model evaluation
// using leave-one-out cross-validation and WAIC".

import { InputError } from '../../check/errors.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import { mean, sum } from '../../numeric/stats/summary.js'
import { paretoSmoothedWeights, reliableK } from './pareto-smoothed-weights.js'

/** How well a model predicts each observation from all others. */
export interface LeaveOneOut {
  /** Sum of `pointwise`: expected log predictive density. */
  readonly elpd: number
  /** Standard error of `elpd`, between observations; too small below about 100 of them. */
  readonly se: number
  /** Effective number of parameters: what is lost by not having seen an observation. */
  readonly pLoo: number
  /** Log predictive density of each observation given the others. */
  readonly pointwise: Float64Array
  /** Pareto shape of each observation's weights; from `reliableK` on its density is not to be believed. */
  readonly k: Float64Array
  /** Observations with such a k. */
  readonly unreliable: number
}

export interface LogLikelihoods {
  /** Log likelihood of each observation under each draw, indexed by [draw * observations + observation]. */
  readonly values: Float64Array
  readonly observations: number
  /** Effective draws a draw, 1 for independent draws. @defaultValue 1 */
  readonly relativeEfficiency?: number
}

/** One model less another. */
export interface ElpdDifference {
  readonly difference: number
  /** Standard error of the difference, between observations. */
  readonly se: number
}

/**
 * Leave-one-out predictive densities from draws of the posterior given all observations.
 *
 * Observations must be independent given the parameters, or their terms be conditional on the other observations; of a time series the
 * result says how well it is filled in, not forecast.
 *
 * @throws InputError if `values` is empty or isn't a whole number of draws long.
 */
export function leaveOneOut({ values, observations, relativeEfficiency = 1 }: LogLikelihoods): LeaveOneOut {
  const draws = values.length / observations
  if (!Number.isInteger(draws) || draws < 1) {
    throw new InputError(
      `\`values\` must hold ${observations} log likelihoods a draw and at least one draw, not ${values.length} in all.`,
    )
  }
  const pointwise = new Float64Array(observations)
  const k = new Float64Array(observations)
  const column = new Float64Array(draws)
  let logMeans = 0
  for (let i = 0; i < observations; i++) {
    for (let s = 0; s < draws; s++) column[s] = values[s * observations + i]
    const smoothed = paretoSmoothedWeights(
      column.map((value) => -value),
      relativeEfficiency,
    )
    k[i] = smoothed.k
    pointwise[i] = logSumExp(smoothed.logWeights.map((value, s) => value + column[s]))
    logMeans += logSumExp(column) - log(draws)
  }
  const elpd = sum(pointwise)
  const limit = reliableK(draws)
  return {
    elpd,
    se: standardErrorOfSum(pointwise),
    pLoo: logMeans - elpd,
    pointwise,
    k,
    unreliable: k.filter((value) => !(value < limit)).length,
  }
}

/**
 * How much better the first of two models predicts; above 0 it does. A difference below 4 is small whatever its standard error.
 *
 * @param first, second log predictive densities of the same observations, in the same order.
 * @throws InputError if they differ in number.
 * @see Sivula, Magnusson, Matamoros, Vehtari (2020), "Uncertainty in Bayesian leave-one-out cross-validation based model comparison".
 */
export function elpdDifference(first: Float64Array, second: Float64Array): ElpdDifference {
  if (first.length !== second.length) {
    throw new InputError(
      `Models must predict the same observations to be compared, not ${first.length} and ${second.length} of them.`,
    )
  }
  const differences = first.map((value, i) => value - second[i])
  return { difference: sum(differences), se: standardErrorOfSum(differences) }
}

/** sqrt(n) times the standard deviation with divisor n. */
function standardErrorOfSum(terms: Float64Array): number {
  const centre = mean(terms)
  return Math.sqrt(sum(terms.map((term) => (term - centre) * (term - centre))))
}

function logSumExp(values: Float64Array): number {
  const top = values.reduce((a, b) => Math.max(a, b), -Infinity)
  if (!Number.isFinite(top)) return top
  return top + log(values.reduce((total, value) => total + exp(value - top), 0))
}
