import type { Finding } from '../../data/table/dataset.js'
import type { Model } from '../../model/design/model.js'
import type { RegressionTable } from '../../numeric/regression/regression-table.js'
import type { Diagnostics, Draws, Fingerprint, Fit, Timing } from '../fit.js'
import type { HoldoutResult } from '../holdout/holdout.js'
import type { LeaveOneOutScore } from '../leave-one-out-score.js'
import { canonicalJson, sha256Hex } from '../../data/table/fingerprint.js'
import { canonicalSpec } from '../../model/spec/fingerprint-spec.js'
import { version } from './version.js'

export interface JoinFitOptions {
  /** The model that was fitted. */
  readonly model: Model
  /** What the method found. */
  readonly result: {
    readonly draws: Draws
    readonly diagnostics: Diagnostics
    readonly table?: RegressionTable | null
    readonly gradients?: number
    /** Hash of an earlier fit that it began with. @defaultValue it began with none */
    readonly warmStart?: string
  }
  /** What the checks of the data said. @defaultValue nothing */
  readonly findings?: readonly Finding[]
  /** What `holdOut` found. @defaultValue absent */
  readonly holdout?: HoldoutResult
  /** What `leaveOneOutScore` found. @defaultValue absent */
  readonly leaveOneOut?: LeaveOneOutScore
  /** How long it took; the only part of a fit that depends on the machine. @defaultValue zeros */
  readonly timing?: Omit<Timing, 'gradients'>
}

/**
 * Joins what a method found to the model, its data and their fingerprints: a `Fit`, which answers every later question.
 *
 * @example const fit = joinFit({ model, result: await fitRegression(model, { executor }) })
 */
export function joinFit({ model, result, findings = [], holdout, leaveOneOut, timing }: JoinFitOptions): Fit {
  const { spec, dataset, frozen } = model
  return {
    format: 'mixwright.fit/1',
    fingerprint: {
      ...fingerprintOf(model),
      ...(result.warmStart === undefined ? {} : { warmStart: result.warmStart }),
    },
    spec,
    dataset,
    method: spec.fit.method,
    draws: result.draws,
    frozen,
    diagnostics: result.diagnostics,
    findings: findings.filter(({ severity }) => severity !== 'error'),
    table: result.table ?? null,
    ...(holdout === undefined ? {} : { holdout }),
    ...(leaveOneOut === undefined ? {} : { leaveOneOut }),
    timing: { readMs: 0, fitMs: 0, totalMs: 0, ...timing, gradients: result.gradients ?? 0 },
  }
}

/** What a fit of this model depends on: the same for equal settings and data, wherever they stand. */
export function fingerprintOf({ spec, dataset }: Model): Fingerprint {
  const resolved = sha256Hex(canonicalJson(canonicalSpec(spec)))
  return { spec: resolved, data: dataset.fingerprint, seed: spec.fit.seed, version }
}
