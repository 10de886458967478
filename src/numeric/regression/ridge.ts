import { choleskyInto, choleskyInverseInto } from '../linalg/cholesky.js'
import type { Matrix } from '../linalg/matrix.js'
import { matrixColumn } from '../linalg/matrix.js'
import { InputError } from '../../check/errors.js'

export interface Ridge {
  /** On the standardised columns, without the intercept. */
  readonly standardised: Float64Array
  readonly intercept: number
  /** In the columns' own units. */
  readonly coefficients: Float64Array
  /** 1 + tr Z (Z'Z + lambda I)^-1 Z': the intercept counts as one. */
  readonly degreesOfFreedom: number
  readonly residualSumOfSquares: number
  /** Generalised cross-validation score n RSS / (n - df)^2. */
  readonly gcv: number
  /** Sum of squared leave-one-out errors, centring and standardising held fixed. */
  readonly press: number
}

/**
 * Ridge regression with a free intercept: min |y - ybar - Z b|^2 + lambda |b|^2, Z the columns standardised by their population sd.
 *
 * @param x without a constant column; no column constant.
 * @param lambda at least 0; scales differ between packages, so compare `degreesOfFreedom`, not lambda.
 * @throws InputError if a column is constant or, at lambda 0, spanned by others.
 */
export function ridge(x: Matrix, y: Float64Array, lambda: number): Ridge {
  const { rows: n, cols: k } = x
  const { z, means, deviations } = standardise(x)
  const gram = new Float64Array(k * k)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) gram[i * k + j] = dot(z[i], z[j]) + (i === j ? lambda : 0)
  }
  const inverse = new Float64Array(k * k)
  if (!choleskyInto(gram, k))
    throw new InputError('Columns of a ridge regression are collinear; `lambda` must be above 0.')
  choleskyInverseInto(gram, k, inverse)
  const yMean = y.reduce((sum, value) => sum + value / n, 0)
  const cross = z.map((column) => dot(column, y))
  const standardised = Float64Array.from({ length: k }, (_, i) =>
    cross.reduce((sum, value, j) => sum + inverse[i * k + j] * value, 0),
  )
  let residualSumOfSquares = 0
  let degreesOfFreedom = 1
  let press = 0
  for (let t = 0; t < n; t++) {
    let residual = y[t] - yMean
    let leverage = 0
    for (let i = 0; i < k; i++) {
      residual -= z[i][t] * standardised[i]
      for (let j = 0; j < k; j++) leverage += z[i][t] * inverse[i * k + j] * z[j][t]
    }
    residualSumOfSquares += residual * residual
    degreesOfFreedom += leverage
    const leftOut = residual / (1 - 1 / n - leverage)
    press += leftOut * leftOut
  }
  const coefficients = standardised.map((b, j) => b / deviations[j])
  const intercept = coefficients.reduce((sum, b, j) => sum - b * means[j], yMean)
  const free = n - degreesOfFreedom
  const gcv = (n * residualSumOfSquares) / (free * free)
  return { standardised, intercept, coefficients, degreesOfFreedom, residualSumOfSquares, gcv, press }
}

function standardise(x: Matrix): { z: Float64Array[]; means: number[]; deviations: number[] } {
  const means: number[] = []
  const deviations: number[] = []
  const z = Array.from({ length: x.cols }, (_, j) => {
    const column = matrixColumn(x, j)
    const mean = column.reduce((sum, value) => sum + value / x.rows, 0)
    const sd = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / x.rows)
    if (column.every((value) => value === column[0]))
      throw new InputError(`Column ${j} of a ridge regression is constant.`)
    means.push(mean)
    deviations.push(sd)
    return column.map((value) => (value - mean) / sd)
  })
  return { z, means, deviations }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
