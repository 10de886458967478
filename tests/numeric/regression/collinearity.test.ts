import { expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { conditionNumber, varianceInflation } from '../../../src/numeric/regression/collinearity.js'
import { correlation } from '../../../src/numeric/stats/summary.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'

it('variance inflation, correlation and condition number', () => {
  const [constant, ...others] = varianceInflation(d20.x)
  expect(constant).toBe(null)
  expectDigitsOfAll(others as number[], '17.38100457 19.74697703 1.508772018 1.405585264')
  expectDigits(correlation(d20.adstocked, d20.search), '0.9556844953')
  expectDigits(conditionNumber(d20.x), '175.8398769')
})

it('copies have infinite inflation and condition, orthogonal columns have one', () => {
  const a = Float64Array.of(1, -1, 1, -1)
  const b = Float64Array.of(1, 1, -1, -1)
  expect(varianceInflation(matrixFromColumns([a, a, b]))).toEqual([Infinity, Infinity, 1])
  expect(conditionNumber(matrixFromColumns([a, a]))).toBe(Infinity)
  expect(conditionNumber(matrixFromColumns([a, b.map((value) => 1e9 * value)]))).toBeCloseTo(1, 14)
  expect(varianceInflation(matrixFromColumns([a]))).toEqual([1])
})
