import type { GainCurve } from '../analysis/curve-points.js'
import type { ExpectedCurve } from '../analysis/expected-curve.js'
import type { Quantity } from '../analysis/response-table.js'
import type { BudgetChannel } from './best-response.js'
import type { PlanOutcome } from './plan-outcome.js'
import type { SplitGoal } from './relaxation.js'
import { expectedGain } from '../analysis/channel-points.js'
import { findCurvePoints } from '../analysis/curve-points.js'
import { withKnots } from '../analysis/expected-curve.js'
import { LARGEST_MULTIPLE } from '../analysis/multiples.js'
import { mean } from '../../numeric/stats/summary.js'
import { prepareReward, rewardAt } from './best-response.js'
import { bestSplit } from './best-split.js'
import { planOutcome } from './plan-outcome.js'

/** A paid channel with spend in the window. */
export interface PlanChannel {
  readonly curve: ExpectedCurve
  /** No plan spends more than today on a channel that captures demand created elsewhere. */
  readonly role: 'demand-capture' | null
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
  const responses = channels.map(({ curve }) => curve.response)
  const quantity = objective(channels[0].curve)
  const todayMultiples = responses.map(() => 1)
  const today = planOutcome('today', responses, todayMultiples, 0)
  const best = atLeast(today, solvedSplit(channels, quantity, { goal: 'budget', amount: today.totalSpend }), quantity)
  const cheapest = solvedSplit(channels, 'kpi', { goal: 'target', amount: mean(today.kpi) })
  const same = cheapest.totalSpend < today.totalSpend ? cheapest : { ...today, name: cheapest.name, gap: cheapest.gap }
  const missed = Math.max(0, expectation(best, quantity) - expectation(today, quantity)) + best.gap
  const plans = [{ ...today, gap: missed }, same, best]
  return quantity === 'gain' ? [...plans, mostProfitable(channels, plans)] : plans
}

/** What a split of a given budget is to bring most of: gain, else value, else KPI units. */
function objective({ knots }: ExpectedCurve): Quantity {
  return knots.gain.y[0] === knots.gain.y[0] ? 'gain' : knots.value.y[0] === knots.value.y[0] ? 'value' : 'kpi'
}

/** Mean over draws of the objective. */
function expectation(plan: PlanOutcome, quantity: Quantity): number {
  return mean(plan[quantity] ?? plan.kpi)
}

/** Rounds of exact knots at the split: two or three, more only where a curve starts very steeply. */
const ROUNDS = 12
/** Share of the reward by which interpolation may still be off at the split. */
const SETTLED = 1e-11

/** The best split, solved again with exact knots where it lies until the curves there are exact. */
function solvedSplit(channels: readonly PlanChannel[], quantity: Quantity, goal: SplitGoal): PlanOutcome {
  let curves = channels.map(({ curve }) => curve)
  let multiples = channels.map(() => 1)
  let gap = 0
  let settled = false
  for (let round = 0; round < ROUNDS; round++) {
    const split = bestSplit(
      curves.map((curve, c) => budgetChannel(curve, channels[c], quantity)),
      goal,
    )
    if (split === null) break
    multiples = Array.from(split.multiples)
    gap = split.gap
    if (settled) break
    const guessed = curves.map((curve, c) => rewardOf(curve, quantity, multiples[c]))
    curves = curves.map((curve, c) => withKnots(curve, [multiples[c]]))
    const exact = curves.map((curve, c) => rewardOf(curve, quantity, multiples[c]))
    const off = exact.reduce((sum, reward, c) => sum + Math.abs(reward - guessed[c]), 0)
    settled = off <= SETTLED * Math.abs(exact.reduce((sum, reward) => sum + reward, 0))
  }
  const responses = channels.map(({ curve }) => curve.response)
  return planOutcome(goal.goal === 'budget' ? 'best-split' : 'same-sales-for-less', responses, multiples, gap)
}

/** Interpolated reward at a multiple; exact at a knot. */
function rewardOf(curve: ExpectedCurve, quantity: Quantity, multiple: number): number {
  return rewardAt(prepareReward({ spend: curve.response.spend, reward: curve.knots[quantity] }), multiple)
}

function budgetChannel(curve: ExpectedCurve, { role }: PlanChannel, quantity: Quantity): BudgetChannel {
  const high = role === 'demand-capture' ? 1 : LARGEST_MULTIPLE
  return { spend: curve.response.spend, reward: curve.knots[quantity], low: 0, high }
}

/** Rounding may leave a split that is today's own a hair below it; then it is today's. */
function atLeast(today: PlanOutcome, split: PlanOutcome, quantity: Quantity): PlanOutcome {
  return expectation(split, quantity) > expectation(today, quantity)
    ? split
    : { ...today, name: split.name, gap: split.gap }
}

/** With a free budget every channel stands at its own profit-max. */
function mostProfitable(channels: readonly PlanChannel[], others: readonly PlanOutcome[]): PlanOutcome {
  const responses = channels.map(({ curve }) => curve.response)
  const multiples = channels.map(({ curve, role }) => {
    const gain = expectedGain(curve)
    return findCurvePoints(role === 'demand-capture' ? upToToday(gain) : gain).profitMax
  })
  const free = planOutcome('profit-max', responses, multiples, 0)
  const profit = (plan: PlanOutcome): number => expectation(plan, 'gain') - plan.totalSpend
  const best = others.reduce((most, plan) => (profit(plan) > profit(most) ? plan : most), free)
  return { ...best, name: 'profit-max', gap: 0 }
}

/** The part of a curve that doesn't raise today's spend. */
function upToToday(curve: GainCurve): GainCurve {
  const { x, y, slope } = curve.knots
  const end = x.indexOf(1) + 1
  return { ...curve, knots: { x: x.slice(0, end), y: y.slice(0, end), slope: slope.slice(0, end) } }
}
