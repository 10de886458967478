import { expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { white, whiteOfFitted } from '../../../src/numeric/regression/white.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'

const ones = new Float64Array(20).fill(1)

it('has the published value with two regressors on the twenty-period data', () => {
  const { lm } = white(ols(matrixFromColumns([ones, d20.adstocked, d20.search]), d20.y))!
  expectDigitsOfAll([lm.statistic, lm.p], '6.175954394 0.2894724067')
})

it('counts the square of an indicator once', () => {
  const indicator = Float64Array.from({ length: 20 }, (_, t) => (t % 3 === 0 ? 1 : 0))
  expect(white(ols(matrixFromColumns([ones, indicator, d20.search]), d20.y))!.degreesOfFreedom).toBe(4)
})

it('is null without degrees of freedom, where the form on fitted values remains', () => {
  const generator = createGenerator(1, 'columns')
  const columns = Array.from({ length: 6 }, () => Float64Array.from({ length: 20 }, () => generator.normal()))
  const wide = ols(matrixFromColumns([ones, ...columns]), d20.y)
  expect(white(wide)).toBe(null)
  expect(whiteOfFitted(wide)!.degreesOfFreedom).toBe(2)
})

it('is null where every row is fitted alike', () => {
  const constant = ols(matrixFromColumns([ones]), d20.y)
  expect(white(constant)).toBe(null)
  expect(whiteOfFitted(constant)).toBe(null)
})

it('does not depend on the units of the regressors', () => {
  const rescaled = matrixFromColumns([ones, d20.adstocked.map((a) => 1e6 * a + 5e7), d20.search.map((s) => 1e-5 * s)])
  const plain = matrixFromColumns([ones, d20.adstocked, d20.search])
  const statistic = (x: typeof plain) => white(ols(x, d20.y))!.lm.statistic
  expect(statistic(rescaled)).toBeCloseTo(statistic(plain), 8)
})
