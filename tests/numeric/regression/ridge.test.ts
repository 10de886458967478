import { expect, it } from 'vitest'
import { influence } from '../../../src/numeric/regression/influence.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { ridge } from '../../../src/numeric/regression/ridge.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'

const fit = ols(d20.x, d20.y)

it('ridge at lambda 2 is the published one', () => {
  const { rows, data } = d20.x
  const x = { rows, cols: 4, data: Float64Array.from(data.filter((_, i) => i % 5 !== 0)) }
  const result = ridge(x, d20.y, 2)
  expectDigitsOfAll(result.standardised, '7.435100974 6.80084649 -2.102572373 1.889226531')
  expectDigits(result.intercept, '220.5860554')
  expectDigitsOfAll(result.coefficients, '0.392549172 5.483350169 -8.293348413 0.3276334319')
  expectDigitsOfAll(
    [result.degreesOfFreedom, result.residualSumOfSquares, result.gcv, result.press],
    '3.965564722 243.5498569 18.94569478 435.6939206',
  )
  const free = ridge(x, d20.y, 0)
  free.coefficients.forEach((b, j) => expect(b).toBeCloseTo(fit.coefficients[j + 1], 9))
  expect(free.press).toBeCloseTo(influence(fit).press, 7)
  expect(() => ridge({ rows: 20, cols: 1, data: new Float64Array(20).fill(3) }, d20.y, 1)).toThrow(
    'Column 0 of a ridge regression is constant.',
  )
})
