import type { LeaveOneOutScore } from '../../fit/leave-one-out-score.js'
import { reliableK } from '../../inference/diagnose/pareto-smoothed-weights.js'
import { leaveOneOutOf } from '../analysis/leave-one-out.js'
import type { Outcome } from '../counterfactual/outcome.js'

/** A score as a summary has it: without its terms. */
export type LeaveOneOutSummary = Omit<LeaveOneOutScore, 'pointwise'>

/**
 * The leave-one-out score of a fit, from the draws from which every question is answered.
 *
 * @param outcome of a fit by sampling, `outcomeOf(fit)`.
 * @example joinFit({ model, result, leaveOneOut: leaveOneOutScore(createOutcome(model, answeringDraws(result.draws))) })
 */
export function leaveOneOutScore(outcome: Outcome): LeaveOneOutScore {
  const { model, draws } = outcome
  const { elpd, se, pLoo, k, pointwise, unreliable } = leaveOneOutOf(outcome)
  const worst = k.reduce((place, shape, t) => (shape <= k[place] ? place : t), 0)
  return {
    elpd,
    se,
    pLoo,
    worstK: k[worst],
    worstPeriod: model.dataset.periods[model.dataset.windowStart + worst],
    unreliable,
    reliableK: reliableK(draws.count),
    pointwise: Array.from(pointwise),
  }
}

/** What a summary says of the score; null where the fit has none. */
export function leaveOneOutSummary(score: LeaveOneOutScore | undefined): LeaveOneOutSummary | null {
  if (score === undefined) return null
  const { pointwise: _, ...summary } = score
  return summary
}
