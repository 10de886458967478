/** A dense matrix: entry (i, j) stands at `data[i * cols + j]`. */
export interface Matrix {
  readonly rows: number
  readonly cols: number
  readonly data: Float64Array
}

/** The matrix with the given columns, copied; all of one length. No columns give a matrix without rows. */
export function matrixFromColumns(columns: readonly Float64Array[]): Matrix {
  const cols = columns.length
  const rows = cols === 0 ? 0 : columns[0].length
  const data = new Float64Array(rows * cols)
  for (let j = 0; j < cols; j++) for (let i = 0; i < rows; i++) data[i * cols + j] = columns[j][i]
  return { rows, cols, data }
}

/** Column `j`, copied. */
export function matrixColumn(x: Matrix, j: number): Float64Array {
  const column = new Float64Array(x.rows)
  for (let i = 0; i < x.rows; i++) column[i] = x.data[i * x.cols + j]
  return column
}

/** X b, one entry a row. */
export function multiplyVector(x: Matrix, b: ArrayLike<number>): Float64Array {
  const product = new Float64Array(x.rows)
  for (let i = 0; i < x.rows; i++) {
    let sum = 0
    for (let j = 0; j < x.cols; j++) sum += x.data[i * x.cols + j] * b[j]
    product[i] = sum
  }
  return product
}
