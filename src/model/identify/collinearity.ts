import type { Model } from '../design/model.js'
import { singularValues } from '../../numeric/linalg/eigen.js'
import { leastSquares } from '../../numeric/linalg/least-squares.js'
import { matrixFromColumns } from '../../numeric/linalg/matrix.js'

/**
 * Variance inflation of each series against the other series and the linear columns, the smooth trend left out:
 * VIF = 1 / (1 - R^2). Infinity where the others span it; null with fewer rows than columns or for a constant series.
 */
export function varianceInflation(model: Model, series: readonly Float64Array[]): (number | null)[] {
  const fixed = fixedColumns(model)
  if (model.periods <= fixed.length + series.length) return series.map(() => null)
  return series.map((own, c) => {
    const others = matrixFromColumns([...fixed, ...series.filter((_, other) => other !== c)])
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length
    const total = own.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
    if (!(total > ROUNDING * own.reduce((sum, value) => sum + value * value, 0))) return null
    const unexplained = leastSquares(others, own).residualSumOfSquares
    return unexplained <= ROUNDING * total ? Infinity : total / unexplained
  })
}

/**
 * Condition number of the design: largest over smallest singular value of the linear columns, the smooth trend left out,
 * and the series, each of unit length. Infinity where one is a combination of the others.
 */
export function conditionNumber(model: Model, series: readonly Float64Array[]): number {
  const columns = [...fixedColumns(model), ...series].map(unitLength)
  const values = singularValues(matrixFromColumns(columns))
  const smallest = values[values.length - 1]
  return smallest > ROUNDING * values[0] && columns.length <= model.periods ? values[0] / smallest : Infinity
}

/** The linear columns without the smooth trend, cut to the window. */
export function fixedColumns(model: Model): Float64Array[] {
  return model.linear.filter(({ smooth }) => !smooth).map(({ values }) => values.slice(0, model.periods))
}

/** Share of a sum of squares, or of a singular value, that rounding can leave. */
const ROUNDING = 1e-12

function unitLength(values: Float64Array): Float64Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
  return length > 0 ? values.map((value) => value / length) : values
}
