import { describe, expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { ols, predictOls } from '../../../src/numeric/regression/ols.js'
import { studentQuantile } from '../../../src/numeric/special/distributions.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'

describe('least squares on the twenty-period data (M13)', () => {
  const fit = ols(d20.x, d20.y)

  it('has the published coefficients, standard errors, t and p', () => {
    expectDigitsOfAll(fit.coefficients, '232.3075916 0.4811205548 4.63429407 -9.108582075 0.3764046699')
    expectDigitsOfAll(fit.standardErrors, '55.2020666 0.1931459789 3.143940794 4.251398424 0.1804154859')
    expectDigitsOfAll(fit.t, '4.20831331 2.490968529 1.474039867 -2.142490815 2.086321294')
    expectDigitsOfAll(fit.p, '0.0007600357102 0.02494637762 0.1611471975 0.0489664495 0.05443698788')
    const half = studentQuantile(0.975, 15) * fit.standardErrors[1]
    expectDigitsOfAll([fit.coefficients[1] - half, fit.coefficients[1] + half], '0.06943964594 0.8928014638')
  })

  it('has the published sums of squares, R2, F and information criteria', () => {
    expectDigits(fit.residualSumOfSquares, '230.995401')
    expectDigits(fit.sigma * fit.sigma, '15.3996934')
    expectDigits(fit.residualSumOfSquares / (1 - fit.r2), '5292.692')
    expectDigitsOfAll([fit.r2, fit.adjustedR2], '0.9563557825 0.9447173244')
    expectDigitsOfAll([fit.f, fit.fP], '82.17203529 5.150082844e-10')
    expectDigitsOfAll([fit.logLikelihood, fit.aic, fit.bic], '-52.84542594 115.6908519 120.6695133')
  })

  it('has the published residuals', () => {
    expectDigitsOfAll(
      fit.residuals,
      `3.282649706 1.745803169 -4.293110548 -1.48737327 -7.584494162 2.817708903 2.477185149 1.908620519 -0.0900559637 1.29263701
       6.975123105 -0.4359791488 -2.702300582 -3.785095056 1.29942357 -1.885991984 -1.238125006 0.7056148146 -4.048674564 5.046434338`,
    )
  })

  it('predicts with intervals of the mean and of a new observation', () => {
    const prediction = predictOls(fit, Float64Array.of(1, 60, 9.5, 9.8, 21), 0.95)
    expectDigitsOfAll([prediction.mean, prediction.standardError], '223.8410123 3.59629558')
    expectDigitsOfAll(prediction.meanInterval, '216.1756897 231.5063349')
    expectDigitsOfAll(prediction.newInterval, '212.4955654 235.1864592')
  })
})

describe('regressions with and without a constant', () => {
  const y = Float64Array.of(1, 3, 2, 5, 4, 6)
  const slope = Float64Array.of(1, 2, 3, 4, 5, 6)
  const ones = new Float64Array(6).fill(1)

  it('measures R2 about zero where no constant is spanned', () => {
    const fit = ols(matrixFromColumns([slope]), y)
    expect(fit.hasConstant).toBe(false)
    expect(fit.r2).toBeCloseTo(1 - fit.residualSumOfSquares / 91, 14)
  })

  it('recognises a constant that indicators add up to', () => {
    const even = slope.map((value) => 1 - (value % 2))
    const odd = slope.map((value) => value % 2)
    const fit = ols(matrixFromColumns([even, odd]), y)
    expect(fit.hasConstant).toBe(true)
    expect(fit.r2).toBeCloseTo(ols(matrixFromColumns([ones, odd]), y).r2, 14)
  })

  it('has no F with a constant alone', () => {
    const fit = ols(matrixFromColumns([ones]), y)
    expect([fit.f, fit.fP]).toEqual([NaN, NaN])
    expect(fit.r2).toBeCloseTo(0, 14)
  })

  it('refuses collinear columns and too few rows', () => {
    expect(() => ols(matrixFromColumns([ones, slope, slope]), y)).toThrow('linear combinations of others')
    expect(() => ols(matrixFromColumns([ones.slice(0, 1)]), y.slice(0, 1))).toThrow('needs more than 1 rows')
  })
})
