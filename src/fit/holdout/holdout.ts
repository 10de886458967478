import type { Estimate } from '../../numeric/stats/estimate.js'

/** The hold-out of a fit, or why there is none. */
export interface HoldoutResult {
  readonly holdout: Holdout | null
  /** One sentence where `holdout` is null, else null. */
  readonly reason: string | null
}

/**
 * The last quarter of the data (the last year of annual data), predicted by a quick refit without it.
 *
 * The refit sees no KPI of the quarter; media, controls and calendar are given, as in a forecast under a known plan.
 */
export interface Holdout {
  /** First and last held-out period, as a table writes them. */
  readonly from: string
  readonly to: string
  readonly periods: readonly string[]
  /** Periods that the refit has seen. */
  readonly fittedPeriods: number
  /** Draws of the refit. */
  readonly draws: number
  /** KPI units, one entry a held-out period; so are all series below. */
  readonly observed: readonly number[]
  readonly model: HoldoutPrediction
  /** The same model without any channel, fitted to the same periods. */
  readonly withoutMedia: HoldoutPrediction
  /** The same period a year earlier; for days the same weekday, 364 days earlier. */
  readonly seasonalNaive: HoldoutPrediction
  readonly returns: HoldoutReturns
}

/** What was predicted for the held-out periods, and how far off it was. */
export interface HoldoutPrediction {
  readonly mean: readonly number[]
  /** 5 % and 95 % quantiles of the KPI itself, noise included; null where the prediction is one number. */
  readonly q05: readonly number[] | null
  readonly q95: readonly number[] | null
  /** Root mean squared error of `mean`, KPI units. */
  readonly rmse: number
  /** rmse / |mean of what was observed|; null where that is 0. */
  readonly relativeRmse: number | null
  /** Mean absolute error relative to what was observed; null where that is 0. */
  readonly mape: number | null
  /** Mean continuous ranked probability score, KPI units; the mean absolute error of one number. */
  readonly crps: number
  /** The same of each held-out period; absent from older fits. */
  readonly crpsByPeriod?: readonly number[]
  /** Share of the held-out periods between `q05` and `q95`. */
  readonly coverage: number | null
  readonly total: HoldoutTotal
}

/** The sum over the held-out periods, KPI units. */
export interface HoldoutTotal {
  readonly observed: number
  readonly mean: number
  readonly q05: number | null
  readonly q95: number | null
  /** mean - observed. */
  readonly error: number
  /** error / observed; null where that is 0. */
  readonly relativeError: number | null
}

/** How far each paid channel's return over the whole fit window moves when the last quarter is dropped. */
export interface HoldoutReturns {
  /** Incremental KPI per unit of money where a KPI unit has no value in money. */
  readonly measure: 'roas' | 'kpi-per-spend'
  /** Paid channels with spend, in model order. */
  readonly channels: readonly HoldoutReturn[]
  /** All paid media together; null without any. */
  readonly media: HoldoutReturn | null
}

/** One return over the whole fit window, under two sets of parameters. */
export interface HoldoutReturn {
  readonly name: string
  /** As the fit to all periods has it. */
  readonly all: Estimate
  /** As the refit without the held-out periods has it: the same spend, in the same window. */
  readonly without: Estimate
  /** without.mean / all.mean; null where that is 0. */
  readonly ratio: number | null
  /** Whether `without.mean` lies outside `all`'s 5 % to 95 %. */
  readonly moved: boolean
}
