import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastSquares } from '../../../src/numeric/linalg/least-squares.js'
import { matrixColumn, matrixFromColumns, multiplyVector } from '../../../src/numeric/linalg/matrix.js'
import golden from '../../golden/special-functions.json' with { type: 'json' }

const matrix = fc.integer({ min: 1, max: 5 }).chain((cols) =>
  fc.integer({ min: cols + 1, max: 14 }).chain((rows) =>
    fc
      .array(fc.double({ min: -9, max: 9, noNaN: true }), {
        minLength: rows * (cols + 1),
        maxLength: rows * (cols + 1),
      })
      .map((values) => ({
        x: { rows, cols, data: Float64Array.from(values.slice(rows)) },
        y: Float64Array.from(values.slice(0, rows)),
      })),
  ),
)
const run = { seed: 24, numRuns: 400 }
const close = (actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) => {
  expect(actual.length).toBe(expected.length)
  for (let i = 0; i < actual.length; i++) expect(Math.abs(actual[i] - expected[i])).toBeLessThan(tolerance)
}

describe('leastSquares', () => {
  it('has the coefficients, inverse and leverage of NumPy', () => {
    const { x, y, coefficients, residualSumOfSquares, xtxInverse, leverage } = golden.leastSquares
    const fit = leastSquares({ rows: 6, cols: 3, data: Float64Array.from(x) }, Float64Array.from(y))
    close(fit.coefficients, coefficients, 1e-13)
    close(fit.xtxInverse, xtxInverse, 1e-14)
    close(fit.leverage, leverage, 1e-14)
    expect(fit.residualSumOfSquares).toBeCloseTo(residualSumOfSquares, 12)
    expect(fit.rank).toBe(3)
    expect(fit.aliased).toEqual([])
  })

  it('leaves residuals that are orthogonal to every column', () => {
    fc.assert(
      fc.property(matrix, ({ x, y }) => {
        const fit = leastSquares(x, y)
        for (let j = 0; j < x.cols; j++) {
          const column = matrixColumn(x, j)
          const product = column.reduce((sum, value, i) => sum + value * fit.residuals[i], 0)
          expect(Math.abs(product)).toBeLessThan(1e-8)
        }
        expect(fit.leverage.reduce((sum, h) => sum + h, 0)).toBeCloseTo(fit.rank, 9)
        close(multiplyVector(x, fit.coefficients), fit.fitted, 1e-12)
      }),
      run,
    )
  })

  it('finds copies, sums and zero columns, whatever their units', () => {
    const a = Float64Array.of(1, 2, 3, 4, 5, 7)
    const b = Float64Array.of(2, 1, 0, 5, 3, 1)
    const sum = a.map((value, i) => 1e9 * (value + b[i]))
    const y = Float64Array.of(1, 0, 2, 3, 1, 4)
    const fit = leastSquares(matrixFromColumns([a, b, sum, new Float64Array(6)]), y)
    expect(fit.rank).toBe(2)
    expect(fit.aliased.length).toBe(2)
    expect(fit.aliased).toContain(3)
    expect(fit.coefficients[3]).toBe(0)
    expect(fit.xtxInverse[15]).toBe(NaN)
    close(fit.fitted, leastSquares(matrixFromColumns([a, b]), y).fitted, 1e-12)
    expect(leastSquares(matrixFromColumns([a, b.map((value) => 1e-9 * value)]), y).rank).toBe(2)
  })

  it('keeps twelve digits where normal equations would lose them', () => {
    const t = Float64Array.from({ length: 40 }, (_, i) => i / 40)
    const columns = [0, 1, 2, 3, 4, 5, 6].map((power) => t.map((value) => value ** power))
    const y = t.map((_, i) => columns.reduce((total, column) => total + column[i], 0))
    close(leastSquares(matrixFromColumns(columns), y).coefficients, [1, 1, 1, 1, 1, 1, 1], 1e-9)
  })

  it('fits exactly with as many columns as rows, and uses no more columns than rows', () => {
    const square = leastSquares({ rows: 2, cols: 2, data: Float64Array.of(1, 2, 3, 4) }, Float64Array.of(5, 6))
    close(square.coefficients, [-4, 4.5], 1e-13)
    expect(
      leastSquares({ rows: 2, cols: 3, data: Float64Array.of(1, 2, 3, 4, 5, 7) }, Float64Array.of(5, 6)).rank,
    ).toBe(2)
  })

  it('refuses lengths that do not match and numbers that are not finite', () => {
    const x = { rows: 2, cols: 1, data: Float64Array.of(1, NaN) }
    expect(() => leastSquares(x, Float64Array.of(1, 2))).toThrow('X must be finite; row 1, column 0 is NaN.')
    expect(() => leastSquares(x, Float64Array.of(1))).toThrow('X has 2 rows of 1, y has 1 entries')
    const fine = { rows: 2, cols: 1, data: Float64Array.of(1, 2) }
    expect(() => leastSquares(fine, Float64Array.of(1, Infinity))).toThrow('y[1] must be finite, not Infinity.')
  })
})
