import type { Estimate } from '../estimate.js'

/**
 * Why the KPI changed from one window to another, in KPI units.
 *
 * The changes of `rows` add up to `fitted.change` in every draw, so in means too; `fitted.change` and `unexplained` add up to
 * `observed.change`. Where the windows differ in length, a row of kind `length` holds what more or fewer periods alone make; every other
 * row then compares means per period, times the mean number of periods.
 */
export interface Drivers {
  readonly kpi: { readonly kind: 'revenue' | 'units'; readonly currency: string }
  /** Length of a period: day, week, month, quarter or year. */
  readonly period: string
  /** The window that is to be explained. */
  readonly window: ComparedWindow
  /** The window that it is compared with. */
  readonly against: ComparedWindow
  readonly rows: readonly Driver[]
  /** All paid media together, jointly per draw; null where the model has none. */
  readonly media: MediaChange | null
  readonly groups: readonly (MediaChange & { readonly channels: readonly string[] })[]
  readonly fitted: Change
  readonly observed: { readonly before: number; readonly now: number; readonly change: number }
  /** Observed change less fitted change: what the model does not explain. */
  readonly unexplained: Estimate
}

/** First and last period as a table writes them, and how many there are. */
export interface ComparedWindow {
  readonly from: string
  readonly to: string
  readonly periods: number
}

/** Sums over the window compared with and over the window explained, and the change from one to the other. */
export interface Change {
  readonly before: Estimate
  readonly now: Estimate
  readonly change: Estimate
}

/**
 * One thing that moved the KPI.
 *
 * `trend` is the baseline without its season: intercept, trend and the references of everything else; `baseline` the same in a model
 * without a trend. `before` and `now` are the part's own sums over the windows, null for `length`.
 */
export interface Driver {
  readonly name: string
  readonly kind: 'length' | 'baseline' | 'trend' | 'season' | 'treatment' | 'control' | 'paid' | 'organic'
  readonly before: Estimate | null
  readonly now: Estimate | null
  readonly change: Estimate
  /** Paid channels only. */
  readonly split: MediaSplit | null
}

/** What paid channels together did to the change; as in a row, per period where the windows differ in length. */
export interface MediaChange extends Change {
  readonly name: string
  readonly split: MediaSplit
}

/**
 * A paid channel's change in three: `spend + costPerUnit + timing` is its change in every draw.
 *
 * Each is a Shapley value: the mean, over the six orders in which the three may move from one window to the other, of what its step adds.
 * Spend: money a period. Cost per unit: money for a unit of media, over the periods with spend. Timing: everything else, which periods it
 * ran in and how evenly, what is carried in from earlier, media without spend.
 */
export interface MediaSplit {
  readonly spend: Estimate
  /** Null where the model counts the channel's media in money, or a window has no spend: there is no cost per unit to compare. */
  readonly costPerUnit: Estimate | null
  readonly timing: Estimate
  /** Money over each window. */
  readonly money: { readonly before: number; readonly now: number }
  /** Money for a unit of media; null where `costPerUnit` is, and for several channels together. */
  readonly unitCost: { readonly before: number; readonly now: number } | null
}
