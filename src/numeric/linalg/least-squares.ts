// Least squares by Householder QR with column pivoting.
// Source: Golub and Van Loan (2013), "Matrix Computations", 4th ed., algorithm 5.4.1.

import { InputError } from '../../check/errors.js'
import type { Matrix } from './matrix.js'
import { multiplyVector } from './matrix.js'

export interface LeastSquares {
  /** One a column; 0 for aliased columns. */
  readonly coefficients: Float64Array
  /** y minus fitted. */
  readonly residuals: Float64Array
  readonly fitted: Float64Array
  readonly residualSumOfSquares: number
  /** Number of columns that are not linear combinations of others. */
  readonly rank: number
  /** Columns left out because the others span them, in ascending order; empty at full rank. */
  readonly aliased: readonly number[]
  /** Inverse of X'X, row-major cols x cols; NaN in the rows and columns of aliased columns. */
  readonly xtxInverse: Float64Array
  /** Diagonal of the hat matrix X (X'X)^-1 X', one a row, in [0, 1]. */
  readonly leverage: Float64Array
}

/** With columns of unit length: distance from the span of the columns before it at which one counts as aliased. */
const RANK_TOLERANCE = 1e-11
/** A column whose largest entry is below it counts as zero: the inverse of its square would overflow. */
const NEGLIGIBLE = 1e-140

/**
 * Ordinary least squares: the b that minimises |y - X b|.
 *
 * Columns are scaled to unit length first, so their units do not matter to the rank.
 *
 * @param x at least one row. All-zero columns count as aliased.
 * @param y one entry a row of `x`.
 * @throws InputError if lengths differ, or if `x` or `y` has a non-finite entry.
 * @example leastSquares({ rows: 3, cols: 1, data: Float64Array.of(1, 1, 1) }, Float64Array.of(1, 2, 6)).coefficients // [3]
 */
export function leastSquares(x: Matrix, y: Float64Array): LeastSquares {
  requireUsable(x, y)
  const { rows, cols } = x
  const qr = factorise(x)
  const rotated = y.slice()
  for (let k = 0; k < qr.rank; k++) reflect(qr, k, rotated)
  const coefficients = new Float64Array(cols)
  for (let k = qr.rank - 1; k >= 0; k--) {
    let sum = rotated[k]
    for (let j = k + 1; j < qr.rank; j++) sum -= qr.r[k * cols + j] * coefficients[qr.order[j]]
    coefficients[qr.order[k]] = sum / qr.r[k * cols + k]
  }
  const xtxInverse = inverseOfGram(qr)
  for (let j = 0; j < cols; j++) if (qr.length[j] > 0) coefficients[j] /= qr.length[j]
  const fitted = multiplyVector(x, coefficients)
  const residuals = new Float64Array(rows)
  let residualSumOfSquares = 0
  for (let i = 0; i < rows; i++) {
    residuals[i] = y[i] - fitted[i]
    residualSumOfSquares += residuals[i] * residuals[i]
  }
  const aliased = Array.from(qr.order.subarray(qr.rank)).sort((a, b) => a - b)
  const leverage = leverages(qr)
  return { coefficients, residuals, fitted, residualSumOfSquares, rank: qr.rank, aliased, xtxInverse, leverage }
}

interface PivotedQr {
  readonly rows: number
  readonly cols: number
  readonly rank: number
  /** R above and on the diagonal, in pivoted column order, of the columns scaled to unit length. */
  readonly r: Float64Array
  /** Householder vectors, column k from row k down; `beta[k]` is 2 / |v|^2. */
  readonly v: Float64Array
  readonly beta: Float64Array
  /** Column of X that stands at each place. */
  readonly order: Int32Array
  /** Length of each column of X. */
  readonly length: Float64Array
}

function requireUsable(x: Matrix, y: Float64Array): void {
  if (x.rows < 1 || y.length !== x.rows || x.data.length !== x.rows * x.cols) {
    throw new InputError(
      `Least squares needs one y a row: X has ${x.rows} rows of ${x.cols}, y has ${y.length} entries.`,
    )
  }
  for (let i = 0; i < x.data.length; i++) {
    if (!Number.isFinite(x.data[i])) {
      throw new InputError(`X must be finite; row ${Math.floor(i / x.cols)}, column ${i % x.cols} is ${x.data[i]}.`)
    }
  }
  for (let i = 0; i < y.length; i++)
    if (!Number.isFinite(y[i])) throw new InputError(`y[${i}] must be finite, not ${y[i]}.`)
}

