import type { Plan } from '../counterfactual/expected-outcome.js'
import type { PlanValue } from '../plan/plan-value.js'
import type { PlanDrawFigures, PlanJudgement } from './plan-judgement.js'
import type { PlanLimits } from './plan-limits.js'
import type { PlanTask } from './plan-task.js'
import type { ShadowPrices } from './shadow-prices.js'

/** The best plan for a request, what it is worth, and how sure it is that it beats today's. */
export interface OptimisedPlan extends ValuedPlan {
  readonly task: PlanTask
  readonly limits: PlanLimits
  readonly pattern: 'history' | 'weights' | 'free'
  readonly today: PlanValue
  /** The same request kept inside the spends that history shows; null where the plan stays there, or no such plan exists. */
  readonly inside: AlternativePlan | null
  /** The same request kept within 70 to 130 % of today; null where the plan is no further away, or no such plan exists. */
  readonly step: AlternativePlan | null
}

/** A plan beside the one asked for, told in words only: its figures are interpolated. */
export interface AlternativePlan {
  readonly channels: readonly Pick<PlannedSpend, 'name' | 'planned'>[]
  readonly figures: PlanDrawFigures
}

/** A plan with its value on all draws. */
export interface ValuedPlan {
  readonly plan: Plan
  readonly value: PlanValue
  readonly channels: readonly PlannedSpend[]
  readonly judgement: PlanJudgement
  readonly prices: ShadowPrices
  /** `optimal`: proven; `bounded`: nothing can bring more than `bound` beyond it; `local`: no bound is known. */
  readonly status: 'optimal' | 'bounded' | 'local'
  /** The most that any plan within the limits could add, in the unit of the objective; null where no bound is known. */
  readonly bound: number | null
}

export interface PlannedSpend {
  readonly name: string
  /** Money over the window. */
  readonly today: number
  readonly planned: number
  /** Whether a mean active period stays within the largest spend of any period in the data. */
  readonly observed: boolean
  /** Probability that the change goes the right way; null where nothing changes. */
  readonly direction: number | null
}
