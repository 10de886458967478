import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { singularValues, symmetricEigen } from '../../../src/numeric/linalg/eigen.js'
import golden from '../../golden/special-functions.json' with { type: 'json' }

const matrix = fc
  .integer({ min: 1, max: 5 })
  .chain((cols) =>
    fc
      .integer({ min: 1, max: 14 })
      .chain((rows) =>
        fc
          .array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: rows * cols, maxLength: rows * cols })
          .map((values) => ({ x: { rows, cols, data: Float64Array.from(values) } })),
      ),
  )
const run = { seed: 24, numRuns: 400 }
const close = (actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) => {
  expect(actual.length).toBe(expected.length)
  for (let i = 0; i < actual.length; i++) expect(Math.abs(actual[i] - expected[i])).toBeLessThan(tolerance)
}

describe('singularValues and symmetricEigen', () => {
  it('has the singular values of NumPy', () => {
    const { x, singularValues: expected } = golden.leastSquares
    close(singularValues({ rows: 6, cols: 3, data: Float64Array.from(x) }), expected, 1e-13)
  })

  it('has singular values whose squares are the eigenvalues of the cross product', () => {
    fc.assert(
      fc.property(matrix, ({ x }) => {
        const gram = new Float64Array(x.cols * x.cols)
        for (let t = 0; t < x.rows; t++) {
          for (let i = 0; i < x.cols; i++) {
            for (let j = 0; j < x.cols; j++) gram[i * x.cols + j] += x.data[t * x.cols + i] * x.data[t * x.cols + j]
          }
        }
        const squares = new Float64Array(x.cols)
        singularValues(x).forEach((value, i) => (squares[i] = value * value))
        close(symmetricEigen(gram, x.cols).values, squares, 1e-9)
      }),
      run,
    )
  })

  it('has orthonormal eigenvectors that reproduce the matrix', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.infiniteStream(fc.double({ min: -5, max: 5, noNaN: true })),
        (n, stream) => {
          const a = new Float64Array(n * n)
          for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) a[i * n + j] = a[j * n + i] = stream.next().value
          const { values, vectors } = symmetricEigen(a, n)
          for (let i = 0; i < n; i++) {
            for (let j = 0; j < n; j++) {
              let product = 0
              let inner = 0
              for (let k = 0; k < n; k++) {
                product += vectors[i * n + k] * values[k] * vectors[j * n + k]
                inner += vectors[k * n + i] * vectors[k * n + j]
              }
              expect(Math.abs(product - a[i * n + j])).toBeLessThan(1e-12)
              expect(Math.abs(inner - (i === j ? 1 : 0))).toBeLessThan(1e-13)
            }
          }
          for (let k = 1; k < n; k++) expect(values[k - 1]).toBeGreaterThanOrEqual(values[k])
        },
      ),
      { seed: 25, numRuns: 200 },
    )
  })
})
