/** What a plan is to bring most of: profit, incremental KPI, or the least money for a stated outcome. */
export type PlanObjective = 'profit' | 'outcome' | 'efficiency'

/** How much may be spent over the window: what today's plan spends, a sum exactly, at most a sum, or whatever pays. */
export type PlanBudget =
  | { readonly kind: 'today' | 'free' }
  | { readonly kind: 'exact' | 'max'; /** Money over the window. */ readonly money: number }

/** Ends of what a channel or group may spend, as multiples of what it spends today; `high` may be infinite. */
export interface MultipleRange {
  readonly low: number
  readonly high: number
}

/** A return that the plan must reach: the average one of all its spend, or that of its last unit of money. */
export interface ReturnTarget {
  readonly of: 'roas' | 'roi' | 'marginal-roas'
  readonly value: number
}

/** Periods of the window, `from` to `to - 1` counted from its start, in which a channel must not spend. */
export interface NoSpend {
  readonly channel: string
  readonly from: number
  readonly to: number
}

/** What is asked of the optimiser. Everything has a careful default: today's budget, every channel within 70 to 130 % of today. */
export interface PlanRequest {
  /** @defaultValue profit where the spec has a margin, else outcome */
  readonly objective?: PlanObjective
  /** @defaultValue today; free for efficiency and for a target */
  readonly budget?: PlanBudget
  /** Share of today's spend by which a channel may move; null: no limit but ten times today. @defaultValue 0.3 */
  readonly within?: number | null
  /** Ranges of channels (in place of `within`) and of groups (beside it), by name. */
  readonly bounds?: ReadonlyMap<string, MultipleRange>
  /** Channels that keep today's spend. */
  readonly lock?: readonly string[]
  /** Least share of the plan's spend, in [0, 1], by channel or group. */
  readonly minShare?: ReadonlyMap<string, number>
  /** Channels that capture demand created elsewhere and may be raised all the same. */
  readonly allowRaise?: readonly string[]
  readonly target?: ReturnTarget
  /** Efficiency: the incremental KPI to keep, in KPI units or as a share of today's. @defaultValue all of today's */
  readonly keep?: { readonly kpi: number } | { readonly share: number }
  /** What the last unit of money must bring beyond itself, where the total is free or capped. @defaultValue 0 */
  readonly hurdle?: number
  /** Maximise this quantile over draws in place of the mean; in (0, 1). */
  readonly quantile?: number
  /**
   * How a channel's money lies over the periods: as in today's plan, in the shape of stated weights (by channel, one a period of the window),
   * or decided period by period. @defaultValue history
   */
  readonly pattern?: 'history' | 'free' | ReadonlyMap<string, Float64Array>
  readonly noSpend?: readonly NoSpend[]
  /** Pattern free: largest change from one period to the next, as a share of the channel's mean spend a period today. */
  readonly ramp?: number
}

/** The default of `within`. */
export const CAREFUL = 0.3

/** `ROAS`, `ROI` or `marginal ROAS`. */
export function targetName(of: ReturnTarget['of']): string {
  return of === 'marginal-roas' ? 'marginal ROAS' : of.toUpperCase()
}
