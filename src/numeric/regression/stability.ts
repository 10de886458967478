import { exp } from '../special/exp-log.js'
import { fSurvival } from '../special/distributions.js'
import type { Matrix } from '../linalg/matrix.js'
import type { HypothesisTest } from './hypothesis-test.js'
import type { Ols } from './ols.js'
import { ols } from './ols.js'

/**
 * Chow's test that the coefficients before and after a row are the same.
 *
 * @param firstRows rows in the first part; both parts need more rows than columns.
 */
export function chowTest(fit: Ols, firstRows: number): HypothesisTest {
  const { rows, cols } = fit.x
  const before = ols(rowsOf(fit.x, 0, firstRows), fit.y.slice(0, firstRows)).residualSumOfSquares
  const after = ols(rowsOf(fit.x, firstRows, rows), fit.y.slice(firstRows)).residualSumOfSquares
  const rest = rows - 2 * cols
  const statistic = (fit.residualSumOfSquares - before - after) / cols / ((before + after) / rest)
  return { statistic, p: fSurvival(statistic, cols, rest) }
}

/**
 * CUSUM test of constant coefficients on the residuals: max |Σ_{s<=t} e_s| / (s sqrt n); its 5 % critical value is 1.36.
 *
 * @see Ploberger and Kramer (1992), "The CUSUM test with OLS residuals".
 */
export function cusumTest(fit: Ols): HypothesisTest {
  let sum = 0
  let largest = 0
  for (const residual of fit.residuals) {
    sum += residual
    largest = Math.max(largest, Math.abs(sum))
  }
  const statistic = largest / (fit.sigma * Math.sqrt(fit.x.rows))
  return { statistic, p: bridgeSurvival(statistic) }
}

/** Probability that a Brownian bridge leaves [-x, x]. */
function bridgeSurvival(x: number): number {
  if (x < 0.2) return 1
  let sum = 0
  for (let k = 1, sign = 1; k <= 100; k++, sign = -sign) sum += sign * exp(-2 * k * k * x * x)
  return Math.min(1, Math.max(0, 2 * sum))
}

function rowsOf({ cols, data }: Matrix, from: number, to: number): Matrix {
  return { rows: to - from, cols, data: data.slice(from * cols, to * cols) }
}
