import type { Fit } from '../../fit/fit.js'
import type { PlanDifference } from '../plan/compare-plans.js'
import type { PlanSetting } from '../plan/plan-setting.js'
import type { SimulatedChannel, SimulatedPlan, Simulation } from '../plan/simulation.js'
import type { JudgedBy } from './plan-judgement.js'
import type { OptimisedPlan, ValuedPlan } from './optimised-plan.js'
import type { PlanObjective, ReturnTarget } from './plan-request.js'
import { simulatePlan } from '../plan/simulation.js'
import { LARGEST_MULTIPLE } from '../analysis/multiples.js'

/** What `plan --json` prints: the fields of `simulate --json` for the plan, and what it was asked to do; see docs/planning.md. */
export interface PlanDocument extends Omit<Simulation, 'format' | 'channels' | 'against' | 'difference'> {
  readonly format: 'mixwright.plan/1'
  readonly objective: PlanObjective
  readonly pattern: OptimisedPlan['pattern']
  readonly budget: { readonly kind: 'today' | 'exact' | 'max' | 'free'; readonly money: number | null }
  readonly target: ReturnTarget | null
  readonly hurdle: number
  readonly quantile: number | null
  readonly status: ValuedPlan['status']
  /** The most that any plan within the limits could add, in the unit of the objective; null where no bound is known. */
  readonly bound: number | null
  /** What one more unit of money in the total would bring; null where nothing fixes or caps the total. */
  readonly shadowPrice: number | null
  readonly channels: readonly PlannedChannelDocument[]
  readonly groups: readonly {
    readonly name: string
    readonly today: number
    readonly planned: number
    readonly min: number
    readonly max: number | null
    readonly shadowPrice: number
  }[]
  readonly today: SimulatedPlan
  /** The plan less today's; the probability and the regret are cross-fitted over halves of the draws. */
  readonly difference: Omit<PlanDifference, 'betterBy' | 'probabilityBetter'> & {
    readonly betterBy: JudgedBy
    readonly probabilityBetter: number
    readonly expectedRegret: number
  }
}

export interface PlannedChannelDocument extends SimulatedChannel {
  /** Money over the window under today's plan. */
  readonly today: number
  readonly min: number
  /** Null where nothing but ten times today limits it. */
  readonly max: number | null
  /** What raising its limit by one unit of money would bring: 0 where none binds, negative at a floor. */
  readonly shadowPrice: number
  /** Share of draws in which its change goes the right way; null where it doesn't move, or is decided period by period. */
  readonly direction: number | null
  /** Whether a mean active period stays within the largest spend of any period in the data. */
  readonly observed: boolean
}

/**
 * An optimised plan as a document: valued by `simulatePlan`, so that simulating its file gives the same figures.
 *
 * @example planDocument(fit, setting, optimisePlan(setting)).difference.probabilityBetter
 */
export function planDocument(
  fit: Pick<Fit, 'fingerprint'>,
  setting: PlanSetting,
  optimised: OptimisedPlan,
): PlanDocument {
  const { task, limits, judgement, prices } = optimised
  const { against, difference, ...simulation } = simulatePlan(fit, setting, {
    plan: { name: 'plan', plan: optimised.plan },
    against: { name: 'today', plan: setting.today },
  })
  const money = task.exact ?? (Number.isFinite(task.cap) ? task.cap : null)
  return {
    ...simulation,
    format: 'mixwright.plan/1',
    objective: task.objective,
    pattern: optimised.pattern,
    budget: { kind: task.budget.kind, money },
    target: task.target,
    hurdle: task.hurdle,
    quantile: task.quantile,
    status: optimised.status,
    bound: optimised.bound,
    shadowPrice: prices.budget,
    channels: simulation.channels.map((channel) => channelDocument(channel, optimised)),
    groups: limits.groups.map(({ name, channels, today, low, high }, g) => ({
      name,
      today,
      planned: channels.reduce((sum, c) => sum + plannedOf(limits.channels[c].name, optimised), 0),
      min: low,
      max: Number.isFinite(high) ? high : null,
      shadowPrice: prices.groups[g] ?? 0,
    })),
    today: against,
    difference: {
      ...difference,
      betterBy: judgement.by,
      probabilityBetter: judgement.probabilityBetter,
      expectedRegret: judgement.expectedRegret,
    },
  }
}

function channelDocument(channel: SimulatedChannel, optimised: OptimisedPlan): PlannedChannelDocument {
  const { limits, channels, prices } = optimised
  const own = channels.find(({ name }) => name === channel.name)
  const c = limits.channels.findIndex(({ name }) => name === channel.name)
  const limit = limits.channels[c]
  return {
    ...channel,
    today: own?.today ?? 0,
    min: limit?.low ?? 0,
    max: limit === undefined || !(limit.high < LARGEST_MULTIPLE * limit.today) ? null : limit.high,
    shadowPrice: prices.channels[c] ?? 0,
    direction: own?.direction ?? null,
    observed: own?.observed ?? true,
  }
}

function plannedOf(name: string, { channels }: OptimisedPlan): number {
  return channels.find((channel) => channel.name === name)?.planned ?? 0
}
