import type { Matrix } from '../linalg/matrix.js'

/** `x` with further columns on its right; each has one entry a row. */
export function appendColumns(x: Matrix, columns: readonly Float64Array[]): Matrix {
  const cols = x.cols + columns.length
  const data = new Float64Array(x.rows * cols)
  for (let i = 0; i < x.rows; i++) {
    for (let j = 0; j < x.cols; j++) data[i * cols + j] = x.data[i * x.cols + j]
    for (let j = 0; j < columns.length; j++) data[i * cols + x.cols + j] = columns[j][i]
  }
  return { rows: x.rows, cols, data }
}
