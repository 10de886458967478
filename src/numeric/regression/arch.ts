import { leastSquares } from '../linalg/least-squares.js'
import { matrixFromColumns } from '../linalg/matrix.js'
import { chiSquareSurvival } from '../special/distributions.js'
import { variance } from '../stats/summary.js'
import type { HypothesisTest } from './hypothesis-test.js'

/**
 * Engle's ARCH test: (n - lags) R2 of e_t^2 on a constant and its own lags, chi-square with `lags` degrees of freedom.
 *
 * @param residuals in time order, more than 2 lags + 1 of them. Squares that are all the same give NaN.
 * @see Engle (1982), "Autoregressive conditional heteroscedasticity".
 */
export function archTest(residuals: Float64Array, lags: number): HypothesisTest {
  const rows = residuals.length - lags
  const squares = residuals.map((value) => value * value)
  const columns = [new Float64Array(rows).fill(1)]
  for (let lag = 1; lag <= lags; lag++) columns.push(squares.slice(lags - lag, lags - lag + rows))
  const later = squares.slice(lags)
  const { residualSumOfSquares, rank } = leastSquares(matrixFromColumns(columns), later)
  const total = variance(later) * (rows - 1)
  if (rank < 2 || !(total > 0)) return { statistic: NaN, p: NaN }
  const statistic = rows * (1 - residualSumOfSquares / total)
  return { statistic, p: chiSquareSurvival(statistic, rank - 1) }
}
