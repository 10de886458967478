import type { ExpectedCurve } from '../analysis/expected-curve.js'
import type { Quantity } from '../analysis/response-table.js'
import type { BudgetChannel } from './best-response.js'
import type { PlanOutcome, PlanSplit } from './plan-outcome.js'
import { LARGEST_MULTIPLE } from '../analysis/multiples.js'
import { settledPoints } from '../analysis/settled-points.js'
import { mean } from '../../numeric/stats/summary.js'
import { bestSplit } from './best-split.js'
import { planOutcomes } from './plan-outcome.js'
import { expectedReward, settledSplits } from './settled-splits.js'

/** A paid channel with spend in the window. */
export interface PlanChannel {
  readonly curve: ExpectedCurve
  /** No plan spends more than today on a channel that captures demand created elsewhere. */
  readonly role: 'demand-capture' | null
  /** Multiple of its greatest expected profit, where that is known; it is found anew where it isn't. */
  readonly profitMax?: number
}

/**
 * The four plans of the whole budget's trade-off, every channel between 0 and 10 times today (demand capture: at most today).
 *
 * - `today`;
 * - `same-sales-for-less`: the cheapest split that keeps today's expected incremental KPI;
 * - `best-split`: the split of exactly today's budget with the most expected profit (value or KPI where there is no margin);
 * - `profit-max`: the budget and split with the most expected profit; left out without a margin.
 *
 * Splits are found on the expected curves and valued on all draws. With diminishing returns profit never falls from one plan to the
 * next as long as today's budget is below the most profitable one; beyond it the best split of today's budget earns less.
 *
 * @param channels at least one.
 */
export function namedPlans(channels: readonly PlanChannel[]): readonly PlanOutcome[] {
  const curves = channels.map(({ curve }) => curve)
  const quantity = objective(curves[0])
  const total = (of: (curve: ExpectedCurve) => number): number => curves.reduce((sum, curve) => sum + of(curve), 0)
  const tasks: NamedTask[] = [
    { name: 'best-split', quantity, goal: 'budget', amount: total(({ response }) => response.spend) },
    {
      name: 'same-sales-for-less',
      quantity: 'kpi',
      goal: 'target',
      amount: total((curve) => expectedReward(curve, 'kpi', 1)),
    },
  ]
  const [best, cheapest] = settledSplits(
    curves,
    tasks.map((task) => ({ quantity: task.quantity, solve: (known) => splitOf(known, channels, task) })),
  ).splits
  const multiples = channels.map(() => 1)
  const free = {
    name: 'profit-max' as const,
    multiples: quantity === 'gain' ? freeMultiples(channels) : multiples,
    gap: 0,
  }
  const splits = [{ name: 'today' as const, multiples, gap: 0 }, cheapest, best, free]
  const [today, same, split, most] = planOutcomes(
    curves.map(({ response }) => response),
    splits,
  )
  const plans = keptPromises({ today, same, split, quantity })
  return quantity === 'gain' ? [...plans, bestOf(most, plans)] : plans
}

/** What a split of a given budget is to bring most of: gain, else value, else KPI units. */
function objective({ knots }: ExpectedCurve): Quantity {
  return knots.gain.y[0] === knots.gain.y[0] ? 'gain' : knots.value.y[0] === knots.value.y[0] ? 'value' : 'kpi'
}

interface NamedTask {
  readonly goal: 'budget' | 'target'
  readonly amount: number
  readonly name: PlanSplit['name']
  readonly quantity: Quantity
}

/** One split on the interpolated curves; today's where rounding leaves no other. */
function splitOf(curves: readonly ExpectedCurve[], channels: readonly PlanChannel[], task: NamedTask): PlanSplit {
  const rewards = curves.map((curve, c): BudgetChannel => ({
    spend: curve.response.spend,
    reward: curve.knots[task.quantity],
    low: 0,
    high: channels[c].role === 'demand-capture' ? 1 : LARGEST_MULTIPLE,
  }))
  const split = bestSplit(rewards, task)
  return {
    name: task.name,
    multiples: split === null ? curves.map(() => 1) : Array.from(split.multiples),
    gap: split?.gap ?? 0,
  }
}

/** With a free budget every channel stands at its own profit-max. */
function freeMultiples(channels: readonly PlanChannel[]): number[] {
  return channels.map(({ curve, role, profitMax }) => {
    if (role === 'demand-capture') return settledPoints(curve, 1).points.profitMax
    return profitMax ?? settledPoints(curve).points.profitMax
  })
}

interface FoundPlans {
  readonly today: PlanOutcome
  readonly same: PlanOutcome
  readonly split: PlanOutcome
  readonly quantity: Quantity
}

/** The plans as promised: rounding may leave a plan that is today's own a hair behind it; then it is today's. */
function keptPromises({ today, same, split, quantity }: FoundPlans): PlanOutcome[] {
  const gain = expectation(split, quantity) - expectation(today, quantity)
  return [
    { ...today, gap: Math.max(0, gain) + split.gap },
    same.totalSpend < today.totalSpend ? same : { ...today, name: same.name, gap: same.gap },
    gain > 0 ? split : { ...today, name: split.name, gap: split.gap },
  ]
}

/** Mean over draws of the objective. */
function expectation(plan: PlanOutcome, quantity: Quantity): number {
  return mean(plan[quantity] ?? plan.kpi)
}

function bestOf(free: PlanOutcome, others: readonly PlanOutcome[]): PlanOutcome {
  const profit = (plan: PlanOutcome): number => expectation(plan, 'gain') - plan.totalSpend
  const best = others.reduce((most, plan) => (profit(plan) > profit(most) ? plan : most), free)
  return { ...best, name: 'profit-max', gap: 0 }
}
