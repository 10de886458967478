import type { Dataset, Finding } from '../data/table/dataset.js'
import type { Spec } from '../model/spec/spec.js'
import type { RegressionTable } from '../numeric/regression/regression-table.js'

/**
 * A fitted model: everything later questions need, without the original files.
 *
 * Draws are approximate posterior draws (regression: randomised penalised likelihood; ols: from the estimated
 * distribution). Rebuild the arrays with `buildModel(fit.spec, fit.dataset, fit.frozen)`.
 */
export interface Fit {
  readonly format: 'mixwright.fit/1'
  readonly fingerprint: Fingerprint
  readonly spec: Spec
  readonly dataset: Dataset
  readonly method: 'ols' | 'regression'
  readonly draws: Draws
  /** References, means, scales and levels of the first fit. */
  readonly frozen: Readonly<Record<string, number>>
  readonly diagnostics: Diagnostics
  /** Data findings at the time of the fit, errors excluded. */
  readonly findings: readonly Finding[]
  /** The econometrician's table; null for regression with penalties. */
  readonly table: RegressionTable | null
  readonly timing: Timing
}

/** What a result depends on: hashes of the resolved spec and the used data, seed and version. */
export interface Fingerprint {
  readonly spec: string
  readonly data: string
  readonly seed: number
  readonly version: string
}

/** Parameter draws, indexed by [draw * names.length + parameter], in the units of `DrawLayout`. */
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
