import { describe, expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { archTest } from '../../../src/numeric/regression/arch.js'
import { breuschGodfrey } from '../../../src/numeric/regression/breusch-godfrey.js'
import { breuschPagan, breuschPaganOriginal } from '../../../src/numeric/regression/breusch-pagan.js'
import { durbinWatson } from '../../../src/numeric/regression/durbin-watson.js'
import { jarqueBera } from '../../../src/numeric/regression/jarque-bera.js'
import { autocorrelations, ljungBox } from '../../../src/numeric/regression/ljung-box.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { resetTest } from '../../../src/numeric/regression/reset.js'
import { chowTest, cusumTest } from '../../../src/numeric/regression/stability.js'
import { white, whiteOfFitted } from '../../../src/numeric/regression/white.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'

const fit = ols(d20.x, d20.y)
const ones = new Float64Array(20).fill(1)
const pair = ({ statistic, p }: { statistic: number; p: number }) => [statistic, p]

describe('tests on the twenty-period data (M15)', () => {
  it('serial correlation', () => {
    expectDigits(durbinWatson(fit.residuals), '1.8938649443')
    const godfrey = breuschGodfrey(fit, 2)
    expectDigitsOfAll(pair(godfrey.lm), '0.05561317168 0.9725764587')
    expectDigitsOfAll(pair(godfrey.f), '0.01812467934 0.9820633547')
    expectDigitsOfAll(pair(ljungBox(fit.residuals, 4)), '1.52296003 0.8225667524')
    expectDigitsOfAll(autocorrelations(fit.residuals, 4), '-0.02538054615 -0.0372938889 -0.2184194026 -0.0932784419')
  })

  it('heteroskedasticity', () => {
    expectDigitsOfAll(pair(breuschPagan(fit).lm), '5.813244876 0.2135361235')
    expectDigitsOfAll(pair(breuschPaganOriginal(fit)), '5.217307783 0.2657181623')
    const media = ols(matrixFromColumns([ones, d20.adstocked, d20.search]), d20.y)
    expectDigitsOfAll(pair(white(media)!.lm), '6.175954394 0.2894724067')
    expectDigitsOfAll(pair(archTest(fit.residuals, 2)), '0.8465979609 0.6548828067')
  })

  it('functional form, normality and stability', () => {
    expectDigitsOfAll(pair(resetTest(fit, 3)), '5.437332409 0.01923266423')
    expectDigitsOfAll(pair(resetTest(fit, 2)), '9.426877039 0.008307850802')
    const shape = jarqueBera(fit.residuals)
    expectDigitsOfAll([shape.skewness, shape.kurtosis], '-0.1400344791 2.794972651')
    expectDigitsOfAll(pair(shape), '0.1003956959 0.9510412443')
    expectDigitsOfAll(pair(chowTest(fit, 10)), '1.061705771 0.4354813316')
    expectDigitsOfAll(pair(cusumTest(fit)), '0.4750223319 0.9777202876')
  })
})

describe('tests at their edges', () => {
  it("White's test counts the square of an indicator once", () => {
    const indicator = Float64Array.from({ length: 20 }, (_, t) => (t % 3 === 0 ? 1 : 0))
    const result = white(ols(matrixFromColumns([ones, indicator, d20.search]), d20.y))
    expect(result!.degreesOfFreedom).toBe(4)
  })

  it("White's test is null without degrees of freedom, where that on fitted values remains", () => {
    const generator = createGenerator(1, 'columns')
    const columns = Array.from({ length: 6 }, () => Float64Array.from({ length: 20 }, () => generator.normal()))
    const wide = ols(matrixFromColumns([ones, ...columns]), d20.y)
    expect(white(wide)).toBe(null)
    expect(whiteOfFitted(wide)!.degreesOfFreedom).toBe(2)
  })

  it('RESET is undefined where fitted values have two levels', () => {
    const indicator = Float64Array.from({ length: 20 }, (_, t) => t % 2)
    expect(resetTest(ols(matrixFromColumns([ones, indicator]), d20.y), 3).statistic).toBe(NaN)
  })

  it('do not depend on the units of the regressors', () => {
    const rescaled = ols(
      matrixFromColumns([ones, d20.adstocked.map((a) => 1e6 * a + 5e7), d20.search.map((s) => 1e-5 * s)]),
      d20.y,
    )
    const plain = ols(matrixFromColumns([ones, d20.adstocked, d20.search]), d20.y)
    expect(white(rescaled)!.lm.statistic).toBeCloseTo(white(plain)!.lm.statistic, 8)
    expect(resetTest(rescaled, 3).statistic).toBeCloseTo(resetTest(plain, 3).statistic, 8)
    expect(breuschPagan(rescaled).lm.statistic).toBeCloseTo(breuschPagan(plain).lm.statistic, 8)
  })

  it('reject about one time in twenty when the hypothesis holds', () => {
    const generator = createGenerator(2, 'size')
    const rejections = { godfrey: 0, pagan: 0, reset: 0, ljung: 0 }
    const runs = 600
    for (let run = 0; run < runs; run++) {
      const a = Float64Array.from({ length: 60 }, () => generator.normal())
      const y = a.map((value) => 1 + 2 * value + generator.normal())
      const sample = ols(matrixFromColumns([new Float64Array(60).fill(1), a]), y)
      if (breuschGodfrey(sample, 2).f.p < 0.05) rejections.godfrey++
      if (breuschPagan(sample).f.p < 0.05) rejections.pagan++
      if (resetTest(sample, 3).p < 0.05) rejections.reset++
      if (ljungBox(sample.residuals, 4).p < 0.05) rejections.ljung++
    }
    // Four standard errors about 5 %: 3.6 points.
    for (const count of Object.values(rejections)) {
      expect(count / runs).toBeGreaterThan(0.014)
      expect(count / runs).toBeLessThan(0.086)
    }
  })
})
