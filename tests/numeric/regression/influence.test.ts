import { describe, expect, it } from 'vitest'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { conditionNumber, varianceInflation } from '../../../src/numeric/regression/collinearity.js'
import { influence } from '../../../src/numeric/regression/influence.js'
import { nonNegativeLeastSquares } from '../../../src/numeric/regression/nnls.js'
import { ols } from '../../../src/numeric/regression/ols.js'
import { ridge } from '../../../src/numeric/regression/ridge.js'
import { correlation } from '../../../src/numeric/stats/summary.js'
import { d20 } from '../../support/d20.js'
import { expectDigits, expectDigitsOfAll } from '../../support/digits.js'

const fit = ols(d20.x, d20.y)

describe('collinearity and influence on the twenty-period data (M16)', () => {
  it('variance inflation, correlation and condition number', () => {
    const [constant, ...others] = varianceInflation(d20.x)
    expect(constant).toBe(null)
    expectDigitsOfAll(others as number[], '17.38100457 19.74697703 1.508772018 1.405585264')
    expectDigits(correlation(d20.adstocked, d20.search), '0.9556844953')
    expectDigits(conditionNumber(d20.x), '175.8398769')
  })

  it('leverage, studentised residuals, Cook and PRESS', () => {
    const rows = influence(fit)
    expectDigitsOfAll(rows.leverage.slice(0, 5), '0.3637828271 0.2049413731 0.4198805096 0.6142067728 0.4406573753')
    expectDigits(rows.leverage[19], '0.1953948013')
    expectDigitsOfAll(
      rows.internallyStudentised.slice(0, 5),
      '1.048735117 0.4989300515 -1.436340169 -0.6102202783 -2.584232751',
    )
    expectDigits(rows.internallyStudentised[19], '1.433630304')
    expectDigits(rows.externallyStudentised[4], '-3.351880634')
    expectDigitsOfAll([rows.cooksDistance[4], rows.cooksDistance[3]], '1.0522438 0.1185668464')
    expectDigits(rows.press, '522.9909424')
    expectDigits(Math.sqrt(rows.press / 20), '5.113662789')
  })

  it('a leave-one-out error is what a fit without the row misses it by', () => {
    const rows = influence(fit)
    const without = (t: number) => {
      const keep = Array.from({ length: 20 }, (_, i) => i).filter((i) => i !== t)
      const data = Float64Array.from(keep.flatMap((i) => [...d20.x.data.subarray(i * 5, i * 5 + 5)]))
      return ols(
        { rows: 19, cols: 5, data },
        Float64Array.from(keep, (i) => d20.y[i]),
      )
    }
    for (const t of [0, 7, 19]) {
      const predicted = without(t).coefficients.reduce((sum, b, j) => sum + b * d20.x.data[t * 5 + j], 0)
      expect(rows.leaveOneOut[t]).toBeCloseTo(d20.y[t] - predicted, 9)
      expect(rows.externallyStudentised[t]).toBeCloseTo(
        fit.residuals[t] / (without(t).sigma * Math.sqrt(1 - rows.leverage[t])),
        9,
      )
    }
  })

  it('copies have infinite inflation and condition, orthogonal columns have one', () => {
    const a = Float64Array.of(1, -1, 1, -1)
    const b = Float64Array.of(1, 1, -1, -1)
    expect(varianceInflation(matrixFromColumns([a, a, b]))).toEqual([Infinity, Infinity, 1])
    expect(conditionNumber(matrixFromColumns([a, a]))).toBe(Infinity)
    expect(conditionNumber(matrixFromColumns([a, b.map((value) => 1e9 * value)]))).toBeCloseTo(1, 14)
    expect(varianceInflation(matrixFromColumns([a]))).toEqual([1])
  })
})

describe('constrained and penalised fits on the twenty-period data (M17)', () => {
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
})
