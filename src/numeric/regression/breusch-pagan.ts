import type { Matrix } from '../linalg/matrix.js'
import { chiSquareSurvival, fSurvival } from '../special/distributions.js'
import { appendColumns } from './append-columns.js'
import type { AuxiliaryTest, HypothesisTest } from './hypothesis-test.js'
import type { Ols } from './ols.js'
import { ols } from './ols.js'

/**
 * Breusch-Pagan test of constant noise variance in Koenker's form, which needs no normality: n R2 of the squared residuals on X
 * and a constant.
 *
 * @see Koenker (1981), "A note on studentizing a test for heteroscedasticity".
 */
export function breuschPagan(fit: Ols): AuxiliaryTest {
  const auxiliary = ols(withConstant(fit), squaredResiduals(fit))
  const slopes = auxiliary.rank - 1
  const lm = fit.x.rows * auxiliary.r2
  return {
    lm: { statistic: lm, p: chiSquareSurvival(lm, slopes) },
    f: { statistic: auxiliary.f, p: fSurvival(auxiliary.f, slopes, auxiliary.degreesOfFreedom) },
    degreesOfFreedom: slopes,
  }
}

/** The original form, for normal noise: half the explained sum of squares of e^2 / (RSS / n) on X. */
export function breuschPaganOriginal(fit: Ols): HypothesisTest {
  const variance = fit.residualSumOfSquares / fit.x.rows
  const scaled = squaredResiduals(fit).map((value) => value / variance)
  const auxiliary = ols(withConstant(fit), scaled)
  let explained = 0
  for (const value of auxiliary.fitted) explained += (value - 1) * (value - 1)
  const statistic = 0.5 * explained
  return { statistic, p: chiSquareSurvival(statistic, auxiliary.rank - 1) }
}

/** e_t^2, one a row. */
export function squaredResiduals({ residuals }: Ols): Float64Array {
  return residuals.map((value) => value * value)
}

function withConstant({ x, hasConstant }: Ols): Matrix {
  return hasConstant ? x : appendColumns(x, [new Float64Array(x.rows).fill(1)])
}
