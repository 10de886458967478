// The best multiples of every channel's pattern. Reference: roi-and-profit.md, 6.1 to 6.4.

import type { ExpectedCurve } from '../analysis/expected-curve.js'
import type { BudgetChannel } from '../budget/best-response.js'
import type { Split } from '../budget/best-split.js'
import type { SplitGoal } from '../budget/split-problem.js'
import type { PlanLimits } from './plan-limits.js'
import type { PlanTask } from './plan-task.js'
import { InputError } from '../../check/errors.js'
import { LARGEST_MULTIPLE } from '../analysis/multiples.js'
import { bestSplit } from '../budget/best-split.js'
import { formatMoney, formatNumber } from '../words/format.js'
import { limitsAt } from './plan-limits.js'
import { requireCompatible, spendRange } from './limit-conflicts.js'
import { targetName } from './plan-request.js'
import { bestTotal, largestTotalReaching, smallestTotalReaching } from './total-search.js'

/** Expected curves along the patterns, in the order of the limits' channels; a channel's multiple 1 is `response.spend`. */
export interface AlongProblem {
  readonly curves: readonly ExpectedCurve[]
  readonly limits: PlanLimits
  readonly task: PlanTask
}

/**
 * The plan that serves a task best, for any shape of curves: a split of the total, and the total where it isn't given.
 *
 * @throws InputError where the limits contradict each other, or a target is out of reach (with the nearest that isn't).
 */
export function bestAlong(problem: AlongProblem): Split {
  const { limits, task } = problem
  const base = limits.shares.length > 0 ? limitsAt(limits, task.exact ?? 0) : limits
  requireCompatible(base, task.exact)
  if (task.exact !== null) return required(splitAt(problem, task.exact))
  const range = reachable(problem)
  if (task.keep !== null) return cheapest(problem, task.keep, range)
  if (task.target !== null && task.target.of !== 'marginal-roas') return largestAtReturn(problem, range)
  return freeSplit(problem, task.price, range)
}

/** The most reward for exactly a total; null where the limits don't allow it. */
function splitAt({ curves, limits, task }: AlongProblem, total: number): Split | null {
  return solve({ curves, limits: limitsAt(limits, total), task }, { goal: 'budget', amount: total })
}

function solve({ curves, limits, task }: AlongProblem, goal: SplitGoal): Split | null {
  const channels = curves.map((curve, c): BudgetChannel => {
    const { spend } = curve.response
    const { low, high } = limits.channels[c]
    return {
      spend,
      reward: curve.knots[task.quantity],
      low: Math.min(low / spend, LARGEST_MULTIPLE),
      high: Math.min(high / spend, LARGEST_MULTIPLE),
    }
  })
  return bestSplit(channels, goal, limits.groups)
}

/** Totals between which all limits can be met, where the total isn't fixed. */
function reachable({ curves, limits, task }: AlongProblem): { low: number; high: number } {
  const capped: PlanLimits = {
    ...limits,
    channels: limits.channels.map((channel, c) => ({
      ...channel,
      high: Math.min(channel.high, LARGEST_MULTIPLE * curves[c].response.spend),
    })),
  }
  const { low, high } = spendRange(capped)
  if (task.cap < low * (1 - 1e-9)) {
    const money = (amount: number): string => formatMoney(amount, limits.currency)
    throw new InputError(
      `At most ${money(task.cap)} is below what the limits ask for, at least ${money(low)}: widen --within or --bound.`,
    )
  }
  return { low, high: Math.min(high, task.cap) }
}

/** Reward less the price of money at its best, up to the cap. */
function freeSplit(problem: AlongProblem, price: number, range: { low: number; high: number }): Split {
  if (problem.limits.shares.length === 0) {
    return required(solve(problem, { goal: 'cap', amount: problem.task.cap, price }))
  }
  const total = bestTotal((money) => (splitAt(problem, money)?.score ?? -Infinity) - price * money, range)
  const split = required(splitAt(problem, total))
  return { ...split, score: split.score - price * total }
}

function cheapest(problem: AlongProblem, keep: number, range: { low: number; high: number }): Split {
  const most = splitAt(problem, range.high)
  if (most === null || most.score < keep * (1 - 1e-9)) {
    throw new InputError(
      `An incremental KPI of ${formatNumber(keep)} can't be reached within the limits: the most is ${formatNumber(most?.score ?? 0)}.`,
    )
  }
  if (problem.limits.shares.length === 0) {
    return required(solve(problem, { goal: 'target', amount: Math.min(keep, most.score) }))
  }
  const reaches = (money: number): boolean => (splitAt(problem, money)?.score ?? -Infinity) >= keep
  const total = smallestTotalReaching(reaches, range)
  return { ...required(splitAt(problem, total)), score: -total }
}

/** The most reward whose average return on all spend reaches the target: the largest total that does. */
function largestAtReturn(problem: AlongProblem, range: { low: number; high: number }): Split {
  const { task } = problem
  const target = task.target!
  const floor = target.of === 'roi' ? 1 + target.value : target.value
  const excess = (money: number): number => (splitAt(problem, money)?.score ?? -Infinity) - floor * money
  const rounding = 1e-9 * floor * range.high
  const best = freeSplit(problem, floor, range)
  if (best.score < -rounding || !(spentOf(problem, best) > 0)) throw new InputError(unreachable(problem, range, best))
  const total = largestTotalReaching((money) => excess(money) >= -rounding, spentOf(problem, best), range.high)
  return required(splitAt(problem, total))
}

function unreachable(problem: AlongProblem, range: { low: number; high: number }, start: Split): string {
  const target = problem.task.target!
  let split = start
  let ratio = -Infinity
  // Dinkelbach's iteration: the highest average return is the price at which nothing is left over.
  for (let round = 0; round < 50; round++) {
    const spent = spentOf(problem, split)
    if (!(spent > 0)) break
    const next = rewardOf(problem, split) / spent
    if (!(next > ratio + 1e-12 * Math.abs(next))) break
    ratio = next
    split = freeSplit(problem, ratio, range)
  }
  const written = target.of === 'roi' ? ratio - 1 : ratio
  const nearest = Number.isFinite(ratio)
    ? `the highest within the limits is ${written.toPrecision(3)}`
    : 'no spend returns that much'
  return `A ${targetName(target.of)} of ${target.value} can't be reached: ${nearest}.`
}

function spentOf({ curves }: AlongProblem, { multiples }: Split): number {
  return curves.reduce((sum, { response }, c) => sum + response.spend * multiples[c], 0)
}

/** Reward of a split whose score has the price of its money taken off. */
function rewardOf(problem: AlongProblem, split: Split): number {
  return splitAt(problem, spentOf(problem, split))?.score ?? 0
}

function required(split: Split | null): Split {
  if (split === null) throw new InputError('The limits contradict each other: no plan meets all of them.')
  return split
}
