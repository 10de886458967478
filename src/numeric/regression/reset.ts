import { leastSquares } from '../linalg/least-squares.js'
import { fSurvival } from '../special/distributions.js'
import { appendColumns } from './append-columns.js'
import type { HypothesisTest } from './hypothesis-test.js'
import type { Ols } from './ols.js'

/**
 * Ramsey's RESET test of a linear form: F test of adding powers of the fitted values.
 *
 * @param highest last power added; 2 adds the square, 3 also the cube.
 * @returns NaN where the powers add nothing (fitted values of two levels only) or no degrees of freedom remain.
 * @see Ramsey (1969), "Tests for specification errors in classical linear least-squares regression analysis".
 */
export function resetTest(fit: Ols, highest: 2 | 3): HypothesisTest {
  const { rows } = fit.x
  // Centred and scaled, the powers span the same space together with the constant and the fitted values.
  let centre = 0
  if (fit.hasConstant) for (const value of fit.fitted) centre += value / rows
  let size = 0
  for (const value of fit.fitted) size = Math.max(size, Math.abs(value - centre))
  const level = fit.fitted.map((value) => (value - centre) / size)
  const square = level.map((value) => value * value)
  const powers = highest === 2 ? [square] : [square, square.map((value, t) => value * level[t])]
  if (!(size > 0)) return { statistic: NaN, p: NaN }
  const wide = leastSquares(appendColumns(fit.x, powers), fit.y)
  const added = wide.rank - fit.rank
  const rest = rows - wide.rank
  if (added < 1 || rest < 1) return { statistic: NaN, p: NaN }
  const gain = fit.residualSumOfSquares - wide.residualSumOfSquares
  const statistic = gain / added / (wide.residualSumOfSquares / rest)
  return { statistic, p: fSurvival(statistic, added, rest) }
}
