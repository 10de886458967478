import type { ExpectedCurve } from '../analysis/expected-curve.js'
import type { Quantity } from '../analysis/response-table.js'
import { withKnots } from '../analysis/expected-curve.js'
import { prepareReward, rewardAt } from './best-response.js'

/** A split to be found on curves: what it counts, and how it is found. */
export interface SplitTask<T extends FoundSplit> {
  readonly quantity: Quantity
  solve(curves: readonly ExpectedCurve[]): T
}

export interface FoundSplit {
  /** Multiple by channel, in the order of the curves. */
  readonly multiples: ArrayLike<number>
}

/** Splits that lie where the curves are exact, and those curves. */
export interface SettledSplits<T extends FoundSplit> {
  readonly splits: T[]
  readonly curves: readonly ExpectedCurve[]
}

/** Rounds of exact knots at the splits: one or two, more only where a curve starts very steeply. */
const ROUNDS = 12
/** Share of the reward by which interpolation may still be off at a split. */
const SETTLED = 1e-9

/** The splits, solved again with exact knots where they lie until the curves there are exact. */
export function settledSplits<T extends FoundSplit>(
  start: readonly ExpectedCurve[],
  tasks: readonly SplitTask<T>[],
): SettledSplits<T> {
  let curves = start
  let splits: T[] = []
  let settled = false
  for (let round = 0; round < ROUNDS; round++) {
    splits = tasks.map((task) => task.solve(curves))
    if (settled) break
    const guessed = tasks.map(({ quantity }, i) => rewardsOf(curves, quantity, splits[i]))
    curves = curves.map((curve, c) =>
      withKnots(
        curve,
        splits.map(({ multiples }) => multiples[c]),
      ),
    )
    settled = tasks.every(({ quantity }, i) => isClose(guessed[i], rewardsOf(curves, quantity, splits[i])))
  }
  return { splits, curves }
}

function isClose(guessed: readonly number[], exact: readonly number[]): boolean {
  const off = exact.reduce((sum, reward, c) => sum + Math.abs(reward - guessed[c]), 0)
  return off <= SETTLED * Math.abs(exact.reduce((sum, reward) => sum + reward, 0))
}

function rewardsOf(curves: readonly ExpectedCurve[], quantity: Quantity, { multiples }: FoundSplit): number[] {
  return curves.map((curve, c) => expectedReward(curve, quantity, multiples[c]))
}

/** Interpolated expected reward at a multiple; exact at a knot. */
export function expectedReward({ knots, response }: ExpectedCurve, quantity: Quantity, multiple: number): number {
  return rewardAt(prepareReward({ spend: response.spend, reward: knots[quantity] }), multiple)
}
