import type { Frontier } from './optimise/frontier.js'
import type { FitMethod } from '../model/spec/spec.js'
import type { Holdout } from '../fit/holdout/holdout.js'
import type { Robustness } from '../fit/robustness/robustness.js'
import type { Estimate, Returns, SeriesEstimate } from './estimate.js'
import type { ByPeriod } from './readout/by-period.js'
import type { Drivers } from './readout/drivers.js'
import type { LeaveOneOutSummary } from './summary/leave-one-out-score.js'
import type { PosteriorEvidence } from './posterior-results.js'

export type { Estimate, Returns, SeriesEstimate } from './estimate.js'

/** Profit-max, ROI-max or break-even spend over the window. */
export interface CurvePoint {
  readonly spend: number
  /** Spends within 1 % of the greatest expected profit; profitMax only. */
  readonly nearOptimal: readonly [number, number] | null
  readonly perDraw: { readonly median: number; readonly q05: number; readonly q95: number }
  /** Share of draws in which no spend pays. */
  readonly pNever: number
  /** Share of draws in which the point lies beyond ten times today's spend. */
  readonly pBeyond: number
}

/** One channel of a summary: what it did and returned, the points of its curve, and its series. */
export interface ChannelSummary extends Returns {
  readonly name: string
  readonly kind: 'paid' | 'organic'
  readonly role: 'demand-capture' | null
  readonly profitMax: CurvePoint | null
  readonly roiMax: CurvePoint | null
  readonly breakEven: CurvePoint | null
  readonly series: SeriesEstimate
  readonly flags: readonly string[]
}

export interface PartSummary {
  readonly name: string
  readonly contribution: Estimate
  readonly series: SeriesEstimate
}

/** Elasticity of the KPI with respect to a treatment over the window. */
export interface TreatmentElasticity {
  /** Per cent of the window's expected KPI for one per cent more of the treatment in every period; null where it has no meaning. */
  readonly elasticity: Estimate | null
  /** Where it is taken: of which column (or expression), at its mean over the window and the mean fitted KPI of a period. */
  readonly elasticityAt: { readonly column: string; readonly treatment: number; readonly kpi: number }
  /** Why there is no elasticity, in words; null where there is one. */
  readonly elasticityNote: string | null
}

/** What a treatment contributed, and the elasticity with respect to it. */
export interface TreatmentSummary extends PartSummary, TreatmentElasticity {}

/** Returns of several channels together, jointly per draw; money is null where an organic channel is among them. */
export interface GroupSummary extends Returns {
  readonly name: string
  readonly channels: readonly string[]
  readonly flags: readonly string[]
}

/** `summary.json`, versioned: see docs/summary.md for every field. */
export interface Summary {
  readonly format: 'mixwright.summary/1'
  readonly fingerprint: {
    readonly spec: string
    readonly data: string
    readonly seed: number
    readonly version: string
    /** Hash of the earlier fit that the chains began with; absent where they began with none. */
    readonly warmStart?: string
  }
  readonly method: FitMethod
  readonly window: {
    readonly from: string
    readonly to: string
    readonly period: string
    readonly periods: number
    readonly tailPeriods: number
  }
  readonly periods: readonly string[]
  readonly kpi: {
    readonly kind: 'revenue' | 'units'
    readonly currency: string
    readonly total: number
    readonly value: number | null
    readonly margin: number | null
  }
  readonly media: Returns & { readonly flags: readonly string[] }
  readonly channels: readonly ChannelSummary[]
  readonly groups: readonly GroupSummary[]
  readonly treatments: readonly TreatmentSummary[]
  readonly controls: readonly PartSummary[]
  readonly baseline: { readonly contribution: Estimate; readonly series: SeriesEstimate }
  readonly fitted: SeriesEstimate
  readonly predictive: { readonly q05: readonly number[]; readonly q95: readonly number[] }
  readonly observed: readonly number[]
  readonly quality: {
    readonly r2: number
    readonly adjustedR2: number
    readonly mape: number | null
    readonly nrmse: number
    readonly durbinWatson: number
    readonly durbinWatsonInnovations: number
  }
  readonly diagnostics: {
    readonly passed: boolean
    readonly advice: readonly string[]
    readonly chains: number | null
    readonly draws: number
    readonly divergences: number | null
    readonly rhatMax: number | null
    readonly essBulkMin: number | null
    readonly essTailMin: number | null
    readonly ebfmiMin: number | null
    /** Laplace only: the Pareto shape of its weights. */
    readonly paretoK?: number
  }
  readonly plausibility: readonly {
    readonly id: string
    readonly probability: number
    readonly ok: boolean
    readonly message: string
  }[]
  /** How a refit without the last quarter predicts it, over the whole fit window; null with `holdoutReason`. */
  readonly holdout: Holdout | null
  readonly holdoutReason: string | null
  /** How the fit predicts each period of the fit window from all others; null of fits that have no chains. */
  readonly leaveOneOut?: LeaveOneOutSummary | null
  /** How far the answers move under other models of the same data; absent until `validate --ladder` or `--forms` has looked. */
  readonly robustness?: Robustness
  readonly flags: readonly string[]
  readonly timing: {
    readonly readMs: number
    readonly fitMs: number
    readonly totalMs: number
    readonly gradients: number
  }
}

/** One channel's response curve along multiples of its own history in the window; every array has one entry a multiple. */
export interface ResponseCurve {
  readonly channel: string
  readonly multiples: readonly number[]
  readonly spend: readonly number[]
  /** Incremental KPI with the carry-out tail, KPI units. */
  readonly kpi: SeriesEstimate
  readonly value: SeriesEstimate | null
  /** Null entries where the ratio's limit at zero spend is infinite. */
  readonly roas: NullableSeries | null
  readonly marginalRoas: NullableSeries | null
  readonly roi: NullableSeries | null
  readonly profit: SeriesEstimate | null
  /** Whether spend per period stays within what history shows. */
  readonly observed: readonly boolean[]
}

