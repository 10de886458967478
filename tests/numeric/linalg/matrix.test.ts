import { expect, it } from 'vitest'
import { matrixColumn, matrixFromColumns, multiplyVector } from '../../../src/numeric/linalg/matrix.js'

const x = matrixFromColumns([Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6)])

it('stores columns row by row and gives them back', () => {
  expect(x).toEqual({ rows: 3, cols: 2, data: Float64Array.of(1, 4, 2, 5, 3, 6) })
  expect(matrixColumn(x, 1)).toEqual(Float64Array.of(4, 5, 6))
})

it('multiplies a vector', () => {
  expect(multiplyVector(x, [1, -1])).toEqual(Float64Array.of(-3, -3, -3))
})

it('without columns has no rows', () => {
  expect(matrixFromColumns([])).toEqual({ rows: 0, cols: 0, data: new Float64Array(0) })
})
