import type { PeriodKind } from '../../data/calendar/period.js'
import type { AggregateRule, MissingRule } from '../../data/table/dataset.js'
import type { LongLayout } from '../../data/table/pivot-long.js'
import type { ParameterSpec, Prior } from '../prior/prior.js'
import type { AdstockKind, SaturationKind } from '../transform/transform.js'

/**
 * A model specification with every default that does not depend on the data filled in: plain, JSON-serialisable data.
 *
 * `parseSpec` makes it from YAML; the fingerprint is its hash without paths, workers and seed.
 */
export interface Spec {
  readonly mixwright: 1
  readonly name: string
  readonly data: DataSpec
  readonly currency: string
  readonly kpi: KpiSpec
  /** Paid and organic channels, in the order of the file, paid ones first. */
  readonly channels: readonly ChannelSpec[]
  /** Prior on all paid media together; used by channels whose `effect` is `default`. */
  readonly paidTotal: PaidTotalPrior
  readonly treatments: readonly TreatmentSpec[]
  readonly controls: readonly ControlSpec[]
  readonly events: EventsSpec | null
  readonly groups: readonly { readonly name: string; readonly channels: readonly string[] }[]
  readonly baseline: BaselineSpec
  /** What to do with missing cells, by column text. */
  readonly missing: Readonly<Record<string, MissingRule>>
  /** Ids of findings that the analyst has accepted. */
  readonly accept: readonly string[]
  readonly noise: NoiseSpec
  readonly dynamics: { readonly laggedKpi: boolean }
  readonly fit: FitSpec
}

export interface DataSpec {
  /** Path as written in the spec; relative to the spec's folder. */
  readonly file: string
  /** Name or number (from 1) of a workbook's sheet; null is its only one. */
  readonly sheet: string | number | null
  /** Columns of the long layout, one row a date and variable; null where every variable has its own column. */
  readonly long: LongLayout | null
  readonly date: string
  readonly period: PeriodKind
  /** First day of a week, 0 = Sunday … 6 = Saturday; null takes the weekday of the dates, Monday where rows are added up. */
  readonly weekStarts: number | null
  /** Rules by which shorter rows are added up to `period`, by column; null where every row is a period. */
  readonly aggregate: Readonly<Record<string, AggregateRule>> | null
}

/** What a column is divided by before the fit: its mean (default), maximum, 1, or a number. */
export type Scale = 'max' | 'mean' | 'none' | number

export interface KpiSpec {
  readonly column: string
  readonly kind: 'revenue' | 'units'
  /** Money per KPI unit: a number, a column's text, or null (units only). */
  readonly value: number | string | null
  /** Share of that money left after variable cost: a number in (0, 1], a column's text, or null. */
  readonly margin: number | string | null
  readonly scale: Scale
}

/** One paid or organic channel of a spec: its columns, transforms and priors. */
export interface ChannelSpec {
  readonly name: string
  readonly kind: 'paid' | 'organic'
  /** Column of spend; null for organic channels. */
  readonly spend: string | null
  /** Column that enters the model; equal to `spend` where the spec gives none. */
  readonly media: string
  readonly role: 'demand-capture' | null
  /** Sets the half-life prior: search, social, display, print, radio, outdoor, television, video; null is unknown. */
  readonly medium: string | null
  readonly adstock: AdstockSpec
  readonly saturation: SaturationSpec
  readonly order: 'adstock-first' | 'saturation-first'
  readonly sign: 'positive' | 'free'
  /** null: history if the data have any, else steady for channels active in more than half of the first 13 periods, else zero. */
  readonly before: 'history' | 'steady' | 'zero' | null
  /** null: divided by its mean active level. */
  readonly scale: Scale | null
  readonly effect: EffectSpec
}

export interface AdstockSpec {
  readonly kind: AdstockKind
  /** Number of weights; null is a recursion that is not cut off (geometric only). */
  readonly length: number | null
  /** By parameter name: retention (geometric, delayed, binomial), delay, shape, scale. */
  readonly parameters: Readonly<Record<string, ParameterSpec>>
}

