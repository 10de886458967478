import { expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { chowTest, cusumTest } from '../../../src/numeric/regression/stability.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'

it('Chow and CUSUM have the published values on the twenty-period data', () => {
  const fit = ols(d20.x, d20.y)
  const chow = chowTest(fit, 10)
  expectDigitsOfAll([chow.statistic, chow.p], '1.061705771 0.4354813316')
  const cusum = cusumTest(fit)
  expectDigitsOfAll([cusum.statistic, cusum.p], '0.4750223319 0.9777202876')
})

it('both find a level that shifts half-way', () => {
  const generator = createGenerator(1, 'shift')
  const a = Float64Array.from({ length: 120 }, () => generator.normal())
  const y = a.map((value, t) => value + (t < 60 ? 0 : 2) + generator.normal())
  const fit = ols(matrixFromColumns([new Float64Array(120).fill(1), a]), y)
  expect(chowTest(fit, 60).p).toBeLessThan(1e-6)
  expect(cusumTest(fit).p).toBeLessThan(1e-4)
})

it('refuses a part with fewer rows than columns', () => {
  expect(() => chowTest(ols(d20.x, d20.y), 4)).toThrow()
})
