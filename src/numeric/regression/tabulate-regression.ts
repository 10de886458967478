import { matrixFromColumns } from '../linalg/matrix.js'
import type { Matrix } from '../linalg/matrix.js'
import { leastSquares } from '../linalg/least-squares.js'
import { fSurvival } from '../special/distributions.js'
import { log } from '../special/exp-log.js'
import type { Ar1Fit } from './ar1.js'
import { whitenVector } from './ar1.js'
import { conditionNumber, varianceInflation } from './collinearity.js'
import type { Ols } from './ols.js'
import type { RegressionTable } from './regression-table.js'
import { bartlettLags, heteroskedasticErrors, neweyWestErrors } from './robust-errors.js'
import { residualTests } from './residual-tests.js'

export interface TabulateOptions {
  /** One a column of the regression. */
  readonly names: readonly string[]
  /** Lags of the Newey-West errors. @defaultValue floor(4 (rows / 100)^(2/9)) */
  readonly neweyWestLags?: number
  /** Whether a column is the lagged outcome, which biases Durbin-Watson. @defaultValue false */
  readonly laggedOutcome?: boolean
}

/** The econometrician's table of an ordinary least-squares fit whose rows are in time order. */
export function tabulateOls(fit: Ols, options: TabulateOptions): RegressionTable {
  const { names, laggedOutcome = false } = options
  const neweyWestLags = options.neweyWestLags ?? bartlettLags(fit.x.rows)
  return {
    ...inference(fit, neweyWestLags),
    names,
    r2: fit.r2,
    adjustedR2: fit.adjustedR2,
    f: fit.f,
    fP: fit.fP,
    logLikelihood: fit.logLikelihood,
    aic: fit.aic,
    bic: fit.bic,
    vif: varianceInflation(fit.x),
    conditionNumber: conditionNumber(fit.x),
    tests: residualTests(fit, laggedOutcome ? 'lagged-outcome' : 'static'),
    longRun: null,
    correlation: null,
  }
}

/**
 * The table of a regression with AR(1) noise. Errors, t, p and residual tests are those of the whitened regression, whose residuals are
 * the innovations; R2 is that of the structural mean X b; AIC and BIC count the correlation as one more parameter.
 */
export function tabulateAr1(x: Matrix, y: Float64Array, fit: Ar1Fit, options: TabulateOptions): RegressionTable {
  const neweyWestLags = options.neweyWestLags ?? bartlettLags(x.rows)
  const parameters = x.cols + 1
  return {
    ...inference(fit.whitened, neweyWestLags),
    ...structuralFit(x, y, fit),
    names: options.names,
    logLikelihood: fit.logLikelihood,
    aic: -2 * fit.logLikelihood + 2 * parameters,
    bic: -2 * fit.logLikelihood + parameters * log(x.rows),
    vif: varianceInflation(x),
    conditionNumber: conditionNumber(x),
    tests: residualTests(fit.whitened, 'innovations'),
    longRun: null,
    correlation: fit.correlation,
  }
}

function inference(
  fit: Ols,
  neweyWestLags: number,
): Pick<
  RegressionTable,
  'coefficients' | 'standardErrors' | 'hc3' | 'neweyWest' | 'neweyWestLags' | 't' | 'p' | 'rows' | 'sigma'
> {
  return {
    coefficients: [...fit.coefficients],
    standardErrors: [...fit.standardErrors],
    hc3: [...heteroskedasticErrors(fit, 'HC3')],
    neweyWest: [...neweyWestErrors(fit, neweyWestLags)],
    neweyWestLags,
    t: [...fit.t],
    p: [...fit.p],
    rows: fit.x.rows,
    sigma: fit.sigma,
  }
}

/** R2 of X b, and F against noise about a constant with the same correlation. */
function structuralFit(
  x: Matrix,
  y: Float64Array,
  { structural, whitened, correlation }: Ar1Fit,
): Pick<RegressionTable, 'r2' | 'adjustedR2' | 'f' | 'fP'> {
  const n = x.rows
  const ones = new Float64Array(n).fill(1)
  const hasConstant = leastSquares(x, ones).residualSumOfSquares < 1e-16 * n
  let centre = 0
  if (hasConstant) for (const value of y) centre += value / n
  let total = 0
  let left = 0
  for (let t = 0; t < n; t++) {
    total += (y[t] - centre) * (y[t] - centre)
    left += (y[t] - structural[t]) * (y[t] - structural[t])
  }
  const constants = hasConstant ? 1 : 0
  const slopes = x.cols - constants
  const flat = whitenVector(y, correlation)
  const restricted = hasConstant
    ? leastSquares(matrixFromColumns([whitenVector(ones, correlation)]), flat).residualSumOfSquares
    : flat.reduce((sum, value) => sum + value * value, 0)
  const f = slopes > 0 ? (restricted - whitened.residualSumOfSquares) / slopes / (whitened.sigma * whitened.sigma) : NaN
  return {
    r2: 1 - left / total,
    adjustedR2: 1 - ((left / total) * (n - constants)) / (n - x.cols),
    f,
    fP: slopes > 0 ? fSurvival(f, slopes, n - x.cols) : NaN,
  }
}
