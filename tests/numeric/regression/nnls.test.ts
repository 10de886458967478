import { expect, it } from 'vitest'
import { nonNegativeLeastSquares } from '../../../src/numeric/regression/nnls.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'

it('non-negative least squares holds the price at zero, and its dual is the published one', () => {
  const result = nonNegativeLeastSquares(d20.x, d20.y)
  expectDigitsOfAll(result.coefficients, '119.3181503 0.2868378485 8.257732005 0 0.2376574161')
  expectDigits(result.residualSumOfSquares, '301.6841038')
  expectDigits(result.dual[3], '-7.760670344')
  for (const j of [0, 1, 2, 4]) expect(Math.abs(result.dual[j])).toBeLessThan(1e-7)
})

it('non-negative least squares meets its optimality conditions on other signs and units', () => {
  for (const signs of [
    [1, 1, 1, 1, 1],
    [1, -1, 1, -1, 1],
    [-1, -1, -1, -1, -1],
    [1, 1, -1, 1e6, -1e-6],
  ]) {
    const data = d20.x.data.map((value, i) => value * signs[i % 5])
    const result = nonNegativeLeastSquares({ rows: 20, cols: 5, data }, d20.y)
    result.coefficients.forEach((b, j) => {
      expect(b).toBeGreaterThanOrEqual(0)
      const size = Math.abs(signs[j]) * 1e5
      if (b > 0) expect(Math.abs(result.dual[j])).toBeLessThan(1e-9 * size)
      else expect(result.dual[j]).toBeLessThan(1e-9 * size)
    })
  }
})
