import type { Estimate } from '../../numeric/stats/estimate.js'

/** How far a fit's answers move under other models of the same data, as far as somebody looked. */
export interface Robustness {
  /** Under stiffer and looser baselines, and with and without AR(1) noise. */
  readonly ladder?: RobustnessStudy
  /** Under other adstock and saturation families, and other priors on effects. */
  readonly forms?: RobustnessStudy
}

export type StudyKind = keyof Robustness

/** One study: the same answers from several variants of a model; `validate --ladder --json` and `--forms --json` print it. */
export interface RobustnessStudy {
  readonly format: 'mixwright.ladder/1' | 'mixwright.forms/1'
  /** Of the model that was varied. */
  readonly fingerprint: {
    readonly spec: string
    readonly data: string
    readonly seed: number
    readonly version: string
  }
  /** The fit window, over which every figure is taken. */
  readonly window: {
    readonly from: string
    readonly to: string
    readonly period: string
    readonly periods: number
  }
  readonly currency: string
  /** What `return` is: incremental value over spend, or incremental KPI over spend where the KPI has no value in money. */
  readonly measure: 'roas' | 'kpi-per-spend'
  /** Where the estimates come from that the variants are held against: the fit itself, or its first rung, refitted as quickly as the others. */
  readonly against: 'fit' | 'refit'
  /** How every rung was fitted. */
  readonly refits: {
    readonly method: 'bayes' | 'regression' | 'ols'
    /** 1 for methods without chains. */
    readonly chains: number
    /** Of each chain. */
    readonly draws: number
  }
  /** The model as it stands first, then its variants. */
  readonly rungs: readonly Rung[]
  /** Why a variant was left out, a sentence each. */
  readonly leftOut: readonly string[]
  readonly channels: readonly RungRange[]
  /** All paid media together; null where no channel is paid. */
  readonly media: RungRange | null
}

/** The answers of one variant. */
export interface Rung {
  readonly id: string
  /** What is different, in words: `a straight-line trend`. */
  readonly label: string
  /** In the order of the spec. */
  readonly channels: readonly RungFigures[]
  /** All paid media together; null where no channel is paid. */
  readonly media: RungFigures | null
  /** Largest R-hat of its chains; null for methods without chains. */
  readonly rhat: number | null
  /**
   * How much better than the model as it stands it predicts each period from all others: difference of the expected log predictive densities
   * (PSIS-LOO), below 0 where worse, and its standard error; null where there is no posterior.
   */
  readonly prediction: { readonly difference: number; readonly se: number } | null
  /** `unsettled` and `refuted` rungs are shown and not counted; of a `preferred` one the data say that it describes them better. */
  readonly status: 'counted' | 'preferred' | 'unsettled' | 'refuted'
}

export interface RungFigures {
  readonly name: string
  /** Null for organic channels, and for paid ones without spend. */
  readonly return: Estimate | null
  /** Of the fitted outcome. */
  readonly share: Estimate
}

/** How far one answer moves over the rungs. */
export interface RungRange {
  readonly name: string
  /** The answer that moves: the return, or the share of the outcome where there is no return. */
  readonly measure: 'roas' | 'kpi-per-spend' | 'share'
  /** What the variants are held against; see `against`. */
  readonly estimate: Estimate
  /** Smallest and largest estimate (mean) of all rungs that count, `estimate` among them. */
  readonly low: number
  readonly high: number
  /** The variant whose estimate is farthest from `estimate`; null where none counts. */
  readonly farthest: VariantMean | null
  /** Variants whose estimate lies outside the interval of nine in ten cases around `estimate`, the farthest first. */
  readonly outside: readonly VariantMean[]
  /** Whether one lies outside, or the estimates spread over more than half of the interval's width: then the interval says too much. */
  readonly dependent: boolean
}

/** A variant and its estimate of one answer. */
export interface VariantMean {
  readonly id: string
  readonly label: string
  readonly mean: number
}
