import { expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { resetTest } from '../../../src/numeric/regression/reset.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'

const fit = ols(d20.x, d20.y)
const ones = new Float64Array(20).fill(1)

it('has the published values on the twenty-period data, which a curve generated', () => {
  const cubes = resetTest(fit, 3)
  expectDigitsOfAll([cubes.statistic, cubes.p], '5.437332409 0.01923266423')
  const squares = resetTest(fit, 2)
  expectDigitsOfAll([squares.statistic, squares.p], '9.426877039 0.008307850802')
})

it('is undefined where fitted values have two levels, or one', () => {
  const indicator = Float64Array.from({ length: 20 }, (_, t) => t % 2)
  expect(resetTest(ols(matrixFromColumns([ones, indicator]), d20.y), 3).statistic).toBe(NaN)
  expect(resetTest(ols(matrixFromColumns([ones]), new Float64Array(20).fill(4)), 3).statistic).toBe(NaN)
})

it('does not depend on the units of the regressors', () => {
  const rescaled = matrixFromColumns([ones, d20.adstocked.map((a) => 1e6 * a + 5e7), d20.search.map((s) => 1e-5 * s)])
  const plain = matrixFromColumns([ones, d20.adstocked, d20.search])
  const statistic = (x: typeof plain) => resetTest(ols(x, d20.y), 3).statistic
  expect(statistic(rescaled)).toBeCloseTo(statistic(plain), 8)
})

it('rejects about one time in twenty when the hypothesis holds', () => {
  const generator = createGenerator(2, 'reset')
  const runs = 600
  let rejections = 0
  for (let run = 0; run < runs; run++) {
    const a = Float64Array.from({ length: 60 }, () => generator.normal())
    const y = a.map((value) => 1 + 2 * value + generator.normal())
    const sample = ols(matrixFromColumns([new Float64Array(60).fill(1), a]), y)
    if (resetTest(sample, 3).p < 0.05) rejections++
  }
  // Four standard errors about 5 %: 3.6 points.
  expect(rejections / runs).toBeGreaterThan(0.014)
  expect(rejections / runs).toBeLessThan(0.086)
})

it('works without a constant', () => {
  const a = Float64Array.from({ length: 40 }, (_, t) => 1 + t / 10)
  const bent = a.map((value, t) => value + value * value + 0.1 * ((t * 7) % 5))
  expect(resetTest(ols(matrixFromColumns([a]), bent), 2).p).toBeLessThan(1e-6)
})
