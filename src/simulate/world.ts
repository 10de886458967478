/**
 * A synthetic market, described plainly: everything that `generateMarket` needs, and nothing drawn yet.
 *
 * Weeks only. Money is in `currency`, shares are in [0, 1], levels and standard deviations of demand are shares of
 * `base.level`. The same description gives the same market to the bit, on any machine.
 */
export interface World {
  readonly name: string
  /** One line for people: what kind of market this is. */
  readonly title: string
  readonly seed: number
  /** First day of the first week with a KPI, a Monday: 2023-01-02. */
  readonly firstWeek: string
  /** Weeks with a KPI. */
  readonly weeks: number
  /** Weeks of media before the first KPI; `shipped` ones stand in the table with an empty KPI. */
  readonly history: { readonly weeks: number; readonly shipped: boolean }
  readonly currency: string
  readonly dateColumn: string
  readonly kpi: KpiWorld
  readonly base: BaseWorld
  readonly noise: NoiseWorld
  readonly drivers: readonly DriverWorld[]
  readonly events: readonly EventWorld[]
  /** Paid and organic channels; those that follow demand must come last. */
  readonly channels: readonly ChannelWorld[]
}

/** Revenue per week, and the share of it that is left after variable cost. */
interface KpiWorld {
  readonly column: string
  readonly margin: number
}

/** Demand without media, drivers and events. */
interface BaseWorld {
  /** KPI per week in the middle of the series, before everything else; above 0. */
  readonly level: number
  /** Straight growth per year. */
  readonly growth: number
  /** Slow wandering: stationary first-order autoregression; `halfLife` in weeks. */
  readonly wander: { readonly sd: number; readonly halfLife: number }
  /** Yearly waves: `amplitude` at the peak, which lies in week-of-year `peak` (0 to 52) and returns `perYear` times. */
  readonly season: readonly { readonly perYear: number; readonly amplitude: number; readonly peak: number }[]
  /** Lasting shifts of the level: from week `week` of the window on (0 is its first) it is higher by `change`, a share of `level`. */
  readonly steps?: readonly { readonly week: number; readonly change: number }[]
}

/** First-order autoregressive noise: stationary standard deviation and lag-one correlation. */
interface NoiseWorld {
  readonly sd: number
  readonly correlation: number
  /** Degrees of freedom of Student's t, above 2, from which innovations are drawn; left out where they are normal. */
  readonly degrees?: number
}

/** A measured thing other than media that moves the KPI: weather, price, promotion, a competitor. */
export interface DriverWorld {
  readonly name: string
  readonly column: string
  readonly kind: 'treatment' | 'control'
  readonly path: DriverPath
  /** Digits after the point in the table. */
  readonly decimals: number
  /** The value against which a treatment counts; controls count against their mean over the weeks with a KPI, or 0. */
  readonly reference: number | 'mean'
  /** KPI per unit of the column away from the reference. */
  readonly perUnit: number
  /** A further effect of only that part of the column which lies above a threshold. */
  readonly excess: { readonly name: string; readonly above: number; readonly perUnit: number } | null
}

/** How a driver's values come about, before rounding. */
export type DriverPath =
  /** A yearly wave, coldest in week-of-year `trough`, with autoregressive weather on top. */
  | {
      readonly kind: 'seasonal'
      readonly mean: number
      readonly amplitude: number
      readonly trough: number
      readonly sd: number
      readonly correlation: number
    }
  /** A price that holds for `weeks` and then moves by about `sd`, on a ladder of `step`, ending `ending` below it. */
  | {
      readonly kind: 'price'
      readonly start: number
      readonly drift: number
      readonly sd: number
      readonly weeks: readonly [number, number]
      readonly step: number
      readonly ending: number
    }
  /** Nothing, then a burst of a few weeks of one of the `sizes`; `gap` and `weeks` are ranges in weeks. */
  | {
      readonly kind: 'bursts'
      readonly gap: readonly [number, number]
      readonly weeks: readonly [number, number]
      readonly sizes: readonly number[]
    }
  /** A level that wanders about its mean and partly follows the season of demand; never below `floor`. */
  | {
      readonly kind: 'wandering'
      readonly mean: number
      readonly sd: number
      readonly correlation: number
      readonly season: number
      readonly floor: number
    }

/** Weeks in which something happens: `lift` per week, by offset from each date's week, as a share of the base level. */
export interface EventWorld {
  readonly name: string
  /** Days: 2024-11-29. */
  readonly dates: readonly string[]
  /** Lift in the first covered week, the next, and so on; `from` is the first one's offset from the date's week. */
  readonly from: number
  readonly lift: readonly number[]
}

