import { MultivariateLinearRegression } from 'ml-regression'
import type { Matrix } from '../../numeric/linalg/matrix.js'
import { multiplyVector } from '../../numeric/linalg/matrix.js'

/**
 * Least-squares coefficients by ml-regression, refined to the precision of a QR.
 *
 * The package inverts X'X, which squares the condition number, so columns are brought to unit length first and the residuals are fitted
 * once more; what the second fit finds is the first one's rounding.
 *
 * @param x full column rank, condition number (unit columns) up to about 1e7; the package is silent on worse, so audit first.
 * @returns one a column.
 */
export function linearSolve(x: Matrix, y: Float64Array): Float64Array {
  const length = columnLengths(x)
  const rows = Array.from({ length: x.rows }, (_, t) =>
    Array.from({ length: x.cols }, (_, j) => x.data[t * x.cols + j] / length[j]),
  )
  const coefficients = new Float64Array(x.cols)
  let rest = y
  for (let pass = 0; pass < 2; pass++) {
    const { weights } = new MultivariateLinearRegression(
      rows,
      Array.from(rest, (value) => [value]),
      { intercept: false, statistics: false },
    )
    for (let j = 0; j < x.cols; j++) coefficients[j] += weights[j][0] / length[j]
    const fitted = multiplyVector(x, coefficients)
    rest = y.map((value, t) => value - fitted[t])
  }
  return coefficients
}

function columnLengths({ rows, cols, data }: Matrix): Float64Array {
  const length = new Float64Array(cols)
  for (let t = 0; t < rows; t++) for (let j = 0; j < cols; j++) length[j] += data[t * cols + j] * data[t * cols + j]
  return length.map(Math.sqrt)
}
