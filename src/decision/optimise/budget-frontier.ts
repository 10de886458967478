import type { ChannelAnalysis } from '../analysis/channel-analysis.js'
import type { Quantity, ResponseTable } from '../analysis/response-table.js'
import type { BudgetChannel } from '../budget/best-response.js'
import type { Estimate } from '../estimate.js'
import type { NamedPlan } from '../results.js'
import type { Frontier, FrontierMark, FrontierPoint } from './frontier.js'
import { LARGEST_MULTIPLE } from '../analysis/multiples.js'
import { hasQuantity } from '../analysis/response-table.js'
import { summarise } from '../analysis/summarise.js'
import { bestSplit, type Split } from '../budget/best-split.js'
import { tableFigures } from './table-figures.js'

/** Budgets as multiples of today's: every twentieth up to today's, every tenth up to three times that. */
export const frontierMultiples: readonly number[] = [
  ...Array.from({ length: 20 }, (_, i) => i / 20),
  ...Array.from({ length: 21 }, (_, i) => (10 + i) / 10),
]

/**
 * The best split of every budget from zero to three times today's: the most expected profit (value or KPI where there is no margin), every
 * channel between 0 and 10 times today, demand capture at most today.
 *
 * Splits and bands come from the tabulated curves of every draw, interpolated by cubics to about a hundred thousandth of the greatest value.
 *
 * @param channels with spend in the window; none gives null.
 * @param plans the named plans of the same window.
 */
export function budgetFrontier(channels: readonly ChannelAnalysis[], plans: readonly NamedPlan[]): Frontier | null {
  const spending = channels.filter(({ response }) => response.spend > 0)
  if (spending.length === 0) return null
  const problem = frontierProblem(spending)
  const today = spending.reduce((sum, { response }) => sum + response.spend, 0)
  const points = frontierMultiples.flatMap((multiple): FrontierPoint[] => {
    const split = splitAt(problem, multiple * today)
    return split === null ? [] : [pointOf(problem, split)]
  })
  const breakEven = problem.quantity === 'gain' ? breakEvenOf(problem) : null
  return {
    today,
    channels: spending.map(({ name }) => name),
    points,
    marks: [...plans.map(markOf), ...(breakEven === null ? [] : [breakEvenMark(problem, breakEven)])].sort(
      (a, b) => a.budget - b.budget,
    ),
    neverBreaksEven: problem.quantity === 'gain' && breakEven === null,
  }
}

interface FrontierProblem {
  readonly quantity: Quantity
  readonly curves: readonly BudgetChannel[]
  /** Largest multiples inside what history shows. */
  readonly observedTo: readonly number[]
  readonly tables: readonly ResponseTable[]
}

function frontierProblem(channels: readonly ChannelAnalysis[]): FrontierProblem {
  const [{ table }] = channels
  const quantity = (['gain', 'value', 'kpi'] as const).find((each) => hasQuantity(table, each)) ?? 'kpi'
  return {
    quantity,
    observedTo: channels.map(({ response }) => Math.max(1, response.observedTo)),
    curves: channels.map(({ curve, role, response }) => ({
      spend: response.spend,
      reward: curve.knots[quantity],
      low: 0,
      high: role === 'demand-capture' ? 1 : LARGEST_MULTIPLE,
    })),
    tables: channels.map((channel) => channel.table),
  }
}

function splitAt({ curves }: FrontierProblem, budget: number): Split | null {
  return bestSplit(curves, { goal: 'budget', amount: budget })
}

function pointOf({ curves, tables, observedTo }: FrontierProblem, { multiples, price }: Split): FrontierPoint {
  const spend = curves.map((channel, c) => channel.spend * multiples[c])
  const budget = spend.reduce((sum, money) => sum + money, 0)
  const { kpi, value, gain } = tableFigures(tables, multiples)
  const ratio = (money: Float64Array | null, less: number): Estimate | null =>
    money === null || !(budget > 0) ? null : summarise(money.map((x) => x / budget - less))
  return {
    budget,
    spend,
    incrementalKpi: summarise(kpi),
    profit: gain === null ? null : summarise(gain.map((x) => x - budget)),
    roas: ratio(value, 0),
    roi: ratio(gain, 1),
    observed: observedTo.every((most, c) => multiples[c] <= most * (1 + 1e-9)),
    lastUnit: price,
  }
}

function markOf({ name, totalSpend, incrementalKpi, profit, roas, roi }: NamedPlan): FrontierMark {
  return { name, budget: totalSpend, incrementalKpi, profit, roas, roi }
}

function breakEvenMark(problem: FrontierProblem, split: Split): FrontierMark {
  const { budget, incrementalKpi, profit, roas, roi } = pointOf(problem, split)
  return { name: 'break-even', budget, incrementalKpi, profit, roas, roi }
}

const BISECTIONS = 60

/** The split of the largest budget whose expected profit isn't negative; null where the last one reachable still earns. */
function breakEvenOf(problem: FrontierProblem): Split | null {
  const reach = problem.curves.reduce((sum, { spend, high }) => sum + spend * high, 0)
  const profit = (split: Split | null, budget: number): number => (split === null ? -Infinity : split.score - budget)
  let [earns, loses] = [0, reach]
  if (profit(splitAt(problem, reach), reach) >= 0) return null
  // The last stretch in which profit turns: best splits rise and fall once but where curves are S-shaped.
  const steps = 40
  for (let step = steps - 1; step > 0; step--) {
    const budget = (reach * step) / steps
    if (profit(splitAt(problem, budget), budget) < 0) {
      loses = budget
      continue
    }
    earns = budget
    break
  }
  for (let i = 0; i < BISECTIONS && loses - earns > 1e-9 * loses; i++) {
    const middle = 0.5 * (earns + loses)
    if (profit(splitAt(problem, middle), middle) >= 0) earns = middle
    else loses = middle
  }
  return splitAt(problem, earns)
}
