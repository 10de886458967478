import { InputError } from '../../check/errors.js'
import type { Model } from '../../model/design/model.js'
import type { Ar1Fit } from '../../numeric/regression/ar1.js'
import { fitAr1, fitAr1At } from '../../numeric/regression/ar1.js'
import { ols } from '../../numeric/regression/ols.js'
import type { RegressionTable } from '../../numeric/regression/regression-table.js'
import { unitRootTests } from '../../numeric/regression/residual-tests.js'
import { tabulateAr1, tabulateOls } from '../../numeric/regression/tabulate-regression.js'
import type { Diagnostics, Draws } from '../fit.js'
import { auditLinearDesign } from './linear-audit.js'
import { linearDesign, type LinearDesign } from './linear-design.js'
import { diagnoseLinear } from './linear-diagnosis.js'
import { linearDraws, type LinearEstimate } from './linear-draws.js'
import { linearSolve } from './linear-solve.js'

export const DEFAULT_OLS_DRAWS = 1000

/** What ordinary (or AR(1) generalised) least squares returns; the caller joins it to fingerprint, findings and timing. */
export interface OlsResult {
  readonly draws: Draws
  readonly diagnostics: Diagnostics
  readonly table: RegressionTable
  /** Always 0: nothing is searched by gradients. */
  readonly gradients: number
}

export interface OlsOptions {
  /** Draws from the estimated distribution. @defaultValue the spec's `fit.draws`, or 1000 */
  readonly draws?: number
  /** @defaultValue the spec's `fit.seed` */
  readonly seed?: number
}

/**
 * Fits a model whose adstock and saturation are given numbers by least squares, with the econometrician's full table.
 *
 * With `noise: ar1` it is generalised least squares at the correlation that maximises the exact likelihood. With a lagged KPI the first
 * period only serves as the lag of the second. Signs are not held: `sign: positive` is reported where the estimate is negative.
 *
 * @throws InputError if a transform, a smooth trend, or a number held fixed asks for more than least squares, or columns are collinear.
 * @example fitOls(buildModel(spec, dataset)).table.r2
 */
export function fitOls(model: Model, options: OlsOptions = {}): OlsResult {
  const count = options.draws ?? model.spec.fit.draws ?? DEFAULT_OLS_DRAWS
  const seed = options.seed ?? model.spec.fit.seed
  const design = linearDesign(model)
  auditLinearDesign(design)
  const { estimate, table } = estimateOf(model, design)
  requireStable(model, estimate.coefficients)
  const { draws, rejected } = linearDraws(model, design, estimate, { draws: count, seed })
  const whole: RegressionTable = {
    ...table,
    coefficients: [...estimate.coefficients],
    tests: [...table.tests, ...seriesTests(model)],
    longRun: model.layout.laggedKpi < 0 ? null : longRun(model, estimate.coefficients),
  }
  return { draws, diagnostics: diagnoseLinear(model, whole, { count, rejected, estimate }), table: whole, gradients: 0 }
}

function estimateOf(
  { spec, layout }: Model,
  design: LinearDesign,
): { readonly estimate: LinearEstimate; readonly table: RegressionTable } {
  const { x, y, names } = design
  if (spec.noise.kind === 'ar1') {
    const fit = 'fixed' in spec.noise.correlation ? fitAr1At(x, y, spec.noise.correlation.fixed) : fitAr1(x, y)
    return { estimate: ar1Estimate(fit), table: tabulateAr1(x, y, fit, { names }) }
  }
  const fit = ols(x, y)
  return {
    estimate: { fit, coefficients: linearSolve(x, y), correlation: null },
    table: tabulateOls(fit, { names, laggedOutcome: layout.laggedKpi >= 0 }),
  }
}

function ar1Estimate({ whitened, correlation, correlationError }: Ar1Fit): LinearEstimate {
  const error = Number.isFinite(correlationError) ? correlationError : 0
  return {
    fit: whitened,
    coefficients: linearSolve(whitened.x, whitened.y),
    correlation: { value: correlation, error },
  }
}

function requireStable({ layout }: Model, coefficients: Float64Array): void {
  if (layout.laggedKpi < 0) return
  const lambda = coefficients[coefficients.length - 1]
  if (Math.abs(lambda) < 1) return
  throw new InputError(
    `\`dynamics.laggedKpi\`: the estimated coefficient of the lagged KPI is ${lambda.toPrecision(4)}, not inside (-1, 1), so effects would never end; use \`noise: ar1\` or a trend instead.`,
  )
}

/** Unit-root tests of the KPI and of each channel's media as they came, in the fit window. */
function seriesTests({ kpi, channels, history, spec }: Model): RegressionTable['tests'] {
  return [
    ...unitRootTests(spec.kpi.column, kpi),
    ...channels.flatMap(({ name, media }) => unitRootTests(name, media.slice(history))),
  ]
}

/** A channel's coefficient, and its sum over all later periods, b / (1 - lambda). */
function longRun({ linear, channels }: Model, coefficients: Float64Array): RegressionTable['longRun'] {
  const lambda = coefficients[coefficients.length - 1]
  return channels.map(({ name }, c) => {
    const shortRun = coefficients[linear.length + c]
    return { name, shortRun, longRun: shortRun / (1 - lambda) }
  })
}
