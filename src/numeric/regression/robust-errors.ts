import type { Ols } from './ols.js'

/** A row whose leverage is within this of 1 is fitted exactly, up to rounding. */
const EXACT = 1e-10

/**
 * Standard errors that hold when the noise variance differs between rows.
 *
 * HC0 weighs row t by e_t^2, HC1 by that times n / (n - k), HC2 by e_t^2 / (1 - h_t), HC3 by e_t^2 / (1 - h_t)^2, h being the leverage.
 *
 * A row of leverage 1 (an indicator of one period) is fitted exactly and says nothing of the noise; it is left out.
 *
 * @returns one a column. That of such an indicator is too small under every kind: read its classical error.
 * @see MacKinnon and White (1985), "Some heteroskedasticity-consistent covariance matrix estimators".
 */
export function heteroskedasticErrors(fit: Ols, kind: 'HC0' | 'HC1' | 'HC2' | 'HC3'): Float64Array {
  const { rows } = fit.x
  const weights = new Float64Array(rows)
  for (let t = 0; t < rows; t++) {
    const free = 1 - fit.leverage[t]
    const divisor = kind === 'HC3' ? free * free : kind === 'HC2' ? free : 1
    weights[t] = free > EXACT ? (fit.residuals[t] * fit.residuals[t]) / divisor : 0
  }
  const errors = sandwichErrors(
    fit,
    addWeightedRows(fit, 0, (t) => weights[t]),
  )
  const scale = kind === 'HC1' ? Math.sqrt(rows / fit.degreesOfFreedom) : 1
  return errors.map((value) => value * scale)
}

/**
 * Newey-West standard errors, which hold when the noise is heteroskedastic and correlated over a few periods.
 *
 *     meat = G_0 + Σ_{l=1..lags} (1 - l / (lags + 1)) (G_l + G_l'),   G_l = Σ_t e_t e_{t-l} x_t x_{t-l}'
 *
 * Bartlett weights, no small-sample correction. Rows are in time order.
 *
 * @param lags whole, at least 0.
 * @see Newey and West (1987), "A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent covariance matrix".
 */
export function neweyWestErrors(fit: Ols, lags: number): Float64Array {
  const { cols } = fit.x
  const meat = new Float64Array(cols * cols)
  for (let lag = 0; lag <= Math.min(lags, fit.x.rows - 1); lag++) {
    const weight = 1 - lag / (lags + 1)
    const part = addWeightedRows(fit, lag, (t) => weight * fit.residuals[t] * fit.residuals[t - lag])
    for (let i = 0; i < cols; i++) {
      for (let j = 0; j < cols; j++) {
        meat[i * cols + j] += lag === 0 ? part[i * cols + j] : part[i * cols + j] + part[j * cols + i]
      }
    }
  }
  return sandwichErrors(fit, meat)
}

/** Lags by the rule floor(4 (rows / 100)^(2/9)) are about right for Newey-West errors and KPSS; 3 for 54 rows. */
export function bartlettLags(rows: number): number {
  // The largest whole l with (l / 4)^9 <= (rows / 100)^2: the rule without a power function.
  let lags = 0
  while (ninthPower((lags + 1) / 4) <= (rows / 100) * (rows / 100)) lags++
  return lags
}

function ninthPower(x: number): number {
  const cube = x * x * x
  return cube * cube * cube
}

/** Σ_t weight(t) x_t x_{t-lag}'. */
function addWeightedRows({ x }: Ols, lag: number, weight: (t: number) => number): Float64Array {
  const { rows, cols, data } = x
  const sum = new Float64Array(cols * cols)
  for (let t = lag; t < rows; t++) {
    const w = weight(t)
    for (let i = 0; i < cols; i++) {
      const wx = w * data[t * cols + i]
      for (let j = 0; j < cols; j++) sum[i * cols + j] += wx * data[(t - lag) * cols + j]
    }
  }
  return sum
}

/** Roots of the diagonal of (X'X)^-1 meat (X'X)^-1. */
function sandwichErrors({ x, xtxInverse }: Ols, meat: Float64Array): Float64Array {
  const k = x.cols
  const errors = new Float64Array(k)
  for (let j = 0; j < k; j++) {
    let sum = 0
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) sum += xtxInverse[j * k + a] * meat[a * k + b] * xtxInverse[b * k + j]
    }
    errors[j] = Math.sqrt(sum)
  }
  return errors
}
