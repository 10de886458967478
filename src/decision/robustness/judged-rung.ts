import type { Rung } from '../../fit/robustness/robustness.js'
import { elpdDifference } from '../../inference/diagnose/leave-one-out.js'
import { leaveOneOutOf } from '../analysis/leave-one-out.js'
import type { Outcome } from '../counterfactual/outcome.js'

/**
 * Difference of expected log predictive densities from which one model describes the data clearly better: so large, and with 0 outside its own
 * interval of nine in ten cases. Source of the size: Sivula, Magnusson, Matamoros and Vehtari (2020), "Uncertainty in Bayesian leave-one-out
 * cross-validation based model comparison", where smaller differences are seldom told from none.
 */
const CLEARLY = { nats: 4, errors: 1.6448536269514722 }

/** A rung before it is judged: with how well it predicts each period from all others; null where it has no posterior. */
export interface AnsweredRung extends Omit<Rung, 'status' | 'prediction'> {
  readonly pointwise: Float64Array | null
  /** Whether its chains agree. */
  readonly settled: boolean
}

/** Log predictive density of each period given the others; null for least squares and a lagged KPI, which have none. */
export function predictiveDensities(outcome: Outcome): Float64Array | null {
  const { spec, layout } = outcome.model
  if (spec.fit.method === 'ols' || layout.laggedKpi >= 0) return null
  return leaveOneOutOf(outcome).pointwise
}

/**
 * A rung with the word on whether it counts: not where its chains disagree, and not where the data speak clearly against it, since an answer that
 * changes under a wrong model isn't doubtful for that.
 *
 * @param first the model as it stands.
 */
export function judgedRung({ pointwise, settled, ...rung }: AnsweredRung, first: AnsweredRung): Rung {
  const prediction = pointwise === null || first.pointwise === null ? null : elpdDifference(pointwise, first.pointwise)
  const clear =
    prediction !== null && Math.abs(prediction.difference) > Math.max(CLEARLY.nats, CLEARLY.errors * prediction.se)
  const status = !settled ? 'unsettled' : !clear ? 'counted' : prediction.difference < 0 ? 'refuted' : 'preferred'
  return { ...rung, prediction, status }
}