/** One medium: how it is bought, carried over and answered. */
export interface ChannelWorld {
  readonly name: string
  readonly kind: 'paid' | 'organic'
  /** Word for the spec's `medium`, which sets the default half-life; null leaves it out. */
  readonly medium: string | null
  readonly role: 'demand-capture' | null
  /** What the model file says of media before the first row; left out where the default suits. */
  readonly before?: 'steady'
  /** Column of spend; null for organic channels. */
  readonly spendColumn: string | null
  /** Delivered media, where they are measured; null lets the money itself be the media. Organic channels must have it. */
  readonly delivery: DeliveryWorld | null
  /** Money (organic: media units) per year, one entry a year, the last one repeated; empty where a share of sales is spent. */
  readonly budgets: readonly number[]
  /** Weekly amounts are rounded to this: a media agency's 500, a platform's 1. */
  readonly roundTo: number
  readonly pattern: SpendPattern
  readonly carryOver: CarryOver
  readonly response: ResponseWorld
  /** How far the response follows demand's season: in week t it is 1 + `withSeason` times the season in [-1, 1] as large. */
  readonly withSeason?: number
  /** Size of the effect: the true ROAS with the tail, or the mean KPI per week that the channel brings; below 0 where it does harm. */
  readonly effect: { readonly on: 'roas' | 'kpi-per-week'; readonly value: number }
}

/** What money buys: media per week = spend / cost per unit. */
interface DeliveryWorld {
  readonly column: string
  readonly decimals: number
  /** Money per media unit in the first year; organic: 1. */
  readonly costPerUnit: number
  /** Yearly change of that cost. */
  readonly inflation: number
  /** How much dearer a unit is in the last quarter of a year. */
  readonly lastQuarter: number
  /** Log standard deviation of the weekly cost. */
  readonly sd: number
}

/** How the year's budget is spread over weeks. */
export type SpendPattern =
  /** Bursts: so many a year, each of a length in the range; `season` is how far weight follows demand's season. */
  | {
      readonly kind: 'flights'
      readonly perYear: number
      readonly weeks: readonly [number, number]
      readonly season: number
      readonly sd: number
    }
  /** The weeks of another channel's flights, moved by up to `shift` weeks, each kept with probability `overlap`. */
  | {
      readonly kind: 'with'
      readonly channel: string
      readonly shift: number
      readonly overlap: number
      readonly sd: number
    }
  /** Every week: budgets re-set each month (`monthSd`), weekly delivery (`sd`), pauses of one to three weeks. */
  | {
      readonly kind: 'always-on'
      readonly season: number
      readonly monthSd: number
      readonly sd: number
      readonly pausesPerYear: number
    }
  /** Always on in proportion to another channel's weekly spend to a power, with noise of its own. */
  | {
      readonly kind: 'beside'
      readonly channel: string
      readonly power: number
      readonly sd: number
    }
  /**
   * Another channel's weekly amounts times noise of its own, of the size at which the two correlate as stated, in (0, 1), before
   * budgets and rounding.
   */
  | { readonly kind: 'collinear'; readonly channel: string; readonly correlation: number }
  /** Spend follows what people want to buy anyway: the week's KPI without this channel, noise included, to a power. */
  | { readonly kind: 'follows-demand'; readonly power: number; readonly sd: number }
  /**
   * A share of the sales that are expected of the week, with noise of its own: by `foresight` (0 to 1) what demand will be without
   * this channel and without the noise, for the rest the mean sales of the `memory` weeks before. Has no yearly budgets.
   */
  | {
      readonly kind: 'share-of-sales'
      readonly share: number
      readonly foresight: number
      readonly memory: number
      readonly sd: number
    }

/** Weights of lags 0, 1, 2 …, normalised to sum 1. */
export type CarryOver =
  | { readonly kind: 'none' }
  /** retention^lag */
  | { readonly kind: 'geometric'; readonly retention: number }
  /** retention^((lag - delay)^2): rises to its peak at `delay`. */
  | { readonly kind: 'delayed'; readonly retention: number; readonly delay: number }
  /** Weibull density at lag + 1. */
  | { readonly kind: 'weibull'; readonly shape: number; readonly scale: number }
  /** Two speeds: a share of the effect fades with one retention, the rest with another. */
  | { readonly kind: 'two-speed'; readonly fast: number; readonly slow: number; readonly slowShare: number }

/**
 * Diminishing response to carried-over media, value 0 at 0, ceiling 1. `half` is the level at which half the ceiling is
 * reached, relative to the channel's mean carried-over level over weeks with media. The logarithm has no ceiling: it is 1/2 at `half`.
 */
export type ResponseWorld =
  /** x^slope / (x^slope + half^slope): concave up to slope 1, S-shaped above. */
  | { readonly kind: 'hill'; readonly half: number; readonly slope: number }
  /** 1 - 2^(-x / half). */
  | { readonly kind: 'exponential'; readonly half: number }
  /** log2(1 + x / half) / 2. */
  | { readonly kind: 'logarithmic'; readonly half: number }
