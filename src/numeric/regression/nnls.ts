// Source: Lawson and Hanson (1974), "Solving Least Squares Problems", chapter 23.

import { leastSquares } from '../linalg/least-squares.js'
import type { Matrix } from '../linalg/matrix.js'
import { matrixColumn, matrixFromColumns, multiplyVector } from '../linalg/matrix.js'

export interface NonNegativeLeastSquares {
  readonly coefficients: Float64Array
  readonly residualSumOfSquares: number
  /** X'(y - X b): 0 for positive coefficients, at most 0 (to rounding) for those held at zero. */
  readonly dual: Float64Array
}

/**
 * Least squares with every coefficient at least 0.
 *
 * @param x columns of any units, linearly independent.
 * @param y one entry a row.
 */
export function nonNegativeLeastSquares(x: Matrix, y: Float64Array): NonNegativeLeastSquares {
  const columns = Array.from({ length: x.cols }, (_, j) => matrixColumn(x, j))
  const size = columns.map((column) => Math.sqrt(column.reduce((sum, value) => sum + value * value, 0)))
  const scale = Math.sqrt(y.reduce((sum, value) => sum + value * value, 0))
  const free = new Set<number>()
  let b = new Float64Array(x.cols)
  for (let round = 0; round < 3 * x.cols + 10; round++) {
    const dual = gradient(x, y, b, columns)
    const entering = steepest(dual, size, free)
    if (entering < 0 || !(dual[entering] > 1e-12 * size[entering] * scale)) break
    free.add(entering)
    b = refit(columns, y, free, b)
  }
  const residuals = multiplyVector(x, b).map((value, t) => y[t] - value)
  return {
    coefficients: b,
    residualSumOfSquares: residuals.reduce((sum, e) => sum + e * e, 0),
    dual: gradient(x, y, b, columns),
  }
}

function gradient(x: Matrix, y: Float64Array, b: Float64Array, columns: readonly Float64Array[]): Float64Array {
  const fitted = multiplyVector(x, b)
  return Float64Array.from(columns, (column) => column.reduce((sum, value, t) => sum + value * (y[t] - fitted[t]), 0))
}

/** The column at zero whose increase lowers the error fastest; -1 if none is left. */
function steepest(dual: Float64Array, size: readonly number[], free: ReadonlySet<number>): number {
  let best = -1
  for (let j = 0; j < dual.length; j++) {
    if (!free.has(j) && size[j] > 0 && (best < 0 || dual[j] / size[j] > dual[best] / size[best])) best = j
  }
  return best
}

/** Least squares on the free columns; steps back to the boundary and drops the column that reaches it first. */
function refit(
  columns: readonly Float64Array[],
  y: Float64Array,
  free: Set<number>,
  from: Float64Array,
): Float64Array<ArrayBuffer> {
  const b = Float64Array.from(from)
  for (;;) {
    const order = [...free].sort((i, j) => i - j)
    const target = leastSquares(matrixFromColumns(order.map((j) => columns[j])), y).coefficients
    let step = 1
    order.forEach((j, i) => {
      if (target[i] <= 0) step = Math.min(step, b[j] / (b[j] - target[i]))
    })
    order.forEach((j, i) => (b[j] += step * (target[i] - b[j])))
    if (step === 1) return b
    for (const j of order) {
      if (b[j] > 1e-14 * Math.abs(target[order.indexOf(j)])) continue
      b[j] = 0
      free.delete(j)
    }
    if (free.size === 0) return b
  }
}
