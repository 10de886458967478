// Jacobi's methods: slow for large matrices, accurate to the last digits for the small ones met here.
// Source: Golub and Van Loan (2013), "Matrix Computations", 4th ed., sections 8.5 and 8.6.3.

import type { Matrix } from './matrix.js'

const MAX_SWEEPS = 60
const EPSILON = 1.1102230246251565e-16

/**
 * Singular values of a matrix, in descending order; `min(rows, cols)` of them.
 *
 * @param x finite entries.
 */
export function singularValues(x: Matrix): Float64Array {
  const { rows, cols, data } = x.rows >= x.cols ? x : transpose(x)
  const columns = new Float64Array(cols * rows)
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) columns[j * rows + i] = data[i * cols + j]
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) if (!orthogonalise(columns, rows, cols)) break
  const values = new Float64Array(cols)
  for (let j = 0; j < cols; j++) {
    let squares = 0
    for (let i = 0; i < rows; i++) squares += columns[j * rows + i] * columns[j * rows + i]
    values[j] = Math.sqrt(squares)
  }
  return values.sort().reverse()
}

/**
 * Eigenvalues, in descending order, and eigenvectors of a symmetric matrix.
 *
 * @param a row-major n x n, not changed; the lower triangle is read.
 * @returns `vectors`, row-major n x n: column k is the unit eigenvector of `values[k]`.
 */
export function symmetricEigen(a: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const matrix = new Float64Array(n * n)
  const vectors = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    vectors[i * n + i] = 1
    for (let j = 0; j <= i; j++) {
      matrix[i * n + j] = a[i * n + j]
      matrix[j * n + i] = a[i * n + j]
    }
  }
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) if (!annihilate(matrix, vectors, n)) break
  const order = Array.from({ length: n }, (_, k) => k).sort((j, k) => matrix[k * n + k] - matrix[j * n + j])
  const sorted = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) sorted[i * n + k] = vectors[i * n + order[k]]
  return { values: Float64Array.from(order, (k) => matrix[k * n + k]), vectors: sorted }
}

function transpose({ rows, cols, data }: Matrix): Matrix {
  const flipped = new Float64Array(data.length)
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) flipped[j * rows + i] = data[i * cols + j]
  return { rows: cols, cols: rows, data: flipped }
}

/** One sweep of rotations that make each pair of columns orthogonal; false if all were. */
function orthogonalise(columns: Float64Array, rows: number, cols: number): boolean {
  let changed = false
  for (let p = 0; p < cols - 1; p++) {
    for (let q = p + 1; q < cols; q++) {
      let pp = 0
      let qq = 0
      let pq = 0
      for (let i = 0; i < rows; i++) {
        const a = columns[p * rows + i]
        const b = columns[q * rows + i]
        pp += a * a
        qq += b * b
        pq += a * b
      }
      if (!(Math.abs(pq) > 8 * EPSILON * Math.sqrt(pp) * Math.sqrt(qq))) continue
      changed = true
      const { c, s } = rotation(pp, qq, pq)
      for (let i = 0; i < rows; i++) {
        const a = columns[p * rows + i]
        const b = columns[q * rows + i]
        columns[p * rows + i] = c * a - s * b
        columns[q * rows + i] = s * a + c * b
      }
    }
  }
  return changed
}

/** One sweep of rotations that set each off-diagonal entry to zero; false if all were negligible. */
function annihilate(a: Float64Array, vectors: Float64Array, n: number): boolean {
  let changed = false
  for (let p = 0; p < n - 1; p++) {
    for (let q = p + 1; q < n; q++) {
      const apq = a[p * n + q]
      const size = Math.sqrt(Math.abs(a[p * n + p])) * Math.sqrt(Math.abs(a[q * n + q]))
      if (apq === 0 || Math.abs(apq) <= EPSILON * size) continue
      changed = true
      const turn = rotation(a[p * n + p], a[q * n + q], apq)
      for (let i = 0; i < n; i++) rotate(a, i * n + p, i * n + q, turn)
      for (let i = 0; i < n; i++) rotate(a, p * n + i, q * n + i, turn)
      for (let i = 0; i < n; i++) rotate(vectors, i * n + p, i * n + q, turn)
    }
  }
  return changed
}

/** Cosine and sine that diagonalise [[pp, pq], [pq, qq]]. */
function rotation(pp: number, qq: number, pq: number): { c: number; s: number } {
  const tau = (qq - pp) / (2 * pq)
  const t = Number.isFinite(tau * tau) ? (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau)) : 0.5 / tau
  const c = 1 / Math.sqrt(1 + t * t)
  return { c, s: t * c }
}

function rotate(a: Float64Array, i: number, j: number, { c, s }: { readonly c: number; readonly s: number }): void {
  const first = a[i]
  const second = a[j]
  a[i] = c * first - s * second
  a[j] = s * first + c * second
}
