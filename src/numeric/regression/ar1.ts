// Regression with first-order autoregressive noise by exact maximum likelihood.
// Source: Beach and MacKinnon (1978), "A maximum likelihood procedure for regression with autocorrelated errors".

import { leastSquares } from '../linalg/least-squares.js'
import type { Matrix } from '../linalg/matrix.js'
import { multiplyVector } from '../linalg/matrix.js'
import { minimiseScalar } from '../solve/root.js'
import { log, log1p } from '../special/exp-log.js'
import { tanh } from '../special/hyperbolic.js'
import type { Ols } from './ols.js'
import { ols } from './ols.js'

const LOG_TWO_PI = 1.8378770664093453
/** The correlation is sought on the scale z = atanh(rho), up to |rho| = 0.999988. */
const WIDEST = 6
const GRID = 96

/** A regression with noise u_t = correlation u_{t-1} + e_t, e_t normal and independent. */
export interface Ar1Fit {
  readonly correlation: number
  /** Asymptotic, from the curvature of the profile likelihood; NaN where it is not concave. */
  readonly correlationError: number
  /** The whitened regression: its coefficients, standard errors, and sigma of the innovations (divisor rows - columns). */
  readonly whitened: Ols
  /** X b in the original units, one a row: the mean without the noise's memory. */
  readonly structural: Float64Array
  /** Exact, at the maximum-likelihood variance. */
  readonly logLikelihood: number
}

/**
 * Generalised least squares with stationary AR(1) noise; the correlation maximises the exact likelihood.
 *
 * The whole range of correlations is searched, since the likelihood may have several maxima.
 *
 * @param x full column rank, rows in time order, at least two more than columns.
 * @throws InputError if columns are linear combinations of others or there are too few rows.
 */
export function fitAr1(x: Matrix, y: Float64Array): Ar1Fit {
  const step = (2 * WIDEST) / GRID
  const loss = (z: number): number => -profileLogLikelihood(x, y, tanh(z))
  let best = 0
  let least = Infinity
  for (let i = 0; i <= GRID; i++) {
    const z = -WIDEST + i * step
    const value = loss(z)
    if (value < least) {
      least = value
      best = z
    }
  }
  const { x: z, value } = minimiseScalar(loss, best - step, best + step, 1e-11)
  const correlation = tanh(z)
  const width = 1e-3
  const curvature = (loss(z + width) - 2 * value + loss(z - width)) / (width * width)
  const correlationError = (1 - correlation * correlation) / Math.sqrt(curvature)
  return { ...fitAr1At(x, y, correlation), correlationError }
}

/** `fitAr1` at a correlation that is given, in (-1, 1); its error is 0. */
export function fitAr1At(x: Matrix, y: Float64Array, correlation: number): Ar1Fit {
  const whitened = glsAr1(x, y, correlation)
  return {
    correlation,
    correlationError: 0,
    whitened,
    structural: multiplyVector(x, whitened.coefficients),
    logLikelihood: profileLogLikelihood(x, y, correlation),
  }
}

/**
 * Generalised least squares at a given AR(1) correlation: least squares after the Prais-Winsten transform.
 *
 * @param correlation in (-1, 1).
 */
export function glsAr1(x: Matrix, y: Float64Array, correlation: number): Ols {
  return ols(whitenRows(x, correlation), whitenVector(y, correlation))
}

/** Exact log-likelihood of coefficients, correlation and innovation sd under stationary AR(1) noise; rows in time order. */
export function ar1LogLikelihood(residuals: Float64Array, correlation: number, sigma: number): number {
  const n = residuals.length
  const innovations = whitenVector(residuals, correlation)
  const squares = innovations.reduce((sum, e) => sum + e * e, 0)
  const spread = 0.5 * log1p(-correlation * correlation)
  return -0.5 * n * LOG_TWO_PI - n * log(sigma) + spread - (0.5 * squares) / (sigma * sigma)
}

/** Prais-Winsten: the first entry times sqrt(1 - rho^2), then v_t - rho v_{t-1}. */
export function whitenVector(v: Float64Array, correlation: number): Float64Array {
  const out = new Float64Array(v.length)
  out[0] = Math.sqrt(1 - correlation * correlation) * v[0]
  for (let t = 1; t < v.length; t++) out[t] = v[t] - correlation * v[t - 1]
  return out
}

function whitenRows({ rows, cols, data }: Matrix, correlation: number): Matrix {
  const out = new Float64Array(data.length)
  const first = Math.sqrt(1 - correlation * correlation)
  for (let j = 0; j < cols; j++) out[j] = first * data[j]
  for (let i = cols; i < data.length; i++) out[i] = data[i] - correlation * data[i - cols]
  return { rows, cols, data: out }
}

/** Maximised over coefficients and variance. */
function profileLogLikelihood(x: Matrix, y: Float64Array, correlation: number): number {
  const n = x.rows
  const fit = leastSquares(whitenRows(x, correlation), whitenVector(y, correlation))
  const spread = 0.5 * log1p(-correlation * correlation)
  return -0.5 * n * (LOG_TWO_PI + log(fit.residualSumOfSquares / n) + 1) + spread
}