export interface SaturationSpec {
  readonly kind: SaturationKind
  /**
   * By parameter name. `halfSaturation` is relative to the channel's mean active adstocked level; `rate` (logistic, tanh) is on
   * the scaled input and stands in place of it; `slope` (hill, power) has no unit.
   */
  readonly parameters: Readonly<Record<string, ParameterSpec>>
}

/** The one prior on how much a channel does. `default`: its part of `paidTotal` (paid) or a share prior (organic). */
export type EffectSpec =
  | { readonly on: 'default' }
  | { readonly on: 'roas' | 'marginalRoas' | 'share' | 'coefficient'; readonly prior: Prior }
  | { readonly on: 'roas' | 'marginalRoas' | 'share' | 'coefficient'; readonly fixed: number }

/**
 * Paid media's share of the fitted outcome: logit-normal in total, split by spend share times a log-normal spread.
 * Source: the product's default study (docs/evidence.md).
 */
export interface PaidTotalPrior {
  readonly mu: number
  readonly sigma: number
  /** Log-sd of a channel's ROAS about the common one; the median of its prior where it is learned. */
  readonly spread: number
  /** Absent: `spread` is fixed. Else the channels shrink towards each other as far as the data say. */
  readonly spreadPrior?: Prior
}

export interface TreatmentSpec {
  readonly name: string
  readonly column: string
  readonly reference: number | 'min' | 'max' | 'mean' | 'first-year'
  /** null: Normal(0, 0.2) on the standardised column, in units of the mean KPI. */
  readonly prior: Prior | null
  readonly scale: Scale | null
}

export interface ControlSpec {
  readonly name: string
  readonly column: string
  readonly role: 'confounder' | 'precision' | null
  readonly kind: 'number' | 'category'
  /** Text level that means "nothing"; its rows are the reference. Category controls only. */
  readonly none: string | null
  readonly prior: Prior | null
  readonly scale: Scale | null
}

export interface EventsSpec {
  /** A shipped calendar, or null. */
  readonly calendar: string | null
  readonly country: string | null
  readonly custom: readonly {
    readonly name: string
    /** Days, 2024-03-04. */
    readonly dates: readonly string[]
    /** First and last day (day data) or period relative to the date that the event covers. */
    readonly window: readonly [number, number]
  }[]
}

export interface BaselineSpec {
  /** null: Normal(0, 1) about nothing, in units of the scaled KPI. */
  readonly intercept: Prior | null
  readonly trend: 'none' | 'linear' | 'smooth'
  readonly smooth: {
    /** In periods; null: half a year, at least 6 periods. */
    readonly lengthScale: number | null
    readonly amplitude: ParameterSpec
  }
  readonly seasonality: {
    /** Pairs of yearly sines and cosines; 0 is none. */
    readonly yearly: number
    /** Day data: indicators of weekdays. */
    readonly weekdays: boolean
    /** Quarter data: indicators of quarters. */
    readonly quarters: boolean
  }
  /** Prior of every Fourier coefficient; null: Normal(0, 0.2 / sqrt(pair)). */
  readonly seasonalityPrior: Prior | null
}

/** Independent Normal noise; noise that remembers the period before; independent noise with heavy tails. */
export type NoiseKind = 'normal' | 'ar1' | 'student'

export interface NoiseSpec {
  readonly kind: NoiseKind
  /** Standard deviation of the innovations, in units of the scaled KPI; the scale of Student noise. */
  readonly sigma: ParameterSpec
  /** Lag-one correlation in (-1, 1); ar1 only. */
  readonly correlation: ParameterSpec
  /** Degrees of freedom, above 2; student only, absent otherwise. */
  readonly degreesOfFreedom?: ParameterSpec
}

/**
 * How a model is fitted: least squares; penalised likelihood with randomised replicates; the posterior by sampling; or the
 * Normal at its mode.
 */
export type FitMethod = 'ols' | 'regression' | 'bayes' | 'laplace'

export interface FitSpec {
  readonly method: FitMethod
  /** null: 1,000 a chain for bayes, 400 replicates for regression, 1,000 draws for ols and laplace. */
  readonly draws: number | null
  /** Iterations before the draws of each chain; null: 1,000. bayes only. */
  readonly warmup: number | null
  /** null: 4. bayes only. */
  readonly chains: number | null
  readonly seed: number
  readonly starts: number
  readonly penalty: 'priors' | 'none'
}
