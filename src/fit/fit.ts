import type { Dataset, Finding } from '../data/table/dataset.js'
import type { FitMethod, Spec } from '../model/spec/spec.js'
import type { RegressionTable } from '../numeric/regression/regression-table.js'
import type { EffectSensitivity } from './bayes/effect-sensitivity.js'
import type { SamplerState } from './bayes/sampler-state.js'
import type { HoldoutResult } from './holdout/holdout.js'
import type { LeaveOneOutScore } from './leave-one-out-score.js'
import type { Robustness } from './robustness/robustness.js'

/**
 * A fitted model: everything later questions need, without the original files.
 *
 * Draws are of the posterior (bayes), approximate ones (regression: randomised penalised likelihood; laplace: the normal approximation
 * at the mode), or from the estimated distribution (ols). Rebuild the arrays with `buildModel(fit.spec, fit.dataset, fit.frozen)`.
 */
export interface Fit {
  readonly format: 'mixwright.fit/1'
  readonly fingerprint: Fingerprint
  readonly spec: Spec
  readonly dataset: Dataset
  readonly method: FitMethod
  readonly draws: Draws
  /** References, means, scales and levels of the first fit. */
  readonly frozen: Readonly<Record<string, number>>
  readonly diagnostics: Diagnostics
  /** Data findings at the time of the fit, errors excluded. */
  readonly findings: readonly Finding[]
  /** The econometrician's table; null for regression with penalties. */
  readonly table: RegressionTable | null
  /** How a refit without the last quarter predicts it; absent where nobody asked for it. */
  readonly holdout?: HoldoutResult
  /** How far its answers move under other models; absent until somebody looked. */
  readonly robustness?: Robustness
  /** How it predicts each period from all others; bayes only, absent from older fits. */
  readonly leaveOneOut?: LeaveOneOutScore
  readonly timing: Timing
}

/** What a result depends on: hashes of the resolved spec and the used data, seed and version, and of a fit that it began with. */
export interface Fingerprint {
  readonly spec: string
  readonly data: string
  readonly seed: number
  readonly version: string
  /** Hash of the earlier fit that the chains began with; absent where they began with none. */
  readonly warmStart?: string
}

/** Parameter draws, indexed by [draw * names.length + parameter], in the units of `DrawLayout`; chains follow one another. */
export interface Draws {
  readonly names: readonly string[]
  readonly count: number
  readonly chains: number
  readonly values: Float64Array
}

/** Whether the fit may be believed, and advice in words where not. Null: the method has no such figure. */
export interface Diagnostics {
  readonly passed: boolean
  readonly advice: readonly string[]
  readonly chains: number | null
  /** Draws per chain. */
  readonly draws: number
  readonly divergences: number | null
  readonly rhatMax: number | null
  readonly essBulkMin: number | null
  readonly essTailMin: number | null
  readonly ebfmiMin: number | null
  /** Regression: log density at the best optimum of each start, best first; spread shows local optima. */
  readonly starts: readonly StartOutcome[]
  /** Parameters, or pairs, along which the optimum is flat. */
  readonly flat: readonly string[]
  /** Replicates that did not converge and were kept at their last point. */
  readonly unconverged: number
  /** How each chain went and how well each quantity is known; null for methods without chains. */
  readonly sampler: SamplerDiagnostics | null
  /** Pareto shape of the weights that turn the Normal at the mode into the posterior: below 0.7 they do; laplace only. */
  readonly paretoK?: number
}

/** Convergence in detail. Definitions: Vehtari et al. (2021), rank-normalised split R-hat, bulk and tail effective sample size. */
export interface SamplerDiagnostics {
  readonly chains: readonly ChainDiagnostics[]
  /** Every parameter and every channel's contribution that is not fixed, in the order of the draws. */
  readonly quantities: readonly QuantityDiagnostics[]
  /** Pairs of channels whose contributions trade off, strongest first: correlation below -0.7. */
  readonly tradeOffs: readonly { readonly channels: readonly [string, string]; readonly correlation: number }[]
  /** For each figure that answers hang on, how many draws of every chain have a rank in each of 20 equal bins; absent from older fits. */
  readonly ranks?: readonly { readonly name: string; readonly counts: readonly (readonly number[])[] }[]
  /** How each channel's effect hangs on its priors and on the data; absent from older fits. */
  readonly sensitivities?: readonly EffectSensitivity[]
  /** Where the chains ended: what another fit may begin with; absent of a fit that was stopped, and from older fits. */
  readonly state?: SamplerState
}

export interface ChainDiagnostics {
  readonly stepSize: number
  readonly divergences: number
  /** Draws whose tree reached the maximum depth. */
  readonly saturatedTrees: number
  readonly ebfmi: number
  /** Gradients of the whole chain, warm-up included. */
  readonly gradients: number
  /** Mean acceptance statistic of the draws. */
  readonly acceptance: number
}

export interface QuantityDiagnostics {
  readonly name: string
  readonly rhat: number
  readonly essBulk: number
  readonly essTail: number
  /** Monte Carlo standard error of the mean over the standard deviation. */
  readonly relativeError: number
}

export interface StartOutcome {
  readonly logDensity: number
  readonly status: 'converged' | 'max-steps' | 'stalled'
  readonly gradients: number
}

/** How long a fit took, in milliseconds, and how many gradients it evaluated. */
export interface Timing {
  readonly readMs: number
  readonly fitMs: number
  readonly totalMs: number
  readonly gradients: number
}
