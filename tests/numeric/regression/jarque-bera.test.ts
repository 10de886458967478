import { expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { jarqueBera } from '../../../src/numeric/regression/jarque-bera.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'

it('has the published value, skewness and kurtosis on the twenty-period data', () => {
  const { statistic, p, skewness, kurtosis } = jarqueBera(ols(d20.x, d20.y).residuals)
  expectDigitsOfAll([skewness, kurtosis], '-0.1400344791 2.794972651')
  expectDigitsOfAll([statistic, p], '0.1003956959 0.9510412443')
})

it('accepts normal residuals and refuses skewed ones', () => {
  const generator = createGenerator(1, 'shape')
  const normal = Float64Array.from({ length: 400 }, () => generator.normal())
  expect(jarqueBera(normal).p).toBeGreaterThan(0.05)
  expect(jarqueBera(normal.map((z) => z * z)).p).toBeLessThan(1e-6)
})
