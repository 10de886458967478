import type { Estimate } from '../estimate.js'
import type { PlanValue } from './plan-value.js'
import { summarise } from '../analysis/summarise.js'

/** A plan's figures less those of another over the same window, draw by draw. */
export interface PlanDifference {
  readonly spend: number
  /** KPI in the window. */
  readonly kpi: Estimate
  /** Tail included. */
  readonly incrementalKpi: Estimate
  /** Money; null without a value per KPI unit. */
  readonly incrementalValue: Estimate | null
  /** Money; null without a margin. */
  readonly profit: Estimate | null
  /** Share of draws in which the plan brings more of `betterBy`; null where the plans are the same. */
  readonly probabilityBetter: number | null
  /** Profit where there is a margin; else what the spend causes, whatever it costs. */
  readonly betterBy: 'profit' | 'incrementalKpi'
}

/** Compares two plans valued in one setting. */
export function comparePlans(plan: PlanValue, against: PlanValue): PlanDifference {
  const less = (a: Float64Array, b: Float64Array): Float64Array => a.map((x, d) => x - b[d])
  const lessOrNull = (a: Float64Array | null, b: Float64Array | null): Float64Array | null =>
    a === null || b === null ? null : less(a, b)
  const kpi = less(plan.draws.incrementalKpi, against.draws.incrementalKpi)
  const profit = lessOrNull(plan.draws.profit, against.draws.profit)
  const value = lessOrNull(plan.draws.incrementalValue, against.draws.incrementalValue)
  return {
    spend: plan.spend - against.spend,
    kpi: summarise(less(plan.draws.kpi, against.draws.kpi)),
    incrementalKpi: summarise(kpi),
    incrementalValue: value === null ? null : summarise(value),
    profit: profit === null ? null : summarise(profit),
    probabilityBetter: isSame(plan, against) ? null : shareAbove(profit ?? kpi),
    betterBy: profit === null ? 'incrementalKpi' : 'profit',
  }
}

/** Whether two plans spend the same on every channel in every period. */
function isSame({ plan }: PlanValue, { plan: other }: PlanValue): boolean {
  return [...plan.spend].every(([name, spend]) => {
    const money = other.spend.get(name)
    return money !== undefined && spend.every((x, t) => x === money[t])
  })
}

function shareAbove(draws: Float64Array): number {
  return draws.reduce((count, x) => count + (x > 0 ? 1 : 0), 0) / draws.length
}
