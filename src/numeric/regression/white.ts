import { leastSquares } from '../linalg/least-squares.js'
import { matrixFromColumns, matrixColumn } from '../linalg/matrix.js'
import { chiSquareSurvival, fSurvival } from '../special/distributions.js'
import { squaredResiduals } from './breusch-pagan.js'
import type { AuxiliaryTest } from './hypothesis-test.js'
import type { Ols } from './ols.js'

/**
 * White's test of constant noise variance: n R2 of the squared residuals on all levels, squares and products of the regressors.
 *
 * Products that repeat others (squares of indicators) are left out of the count.
 *
 * @param fit a regression with a constant.
 * @returns null where the products leave no degrees of freedom; `whiteOfFitted` needs only two.
 * @see White (1980), "A heteroskedasticity-consistent covariance matrix estimator and a direct test for heteroskedasticity".
 */
export function white(fit: Ols): AuxiliaryTest | null {
  const columns = Array.from({ length: fit.x.cols }, (_, j) => unitSpread(matrixColumn(fit.x, j)))
  const products: Float64Array[] = [new Float64Array(fit.x.rows).fill(1)]
  columns.forEach((a, i) => {
    products.push(a)
    for (const b of columns.slice(i)) products.push(a.map((value, t) => value * b[t]))
  })
  return varianceTest(fit, products)
}

/** White's test on the fitted values and their square only: for regressions with too many columns for `white`. */
export function whiteOfFitted(fit: Ols): AuxiliaryTest | null {
  const level = unitSpread(fit.fitted)
  return varianceTest(fit, [new Float64Array(fit.x.rows).fill(1), level, level.map((value) => value * value)])
}

function varianceTest(fit: Ols, columns: readonly Float64Array[]): AuxiliaryTest | null {
  const { rows } = fit.x
  const squares = squaredResiduals(fit)
  const auxiliary = leastSquares(matrixFromColumns(columns), squares)
  const slopes = auxiliary.rank - 1
  const rest = rows - auxiliary.rank
  if (slopes < 1 || rest < 1) return null
  const mean = fit.residualSumOfSquares / rows
  let total = 0
  for (const value of squares) total += (value - mean) * (value - mean)
  const explained = total - auxiliary.residualSumOfSquares
  const lm = (rows * explained) / total
  const f = explained / slopes / (auxiliary.residualSumOfSquares / rest)
  return {
    lm: { statistic: lm, p: chiSquareSurvival(lm, slopes) },
    f: { statistic: f, p: fSurvival(f, slopes, rest) },
    degreesOfFreedom: slopes,
  }
}

/** Centred, divided by the standard deviation: spans the same levels and products together with a constant, without lost digits. */
function unitSpread(column: Float64Array): Float64Array {
  const n = column.length
  let mean = 0
  for (const value of column) mean += value / n
  let squares = 0
  for (const value of column) squares += (value - mean) * (value - mean)
  const sd = Math.sqrt(squares / n)
  const size = Math.abs(mean)
  return sd > 1e-12 * size ? column.map((value) => (value - mean) / sd) : new Float64Array(n)
}