export interface NullableSeries {
  readonly mean: readonly (number | null)[]
  readonly median: readonly (number | null)[]
  readonly sd: readonly (number | null)[]
  readonly q05: readonly (number | null)[]
  readonly q95: readonly (number | null)[]
}

/** One of the four plans of the whole budget's trade-off. */
export interface NamedPlan {
  readonly name: 'today' | 'same-sales-for-less' | 'best-split' | 'profit-max'
  /** Spend over the window by paid channel. */
  readonly spend: Readonly<Record<string, number>>
  readonly totalSpend: number
  readonly incrementalKpi: Estimate
  readonly profit: Estimate | null
  readonly roas: Estimate | null
  readonly roi: Estimate | null
  /** Upper bound on the profit still to be had, money; 0 where the split is proven best. */
  readonly gap: number
}

/** A number that stands in a sentence: its value at full precision, and as it is written there. */
export interface SentenceFigure {
  readonly name: string
  readonly value: number
  readonly text: string
}

/**
 * What a trade-off's sentence is about: raising or cutting spend to the best spend that history shows, today being near-optimal or at the
 * edge of what history shows, no spend that pays, a channel that captures demand created elsewhere, or why there is no trade-off.
 */
export type TradeOffAdvice =
  | 'raise'
  | 'cut'
  | 'near-optimal'
  | 'observed-edge'
  | 'never-pays'
  | 'demand-capture'
  | 'no-margin'
  | 'no-value'
  | 'no-spend-in-window'

/** The trade-off of one channel or of the whole budget at today's mix. */
export interface TradeOff {
  /** Channel name, or `total`. */
  readonly name: string
  readonly curve: ResponseCurve
  readonly profitMax: CurvePoint | null
  readonly roiMax: CurvePoint | null
  readonly breakEven: CurvePoint | null
  readonly flags: readonly string[]
  /** The explanation, in words, with every number it needs. */
  readonly sentence: string
  readonly advice?: TradeOffAdvice
  /** Every number of the sentence; money a year where the window is at least a year, else over the window. */
  readonly figures?: readonly SentenceFigure[]
}

/** The trade-off of every channel and of the whole budget, and the four named plans. */
export interface TradeOffResult {
  readonly channels: readonly TradeOff[]
  readonly total: TradeOff
  readonly plans: readonly NamedPlan[]
  readonly planSentence: string
  /** Every number of the plans' sentence. */
  readonly planFigures?: readonly SentenceFigure[]
}

/** A channel's adstock weights by lag, summarised over draws. */
export interface AdstockCurve {
  readonly channel: string
  readonly weights: SeriesEstimate
  /** Periods until half, and 99 %, of the effect has arrived. */
  readonly halfLife: Estimate
}

/** Everything a report shows; computed once, drawn by `present`. */
export interface ReportData {
  readonly title: string
  readonly summary: Summary
  readonly curves: readonly ResponseCurve[]
  readonly tradeOff: TradeOffResult
  readonly adstock: readonly AdstockCurve[]
  /** Residual of the structural mean and the innovations, one a window period, KPI units. */
  readonly residuals: { readonly structural: readonly number[]; readonly innovations: readonly number[] }
  readonly residualTests: readonly {
    readonly name: string
    readonly statistic: number
    readonly p: number | null
    readonly meaning: string
  }[]
  readonly findings: readonly { readonly id: string; readonly severity: string; readonly message: string }[]
  /** Assumptions and resolved defaults: a row a line. */
  readonly assumptions: readonly { readonly what: string; readonly value: string; readonly source: string }[]
  /** Return on the next 10 % of spend, by channel. */
  readonly nextTenPercent: readonly {
    readonly channel: string
    readonly spend: number
    readonly value: Estimate | null
    readonly roas: Estimate | null
    readonly profit: Estimate | null
  }[]
  /** How many models were tried on this data, and the range of each ROAS among them; null outside a fit folder. */
  readonly tried: {
    readonly models: number
    readonly roas: readonly { readonly channel: string; readonly low: number; readonly high: number }[]
  } | null
  /** What each treatment and control is counted against, one entry a part of the summary: the captions of the waterfall. */
  readonly references?: readonly {
    readonly name: string
    readonly part: 'treatment' | 'control'
    /** In the unit of the column. */
    readonly reference: number
    /** Where the number comes from, in words: `stated in the spec`, `mean over the window`, `against no event`. */
    readonly rule: string
  }[]
  /** Why the KPI changed from the year before the last to the last; null where there are not two full years. */
  readonly drivers?: Drivers | null
  /** Contributions and returns by calendar year, and by quarter where periods are not years. */
  readonly byYear?: ByPeriod
  readonly byQuarter?: ByPeriod | null
  /** The best split of every budget; null where no paid channel has spend. */
  readonly frontier?: Frontier | null
  /** Chains, learning and predictive check of a fit by sampling; null for other methods. */
  readonly posterior?: PosteriorEvidence | null
  /** What the priors alone say of paid media's share and of each paid channel; the report draws them beside the estimates. */
  readonly priorBeliefs?: {
    readonly paidShare: PriorBelief
    readonly channels: readonly {
      readonly channel: string
      /** Null where the KPI has no value in money. */
      readonly roas: PriorBelief | null
      /** Null without a margin. */
      readonly pProfitable: number | null
    }[]
  } | null
}

/** Quantiles of a prior; no mean, because heavy-tailed priors may have none. */
export interface PriorBelief {
  readonly median: number
  readonly q05: number
  readonly q95: number
}
