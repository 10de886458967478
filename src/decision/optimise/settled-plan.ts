import type { ExpectedCurve } from '../analysis/expected-curve.js'
import type { ResponseTable } from '../analysis/response-table.js'
import type { Split } from '../budget/best-split.js'
import type { PlanLimits } from './plan-limits.js'
import type { PlanTask } from './plan-task.js'
import { settledSplits } from '../budget/settled-splits.js'
import { bestAlong } from './along-pattern.js'
import { tabulatedCurve } from '../analysis/expected-curve.js'
import { expectedCurves } from './plan-curves.js'
import { quantileSplit } from './quantile-split.js'

/** The best split for a task, and the curves with exact knots where it lies. */
export interface SettledPlan {
  readonly split: Split
  readonly curves: readonly ExpectedCurve[]
  /** Whether `split.gap` is proven to bound what a better plan could bring. */
  readonly status: 'optimal' | 'bounded'
}

/** What is solved: a table a channel, in the order of the limits' channels. */
export interface PlanProblem {
  readonly tables: readonly ResponseTable[]
  readonly limits: PlanLimits
  readonly task: PlanTask
}

/** Solves a task on the draws of its tables, with exact knots at the answer; a stated quantile by a search that starts from there. */
export function settledPlan({ tables, limits, task }: PlanProblem): SettledPlan {
  const { splits, curves } = settledSplits(expectedCurves(tables), [
    { quantity: task.quantity, solve: (known) => bestAlong({ curves: known, limits, task }) },
  ])
  const split = task.quantile === null ? splits[0] : quantileSplit({ tables, limits, task, start: splits[0] })
  return { split, curves, status: split.gap === 0 ? 'optimal' : 'bounded' }
}

/** The best split on the tables alone, without exact knots: what a plan's probability needs, not its value. */
export function tabulatedPlan({ tables, limits, task }: PlanProblem): Split {
  const split = bestAlong({ curves: tables.map(tabulatedCurve), limits, task })
  return task.quantile === null ? split : quantileSplit({ tables, limits, task, start: split })
}
