import { InputError } from '../../check/errors.js'
import type { LeastSquares } from '../linalg/least-squares.js'
import { leastSquares } from '../linalg/least-squares.js'
import type { Matrix } from '../linalg/matrix.js'
import { fSurvival, studentCdf, studentQuantile } from '../special/distributions.js'
import { log } from '../special/exp-log.js'

/** An ordinary least-squares fit with its classical inference; arrays have one entry a column of `x` unless said otherwise. */
export interface Ols extends LeastSquares {
  readonly x: Matrix
  readonly y: Float64Array
  /** Rows minus rank. */
  readonly degreesOfFreedom: number
  /** Residual standard deviation, divisor `degreesOfFreedom`. */
  readonly sigma: number
  readonly standardErrors: Float64Array
  readonly t: Float64Array
  /** Two-sided. */
  readonly p: Float64Array
  /** Whether the columns span a constant; if so `r2` and `f` are about the mean, else about zero. */
  readonly hasConstant: boolean
  readonly r2: number
  readonly adjustedR2: number
  /** All coefficients but the constant are zero; NaN where there are none. */
  readonly f: number
  readonly fP: number
  /** Gaussian, at the maximum-likelihood variance. */
  readonly logLikelihood: number
  /** With k = number of coefficients; some packages add 1 for the variance. */
  readonly aic: number
  readonly bic: number
}

const LOG_TWO_PI = 1.8378770664093453

/**
 * Ordinary least squares with standard errors, R2, F, and information criteria.
 *
 * @param x full column rank, more rows than columns.
 * @param y one entry a row.
 * @throws InputError if columns are linear combinations of others or there are too few rows.
 * @example ols({ rows: 3, cols: 1, data: Float64Array.of(1, 1, 1) }, Float64Array.of(1, 2, 6)).sigma // 2.6457513110645907
 */
export function ols(x: Matrix, y: Float64Array): Ols {
  const fit = leastSquares(x, y)
  if (fit.rank < x.cols) {
    throw new InputError(`Columns ${fit.aliased.join(', ')} of the regression are linear combinations of others.`)
  }
  const n = x.rows
  const degreesOfFreedom = n - fit.rank
  if (degreesOfFreedom < 1) throw new InputError(`A regression on ${x.cols} columns needs more than ${n} rows.`)
  const s2 = fit.residualSumOfSquares / degreesOfFreedom
  const standardErrors = fit.coefficients.map((_, j) => Math.sqrt(s2 * fit.xtxInverse[j * x.cols + j]))
  const t = fit.coefficients.map((b, j) => b / standardErrors[j])
  const logLikelihood = -0.5 * n * (LOG_TWO_PI + log(fit.residualSumOfSquares / n) + 1)
  return {
    ...fit,
    x,
    y,
    degreesOfFreedom,
    sigma: Math.sqrt(s2),
    standardErrors,
    t,
    p: t.map((value) => twoSidedP(value, degreesOfFreedom)),
    ...explained(x, y, fit),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * fit.rank,
    bic: -2 * logLikelihood + fit.rank * log(n),
  }
}

/** Probability of a Student variate further from zero than `t`. */
export function twoSidedP(t: number, degreesOfFreedom: number): number {
  return 2 * studentCdf(-Math.abs(t), degreesOfFreedom)
}

export interface Prediction {
  readonly mean: number
  /** Standard error of the mean. */
  readonly standardError: number
  /** Interval of the mean. */
  readonly meanInterval: readonly [number, number]
  /** Interval of a new observation. */
  readonly newInterval: readonly [number, number]
}

/**
 * Prediction at one row of regressors.
 *
 * @param row one entry a column.
 * @param coverage of both intervals, in (0, 1).
 */
export function predictOls(fit: Ols, row: Float64Array, coverage: number): Prediction {
  const k = fit.x.cols
  let mean = 0
  let spread = 0
  for (let i = 0; i < k; i++) {
    mean += row[i] * fit.coefficients[i]
    for (let j = 0; j < k; j++) spread += row[i] * fit.xtxInverse[i * k + j] * row[j]
  }
  const quantile = studentQuantile(0.5 + 0.5 * coverage, fit.degreesOfFreedom)
  const standardError = fit.sigma * Math.sqrt(spread)
  const newError = fit.sigma * Math.sqrt(1 + spread)
  return {
    mean,
    standardError,
    meanInterval: [mean - quantile * standardError, mean + quantile * standardError],
    newInterval: [mean - quantile * newError, mean + quantile * newError],
  }
}

function explained(
  x: Matrix,
  y: Float64Array,
  fit: LeastSquares,
): Pick<Ols, 'hasConstant' | 'r2' | 'adjustedR2' | 'f' | 'fP'> {
  const n = x.rows
  const hasConstant = spansConstant(x)
  const constants = hasConstant ? 1 : 0
  const total = totalSumOfSquares(y, hasConstant)
  const r2 = 1 - fit.residualSumOfSquares / total
  const slopes = fit.rank - constants
  const rest = n - fit.rank
  const f = slopes > 0 ? (total - fit.residualSumOfSquares) / slopes / (fit.residualSumOfSquares / rest) : NaN
  return {
    hasConstant,
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - constants)) / rest,
    f,
    fP: slopes > 0 ? fSurvival(f, slopes, rest) : NaN,
  }
}

/** Sum of squares about the mean, or about zero. */
function totalSumOfSquares(y: Float64Array, aboutMean: boolean): number {
  let centre = 0
  if (aboutMean) for (let i = 0; i < y.length; i++) centre += y[i] / y.length
  let squares = 0
  for (let i = 0; i < y.length; i++) squares += (y[i] - centre) * (y[i] - centre)
  return squares
}

function spansConstant(x: Matrix): boolean {
  const ones = new Float64Array(x.rows).fill(1)
  return leastSquares(x, ones).residualSumOfSquares < 1e-16 * x.rows
}