function factorise(x: Matrix): PivotedQr {
  const { rows, cols } = x
  const { scaled, length } = unitColumns(x)
  const order = Int32Array.from({ length: cols }, (_, j) => j)
  const v = new Float64Array(rows * cols)
  const beta = new Float64Array(cols)
  let rank = 0
  while (rank < Math.min(rows, cols)) {
    const k = rank
    const { column, norm } = longestColumn(scaled, rows, cols, k)
    if (!(norm > RANK_TOLERANCE)) break
    swapColumns({ rows, cols, data: scaled }, k, column)
    const kept = order[k]
    order[k] = order[column]
    order[column] = kept
    const diagonal = scaled[k * cols + k]
    const alpha = diagonal > 0 ? -norm : norm
    for (let i = k; i < rows; i++) v[i * cols + k] = scaled[i * cols + k]
    v[k * cols + k] = diagonal - alpha
    beta[k] = 1 / (norm * (norm + Math.abs(diagonal)))
    scaled[k * cols + k] = alpha
    for (let i = k + 1; i < rows; i++) scaled[i * cols + k] = 0
    for (let j = k + 1; j < cols; j++) {
      let product = 0
      for (let i = k; i < rows; i++) product += v[i * cols + k] * scaled[i * cols + j]
      product *= beta[k]
      for (let i = k; i < rows; i++) scaled[i * cols + j] -= product * v[i * cols + k]
    }
    rank++
  }
  return { rows, cols, rank, r: scaled, v, beta, order, length }
}

function unitColumns({ rows, cols, data }: Matrix): { scaled: Float64Array; length: Float64Array } {
  const scaled = data.slice()
  const length = new Float64Array(cols)
  for (let j = 0; j < cols; j++) {
    let largest = 0
    for (let i = 0; i < rows; i++) largest = Math.max(largest, Math.abs(data[i * cols + j]))
    if (largest < NEGLIGIBLE) {
      for (let i = 0; i < rows; i++) scaled[i * cols + j] = 0
      continue
    }
    let squares = 0
    for (let i = 0; i < rows; i++) {
      const share = data[i * cols + j] / largest
      squares += share * share
    }
    length[j] = largest * Math.sqrt(squares)
    for (let i = 0; i < rows; i++) scaled[i * cols + j] /= length[j]
  }
  return { scaled, length }
}

/** Column from place `k` on whose part below row `k` is longest. Norms are computed afresh: they lose digits by updating. */
function longestColumn(a: Float64Array, rows: number, cols: number, k: number): { column: number; norm: number } {
  let column = k
  let best = -1
  for (let j = k; j < cols; j++) {
    let squares = 0
    for (let i = k; i < rows; i++) squares += a[i * cols + j] * a[i * cols + j]
    if (squares > best) {
      best = squares
      column = j
    }
  }
  return { column, norm: Math.sqrt(best) }
}

function swapColumns({ rows, cols, data }: Matrix, j: number, k: number): void {
  if (j === k) return
  for (let i = 0; i < rows; i++) {
    const kept = data[i * cols + j]
    data[i * cols + j] = data[i * cols + k]
    data[i * cols + k] = kept
  }
}

/** Applies reflection `k` to `b`. */
function reflect({ rows, cols, v, beta }: PivotedQr, k: number, b: Float64Array): void {
  let product = 0
  for (let i = k; i < rows; i++) product += v[i * cols + k] * b[i]
  product *= beta[k]
  for (let i = k; i < rows; i++) b[i] -= product * v[i * cols + k]
}

/** (X'X)^-1 = inv(R) inv(R)' in the order and units of X's columns. */
function inverseOfGram({ cols, rank, r, order, length }: PivotedQr): Float64Array {
  const inverse = new Float64Array(rank * rank)
  for (let j = 0; j < rank; j++) {
    inverse[j * rank + j] = 1 / r[j * cols + j]
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0
      for (let k = i + 1; k <= j; k++) sum -= r[i * cols + k] * inverse[k * rank + j]
      inverse[i * rank + j] = sum / r[i * cols + i]
    }
  }
  const gram = new Float64Array(cols * cols).fill(NaN)
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < rank; k++) sum += inverse[i * rank + k] * inverse[j * rank + k]
      const value = sum / (length[order[i]] * length[order[j]])
      gram[order[i] * cols + order[j]] = value
      gram[order[j] * cols + order[i]] = value
    }
  }
  return gram
}

/** Squared lengths of the rows of the first `rank` columns of Q. */
function leverages(qr: PivotedQr): Float64Array {
  const leverage = new Float64Array(qr.rows)
  const column = new Float64Array(qr.rows)
  for (let j = 0; j < qr.rank; j++) {
    column.fill(0)
    column[j] = 1
    for (let k = qr.rank - 1; k >= 0; k--) reflect(qr, k, column)
    for (let i = 0; i < qr.rows; i++) leverage[i] += column[i] * column[i]
  }
  return leverage
}
