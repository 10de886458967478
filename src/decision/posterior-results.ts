import type { SamplerDiagnostics } from '../fit/fit.js'
import type { PriorInterval } from '../model/identify/prior-beliefs.js'

/** What a fit by sampling shows of its chains, and what it learned. */
export interface PosteriorEvidence {
  readonly sampler: SamplerDiagnostics
  /** Draws by which answers are given, chain by chain, of what answers hang on most: KPI units. */
  readonly traces: readonly { readonly name: string; readonly chains: readonly (readonly number[])[] }[]
  readonly monteCarlo: readonly MonteCarloError[]
  readonly learning: readonly ChannelLearning[]
  readonly check: PredictiveCheck | null
}

/** How exactly the draws know the mean of a channel's ROAS over the window. */
export interface MonteCarloError {
  /** `all paid media` for all of them together. */
  readonly channel: string
  readonly roas: number
  /** Standard deviation of the posterior: what the data leave open. */
  readonly sd: number
  /** Monte Carlo standard error of the mean: what more draws would remove; null where draws are too few to tell. */
  readonly error: number | null
}

/** Who decides a channel's effect: the data, the prior, both, or neither, since they conflict. */
export type LearningVerdict = 'data' | 'both' | 'prior' | 'conflict'

/** What the data taught about one channel, over the whole fit window. */
export interface ChannelLearning {
  readonly channel: string
  /** What prior and posterior are of: ROAS, or the share of the KPI where the channel has none. */
  readonly quantity: 'roas' | 'share'
  readonly prior: PriorInterval
  readonly posterior: PriorInterval
  /** Of the share of the KPI: 1 - variance after / variance before, on the log scale where it is positive; see `contraction`. */
  readonly contraction: number
  /** Area that the densities before and after have in common, 0 to 1. */
  readonly overlap: number
  /** Sensitivity of the effect to the channel's priors and to the data; null where the method doesn't tell. */
  readonly priorSensitivity: number | null
  readonly likelihoodSensitivity: number | null
  readonly verdict: LearningVerdict
  readonly densities: DensityPair
}

/** Two densities on one grid, of the logarithm where both lie above zero. */
export interface DensityPair {
  readonly logarithmic: boolean
  /** Values of the quantity, ascending. */
  readonly at: readonly number[]
  /** Densities at them: per unit of the quantity, or of its natural logarithm. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Area below both, 0 to 1. */
  readonly overlap: number
}

/** Whether KPIs drawn from the fitted model look like the observed one. */
export interface PredictiveCheck {
  /** Replicated series, one a draw. */
  readonly replications: number
  readonly statistics: readonly CheckedStatistic[]
  readonly histogram: CheckedHistogram
}

/** One feature of the KPI, observed and replicated. */
export interface CheckedStatistic {
  readonly name: string
  /** `kpi`: an amount; `ratio`: a plain number. */
  readonly unit: 'kpi' | 'ratio'
  /** Where it depends on parameters, its mean over draws. */
  readonly observed: number
  readonly replicated: PriorInterval
  /** Share of the replications in which the figure is at least the observed one. */
  readonly p: number
  /** Whether it lies among nine of ten replications. */
  readonly ok: boolean
  readonly meaning: string
}

/** How many periods have a KPI between neighbouring edges. */
export interface CheckedHistogram {
  readonly edges: readonly number[]
  readonly observed: readonly number[]
  readonly median: readonly number[]
  readonly q05: readonly number[]
  readonly q95: readonly number[]
}
