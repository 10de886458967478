import { leastSquares } from '../linalg/least-squares.js'
import { chiSquareSurvival, fSurvival } from '../special/distributions.js'
import type { AuxiliaryTest } from './hypothesis-test.js'
import { appendColumns } from './append-columns.js'
import type { Ols } from './ols.js'

/**
 * Breusch-Godfrey test of no serial correlation up to a lag; unlike Durbin-Watson it is valid with a lagged outcome.
 *
 * Regresses the residuals on X and their own lags, those before the first row being zero.
 *
 * @param lags whole, at least 1; rows - columns - lags must be positive.
 * @see Godfrey (1978), "Testing against general autoregressive and moving average error models".
 */
export function breuschGodfrey(fit: Ols, lags: number): AuxiliaryTest {
  const { rows } = fit.x
  const lagged = Array.from({ length: lags }, (_, l) => {
    const column = new Float64Array(rows)
    column.set(fit.residuals.subarray(0, rows - l - 1), l + 1)
    return column
  })
  const auxiliary = leastSquares(appendColumns(fit.x, lagged), fit.residuals)
  const added = auxiliary.rank - fit.rank
  const rest = rows - auxiliary.rank
  const explained = fit.residualSumOfSquares - auxiliary.residualSumOfSquares
  const lm = (rows * explained) / fit.residualSumOfSquares
  const f = explained / added / (auxiliary.residualSumOfSquares / rest)
  return {
    lm: { statistic: lm, p: chiSquareSurvival(lm, added) },
    f: { statistic: f, p: fSurvival(f, added, rest) },
    degreesOfFreedom: added,
  }
}
