import { singularValues } from '../linalg/eigen.js'
import { leastSquares } from '../linalg/least-squares.js'
import type { Matrix } from '../linalg/matrix.js'
import { matrixColumn, matrixFromColumns } from '../linalg/matrix.js'

/**
 * Variance inflation factor of each column, 1 / (1 - R2) of it on the others: 1 is unrelated, above 10 is trouble.
 *
 * @param x columns may include a constant, which the regressions use.
 * @returns one a column: null for a constant column, Infinity for one that the others span.
 */
export function varianceInflation(x: Matrix): (number | null)[] {
  const columns = Array.from({ length: x.cols }, (_, j) => matrixColumn(x, j))
  const constant = columns.some(isConstant)
  return columns.map((column, j) => {
    if (isConstant(column)) return null
    const others = columns.filter((_, other) => other !== j)
    const centre = constant ? column.reduce((sum, value) => sum + value / column.length, 0) : 0
    const total = column.reduce((sum, value) => sum + (value - centre) * (value - centre), 0)
    if (others.length === 0) return 1
    const rest = leastSquares(matrixFromColumns(others), column).residualSumOfSquares
    return rest > 1e-20 * total ? total / rest : Infinity
  })
}

/**
 * Largest over smallest singular value of `x` with columns of unit length: above 30 estimates are fragile, above 1e7 not computable.
 *
 * @returns at least 1; Infinity for columns that are linear combinations of others.
 * @see Belsley, Kuh and Welsch (1980), "Regression Diagnostics".
 */
export function conditionNumber(x: Matrix): number {
  const columns = Array.from({ length: x.cols }, (_, j) => {
    const column = matrixColumn(x, j)
    const length = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0))
    return column.map((value) => (length > 0 ? value / length : 0))
  })
  const values = singularValues(matrixFromColumns(columns))
  const least = values[values.length - 1]
  return x.rows >= x.cols && least > 1e-15 * values[0] ? values[0] / least : Infinity
}

function isConstant(column: Float64Array): boolean {
  return column.every((value) => value === column[0])
}
