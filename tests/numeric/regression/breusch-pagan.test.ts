import { expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { breuschPagan, breuschPaganOriginal, squaredResiduals } from '../../../src/numeric/regression/breusch-pagan.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'

const fit = ols(d20.x, d20.y)
const ones = new Float64Array(20).fill(1)

it("has the published values on the twenty-period data, in Koenker's and in the original form", () => {
  const { lm } = breuschPagan(fit)
  expectDigitsOfAll([lm.statistic, lm.p], '5.813244876 0.2135361235')
  const original = breuschPaganOriginal(fit)
  expectDigitsOfAll([original.statistic, original.p], '5.217307783 0.2657181623')
  expect(squaredResiduals(fit)[3]).toBe(fit.residuals[3] * fit.residuals[3])
})

it('does not depend on the units of the regressors', () => {
  const rescaled = matrixFromColumns([ones, d20.adstocked.map((a) => 1e6 * a + 5e7), d20.search.map((s) => 1e-5 * s)])
  const plain = matrixFromColumns([ones, d20.adstocked, d20.search])
  const statistic = (x: typeof plain) => breuschPagan(ols(x, d20.y)).lm.statistic
  expect(statistic(rescaled)).toBeCloseTo(statistic(plain), 8)
})

it('rejects about one time in twenty when the hypothesis holds', () => {
  const generator = createGenerator(2, 'pagan')
  const runs = 600
  let rejections = 0
  for (let run = 0; run < runs; run++) {
    const a = Float64Array.from({ length: 60 }, () => generator.normal())
    const y = a.map((value) => 1 + 2 * value + generator.normal())
    const sample = ols(matrixFromColumns([new Float64Array(60).fill(1), a]), y)
    if (breuschPagan(sample).f.p < 0.05) rejections++
  }
  // Four standard errors about 5 %: 3.6 points.
  expect(rejections / runs).toBeGreaterThan(0.014)
  expect(rejections / runs).toBeLessThan(0.086)
})

it('adds a constant where the regression has none', () => {
  const without = ols(matrixFromColumns([d20.search, d20.price]), d20.y)
  const auxiliary = ols(matrixFromColumns([ones, d20.search, d20.price]), squaredResiduals(without))
  expect(breuschPagan(without).lm.statistic).toBeCloseTo(20 * auxiliary.r2, 9)
  expect(breuschPagan(without).degreesOfFreedom).toBe(2)
})
