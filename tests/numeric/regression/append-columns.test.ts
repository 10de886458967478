import { expect, it } from 'vitest'
import { appendColumns } from '../../../src/numeric/regression/append-columns.js'

it('puts further columns on the right and leaves the matrix as it was', () => {
  const x = { rows: 2, cols: 1, data: Float64Array.of(1, 2) }
  expect(appendColumns(x, [Float64Array.of(3, 4), Float64Array.of(5, 6)])).toEqual({
    rows: 2,
    cols: 3,
    data: Float64Array.of(1, 3, 5, 2, 4, 6),
  })
  expect(x).toEqual({ rows: 2, cols: 1, data: Float64Array.of(1, 2) })
  expect(appendColumns(x, [])).toEqual(x)
})
