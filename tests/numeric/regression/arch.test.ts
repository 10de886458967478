import { expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { archTest } from '../../../src/numeric/regression/arch.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { d20 } from '../../support/d20.js'
import { expectDigitsOfAll } from '../../support/digits.js'

it('has the published value on the twenty-period data', () => {
  const { statistic, p } = archTest(ols(d20.x, d20.y).residuals, 2)
  expectDigitsOfAll([statistic, p], '0.8465979609 0.6548828067')
})

it('finds variance that comes in clusters', () => {
  const generator = createGenerator(1, 'arch')
  let last = 0
  const residuals = Float64Array.from({ length: 400 }, () => {
    last = generator.normal() * Math.sqrt(0.5 + 0.8 * last * last)
    return last
  })
  expect(archTest(residuals, 2).p).toBeLessThan(1e-4)
})

it('is undefined for residuals of one size', () => {
  expect(
    archTest(
      Float64Array.from({ length: 30 }, (_, t) => (t % 2 === 0 ? 1 : -1)),
      2,
    ).statistic,
  ).toBe(NaN)
})
