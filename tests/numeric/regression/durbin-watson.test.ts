import { expect, it } from 'vitest'
import { durbinWatson } from '../../../src/numeric/regression/durbin-watson.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { d20 } from '../../support/d20.js'
import { expectDigits } from '../../support/digits.js'

it('has the published value on the twenty-period data', () => {
  expectDigits(durbinWatson(ols(d20.x, d20.y).residuals), '1.8938649443')
})

it('is near 4 for residuals that alternate, near 0 for ones that stay, and NaN for none at all', () => {
  expect(durbinWatson(Float64Array.from({ length: 1000 }, (_, t) => (t % 2 === 0 ? 1 : -1)))).toBeCloseTo(4, 2)
  expect(durbinWatson(new Float64Array(50).fill(3))).toBe(0)
  expect(durbinWatson(new Float64Array(5))).toBe(NaN)
})
