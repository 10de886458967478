import type { Estimate } from '../estimate.js'

/** The best split of every budget, and the budgets worth a name. */
export interface Frontier {
  /** Money over the window under today's plan. */
  readonly today: number
  /** Channels, in the order of each point's spends. */
  readonly channels: readonly string[]
  /** Ascending budgets, from zero to three times today. */
  readonly points: readonly FrontierPoint[]
  /** Today's own plan and the other named ones, which lie on or below the frontier, and break-even on it. */
  readonly marks: readonly FrontierMark[]
  /** Whether the frontier still earns at ten times today's spend, or as far as its channels reach. */
  readonly neverBreaksEven: boolean
}

export interface FrontierPoint {
  /** Money over the window. */
  readonly budget: number
  readonly spend: readonly number[]
  readonly incrementalKpi: Estimate
  /** Null without a margin. */
  readonly profit: Estimate | null
  /** Ratios are null at a budget of zero. */
  readonly roas: Estimate | null
  readonly roi: Estimate | null
  /** Whether every channel stays within the spends that history shows. */
  readonly observed: boolean
  /** What the last unit of money brings, in expected money after variable cost (value or KPI without a margin). */
  readonly lastUnit: number
}

export interface FrontierMark extends Omit<FrontierPoint, 'spend' | 'observed' | 'lastUnit'> {
  readonly name: 'today' | 'same-sales-for-less' | 'best-split' | 'profit-max' | 'break-even'
}
