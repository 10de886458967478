import { chiSquareSurvival } from '../special/distributions.js'
import type { HypothesisTest } from './hypothesis-test.js'

/**
 * Autocorrelations r_1 to r_lags: Σ e_t e_{t-l} / Σ e_t^2, about zero (residuals) rather than their mean.
 *
 * @param residuals in time order.
 */
export function autocorrelations(residuals: Float64Array, lags: number): Float64Array {
  let squares = 0
  for (let t = 0; t < residuals.length; t++) squares += residuals[t] * residuals[t]
  return Float64Array.from({ length: lags }, (_, l) => {
    let products = 0
    for (let t = l + 1; t < residuals.length; t++) products += residuals[t] * residuals[t - l - 1]
    return products / squares
  })
}

/**
 * Ljung-Box test that the first `lags` autocorrelations are zero: n (n + 2) Σ r_l^2 / (n - l), chi-square with `lags` degrees of freedom.
 *
 * The residuals' mean is taken out first, which changes nothing after a regression with a constant.
 *
 * @see Ljung and Box (1978), "On a measure of lack of fit in time series models".
 */
export function ljungBox(residuals: Float64Array, lags: number): HypothesisTest {
  const n = residuals.length
  let mean = 0
  for (let t = 0; t < n; t++) mean += residuals[t] / n
  const r = autocorrelations(
    residuals.map((value) => value - mean),
    lags,
  )
  let sum = 0
  for (let l = 0; l < lags; l++) sum += (r[l] * r[l]) / (n - l - 1)
  const statistic = n * (n + 2) * sum
  return { statistic, p: chiSquareSurvival(statistic, lags) }
}
