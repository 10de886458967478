// The split with the highest quantile of its reward over draws: not separable and not concave, so it is searched for and bounded.

import type { ResponseTable } from '../analysis/response-table.js'
import type { PreparedReward } from '../budget/best-response.js'
import type { BudgetChannel } from '../budget/best-response.js'
import type { Split } from '../budget/best-split.js'
import type { PlanLimits } from './plan-limits.js'
import type { PlanTask } from './plan-task.js'
import { LARGEST_MULTIPLE } from '../analysis/multiples.js'
import { drawKnots } from '../analysis/response-table.js'
import { prepareReward, rewardAt } from '../budget/best-response.js'
import { bestSplit } from '../budget/best-split.js'
import { quantileSorted } from '../../numeric/stats/summary.js'
import { limitsAt } from './plan-limits.js'
import { spendRange } from './limit-conflicts.js'

export interface QuantileInput {
  readonly tables: readonly ResponseTable[]
  readonly limits: PlanLimits
  readonly task: PlanTask
  /** Where the search begins: the best split of the expectation. */
  readonly start: Split
}

/** Shares of a channel's spend that the search moves, one after the other. */
const STEPS = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002]
/** Sweeps over all moves at one step. */
const SWEEPS = 8

/**
 * A split with a high quantile of the reward (profit: less its money): no move of money between two channels, or into and out of one where
 * the total is free, improves it. `gap` bounds what any split could add: no quantile exceeds that of the draws' own best splits.
 */
export function quantileSplit(input: QuantileInput): Split {
  const { task, start } = input
  const draws = preparedDraws(input.tables, task)
  const search = new QuantileSearch(input, draws, start.multiples)
  for (const step of STEPS) {
    for (let sweep = 0; sweep < SWEEPS; sweep++) if (!search.sweep(step)) break
  }
  const limit = quantileOf(bestOfEachDraw(input, draws), task.quantile!)
  const score = search.value
  return { ...start, multiples: search.multiples, score, gap: Math.max(0, limit - score) }
}

/** A channel's reward in every draw, indexed [channel][draw]. */
type DrawRewards = readonly (readonly PreparedReward[])[]

function preparedDraws(tables: readonly ResponseTable[], { quantity }: PlanTask): DrawRewards {
  return tables.map((table) =>
    Array.from({ length: table.response.draws }, (_, d) =>
      prepareReward({ spend: table.response.spend, reward: drawKnots(table, d, quantity) }),
    ),
  )
}

/** Multiples that only get better, and the rewards of every draw at them. */
class QuantileSearch {
  readonly multiples: Float64Array
  value: number
  private readonly parts: Float64Array[]

  constructor(
    private readonly input: QuantileInput,
    private readonly draws: DrawRewards,
    start: Float64Array,
  ) {
    this.multiples = start.slice()
    this.parts = draws.map((rewards, c) => rewardsAt(rewards, start[c]))
    this.value = this.quantileWith([])
  }

  /** Tries every move of a step's size; whether one was an improvement. */
  sweep(step: number): boolean {
    const { tables, task } = this.input
    const spends = tables.map(({ response }) => response.spend)
    let better = false
    for (let from = 0; from < spends.length; from++) {
      const money = step * Math.max(this.multiples[from], 0.1) * spends[from]
      if (task.exact === null) {
        for (const sign of [-1, 1]) better = this.accept([[from, (sign * money) / spends[from]]]) || better
      }
      for (let to = 0; to < spends.length; to++) {
        if (to === from) continue
        const moves = [
          [from, -money / spends[from]],
          [to, money / spends[to]],
        ] as const
        better = this.accept(moves) || better
      }
    }
    return better
  }

  private accept(moves: readonly (readonly [channel: number, change: number])[]): boolean {
    const moved = this.multiples.slice()
    for (const [c, change] of moves) moved[c] += change
    if (!this.allows(moved)) return false
    const changed = moves.map(([c]) => [c, rewardsAt(this.draws[c], moved[c])] as const)
    const before = moves.map(([c]) => this.multiples[c])
    moves.forEach(([c]) => (this.multiples[c] = moved[c]))
    const value = this.quantileWith(changed)
    if (value > this.value + 1e-12 * Math.abs(this.value)) {
      for (const [c, rewards] of changed) this.parts[c] = rewards
      this.value = value
      return true
    }
    moves.forEach(([c], i) => (this.multiples[c] = before[i]))
    return false
  }

  private quantileWith(changed: readonly (readonly [number, Float64Array])[]): number {
    const { tables, task } = this.input
    const total = new Float64Array(this.draws[0].length)
    this.parts.forEach((part, c) => {
      const own = changed.find(([place]) => place === c)?.[1] ?? part
      for (let d = 0; d < total.length; d++) total[d] += own[d]
    })
    const spent = this.multiples.reduce((sum, multiple, c) => sum + multiple * tables[c].response.spend, 0)
    return quantileOf(total, task.quantile!) - (task.exact === null ? task.price * spent : 0)
  }

  private allows(multiples: Float64Array): boolean {
    const { tables, limits, task } = this.input
    const money = Array.from(multiples, (multiple, c) => multiple * tables[c].response.spend)
    const total = money.reduce((sum, x) => sum + x, 0)
    const { channels, groups } = limitsAt(limits, total)
    const inside = (x: number, low: number, high: number): boolean => x >= low * (1 - 1e-12) && x <= high * (1 + 1e-12)
    return (
      multiples.every((multiple) => multiple >= 0 && multiple <= LARGEST_MULTIPLE) &&
      total <= task.cap * (1 + 1e-12) &&
      channels.every(({ low, high }, c) => inside(money[c], low, high)) &&
      groups.every((group) =>
        inside(
          group.channels.reduce((sum, c) => sum + money[c], 0),
          group.low,
          group.high,
        ),
      )
    )
  }
}

function rewardsAt(rewards: readonly PreparedReward[], multiple: number): Float64Array {
  return Float64Array.from(rewards, (reward) => rewardAt(reward, multiple))
}

/** Every draw's reward under the split that is best for it alone: what any plan could bring there, and no more. */
function bestOfEachDraw({ tables, limits, task }: QuantileInput, draws: DrawRewards): Float64Array {
  // Without the shares, which hang on the total: a larger set, so still a bound.
  const { channels, groups } = limits
  const range = spendRange(limits)
  const goal =
    task.exact !== null
      ? ({ goal: 'budget', amount: task.exact } as const)
      : ({ goal: 'cap', amount: Math.min(task.cap, range.high), price: task.price } as const)
  return Float64Array.from(draws[0], (_, d) => {
    const own = tables.map(({ response: { spend } }, c): BudgetChannel => ({
      spend,
      reward: draws[c][d].knots,
      low: Math.min(channels[c].low / spend, LARGEST_MULTIPLE),
      high: Math.min(channels[c].high / spend, LARGEST_MULTIPLE),
    }))
    const split = bestSplit(own, goal, groups)
    return split === null ? 0 : split.score + split.gap
  })
}

function quantileOf(values: Float64Array, p: number): number {
  return quantileSorted(values.slice().sort(), p)
}
