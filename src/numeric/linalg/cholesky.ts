import { log } from '../special/exp-log.js'

/**
 * Cholesky factor of a symmetric positive definite matrix, in place: A = L L'.
 *
 * @param a row-major n x n; only the lower triangle is read, and L is written there. The part above the diagonal stays.
 * @returns false, with `a` half overwritten, if a pivot is not above 0 or not a number.
 * @example choleskyInto(Float64Array.of(4, 0, 2, 5), 2) // true; the lower triangle is now 2, 1, 2
 */
export function choleskyInto(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const row = i * n
    for (let j = 0; j < i; j++) {
      const other = j * n
      let sum = a[row + j]
      for (let k = 0; k < j; k++) sum -= a[row + k] * a[other + k]
      a[row + j] = sum / a[other + j]
    }
    let pivot = a[row + i]
    for (let k = 0; k < i; k++) pivot -= a[row + k] * a[row + k]
    if (!(pivot > 0) || pivot === Infinity) return false
    a[row + i] = Math.sqrt(pivot)
  }
  return true
}

/** Solves L x = b in place on `b`; L is the lower triangle of row-major n x n, with no zero on its diagonal. */
export function solveLowerInto(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const row = i * n
    let sum = b[i]
    for (let k = 0; k < i; k++) sum -= l[row + k] * b[k]
    b[i] = sum / l[row + i]
  }
}

/** Solves L' x = b in place on `b`; L as for `solveLowerInto`. */
export function solveLowerTransposedInto(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = n - 1; i >= 0; i--) {
    const row = i * n
    const value = b[i] / l[row + i]
    b[i] = value
    for (let k = 0; k < i; k++) b[k] -= l[row + k] * value
  }
}

/** Solves A x = b in place on `b`, where A = L L'. */
export function choleskySolveInto(l: Float64Array, n: number, b: Float64Array): void {
  solveLowerInto(l, n, b)
  solveLowerTransposedInto(l, n, b)
}

/** Fills `out`, row-major n x n, with the inverse of A = L L': both triangles. `out` must not be `l`. */
export function choleskyInverseInto(l: Float64Array, n: number, out: Float64Array): void {
  // The lower triangle of `out` first holds inv(L).
  for (let j = 0; j < n; j++) {
    out[j * n + j] = 1 / l[j * n + j]
    for (let i = j + 1; i < n; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= l[i * n + k] * out[k * n + j]
      out[i * n + j] = sum / l[i * n + i]
    }
  }
  // Row i of inv(L)' inv(L) reads rows from i down only, so it can overwrite row i.
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < n; k++) sum += out[k * n + i] * out[k * n + j]
      out[i * n + j] = sum
      out[j * n + i] = sum
    }
  }
}

/** Log determinant of A = L L': twice the sum of the logs of L's diagonal. */
export function choleskyLogDeterminant(l: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += log(l[i * n + i])
  return 2 * sum
}
