import { chiSquareSurvival } from '../special/distributions.js'
import { matrixFromColumns } from '../linalg/matrix.js'
import type { HypothesisTest } from './hypothesis-test.js'
import { ols } from './ols.js'

/**
 * Engle's ARCH test: (n - lags) R2 of e_t^2 on a constant and its own lags, chi-square with `lags` degrees of freedom.
 *
 * @param residuals in time order, more than 2 lags + 1 of them.
 * @see Engle (1982), "Autoregressive conditional heteroscedasticity".
 */
export function archTest(residuals: Float64Array, lags: number): HypothesisTest {
  const rows = residuals.length - lags
  const squares = residuals.map((value) => value * value)
  const columns = [new Float64Array(rows).fill(1)]
  for (let lag = 1; lag <= lags; lag++) columns.push(squares.slice(lags - lag, lags - lag + rows))
  const statistic = rows * ols(matrixFromColumns(columns), squares.slice(lags)).r2
  return { statistic, p: chiSquareSurvival(statistic, lags) }
}
