import type { Dataset } from '../../data/table/dataset.js'
import type { ChannelSpec, Spec } from '../spec/spec.js'
import type { Adstock, Saturation } from '../transform/transform.js'

/**
 * A spec joined to its data: every array the density, the predictions and the counterfactuals need.
 *
 * Rows. `rows` = history + window + horizon; the KPI is known in `[windowStart, windowEnd)`. Linear columns cover the
 * window and `horizon` periods after it; media arrays cover history and window.
 *
 *     kpi[t] = Σ_j linear[j].values[t] · b[j]  +  Σ_c coefficient[c] · h_c(adstock_c(media_c))[t]  +  noise[t]
 *
 * in KPI units. `kpiScale` divides the KPI inside the density only; draws are always in KPI units.
 */
export interface Model {
  readonly spec: Spec
  readonly dataset: Dataset
  /** Periods in the fit window. */
  readonly periods: number
  /** How many of them, at the end, lie after the last row with a KPI: assumed, not observed. Absent in a model to be fitted. */
  readonly ahead?: number
  /** Rows of media before the window. */
  readonly history: number
  /** Periods after the window that linear columns cover. */
  readonly horizon: number
  /** KPI in KPI units, one entry a window period. */
  readonly kpi: Float64Array
  readonly kpiScale: number
  /** Money per KPI unit, one entry a window period; null where the spec gives none. */
  readonly value: Float64Array | null
  /** Share of that money left, one entry a window period; null without `margin`. */
  readonly margin: Float64Array | null
  readonly channels: readonly ModelChannel[]
  readonly linear: readonly LinearColumn[]
  /** Where each parameter stands in a draw. */
  readonly layout: DrawLayout
  /** Frozen numbers a refit must keep: references, means, scales, levels, by name. */
  readonly frozen: Readonly<Record<string, number>>
}

/** One channel of a model: its media in scaled units, and the transforms they go through. */
export interface ModelChannel {
  readonly name: string
  readonly spec: ChannelSpec
  readonly adstock: Adstock
  readonly saturation: Saturation
  /** Number of weights; Infinity for a recursion. */
  readonly length: number
  /** Media divided by `scale`, history then window; length `history + periods`. */
  readonly media: Float64Array
  /** Scaled media in every period before the first row. */
  readonly before: number
  readonly beforeRule: 'history' | 'steady' | 'zero'
  /** Media per scaled unit. */
  readonly scale: number
  /** Mean active adstocked level of scaled media: the unit of `halfSaturation`. */
  readonly level: number
  /** Currency per row, history then window; null for organic channels. */
  readonly spend: Float64Array | null
  /** The part of `media` in rows with spend that no money bought; absent: none. Only a plan that spends where there were free media has any. */
  readonly unbought?: Float64Array
}

/** One column of the linear block, with its Normal prior, in units of the scaled KPI per unit of `values`. */
export interface LinearColumn {
  /** Name in draws: intercept, trend, smooth[3], season.sin2, temperature, price, event.easter. */
  readonly name: string
  readonly part: 'baseline' | 'treatment' | 'control'
  /** Treatment, control or event that the column belongs to; null for the baseline. */
  readonly owner: string | null
  /** Values in the window and the horizon after it, as they enter the density; NaN where the future is unknown. */
  readonly values: Float64Array
  /** Level that counts as "nothing", in the column's own unit. */
  readonly reference: number
  /** What is still to be taken from `values` so that the reference contributes nothing: 0 where they are centred on it. */
  readonly offset: number
  readonly priorMean: number
  /** Standard deviation; for a `smooth` column, per unit of the sampled amplitude. */
  readonly priorSd: number
  readonly smooth: boolean
}

/** Positions in one row of `Draws.values`; fixed parameters have a (constant) column too. */
export interface DrawLayout {
  readonly names: readonly string[]
  /** Per channel, in `Model.channels` order. Adstock and saturation parameters in the transform's own order and unit (scaled media). */
  readonly channels: readonly {
    readonly coefficient: number
    readonly adstock: readonly number[]
    readonly saturation: readonly number[]
  }[]
  /** First of the linear coefficients, in `Model.linear` order, KPI units per unit of the column. */
  readonly linear: number
  /**
   * In KPI units: the innovations' standard deviation, the stationary one being sigma / sqrt(1 - correlation^2); the scale of Student noise,
   * whose standard deviation is sigma sqrt(degrees / (degrees - 2)).
   */
  readonly sigma: number
  /** -1 where noise is independent. */
  readonly correlation: number
  /** Degrees of freedom of Student noise; -1 where noise is Normal. */
  readonly degrees: number
  /** Amplitude of the smooth trend in KPI units; -1 without one. */
  readonly amplitude: number
  /** Log-sd of the channels' ROAS about the common one; -1 where it is fixed. */
  readonly mediaSpread: number
  /** Coefficient of the lagged KPI; -1 without one. */
  readonly laggedKpi: number
}
