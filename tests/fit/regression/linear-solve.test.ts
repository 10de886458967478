import { expect, it } from 'vitest'
import { linearSolve } from '../../../src/fit/regression/linear-solve.js'
import { leastSquares } from '../../../src/numeric/linalg/least-squares.js'
import { matrixFromColumns } from '../../../src/numeric/linalg/matrix.js'
import { d20 } from '../../support/d20.js'
import { pinkham } from '../../support/lydia-pinkham.js'

it('ml-regression and the QR agree to 1e-9', () => {
  const year = new Float64Array(54).fill(1)
  const cases = [
    { x: d20.x, y: d20.y },
    { x: matrixFromColumns([year, pinkham.advertising]), y: pinkham.sales },
  ]
  for (const { x, y } of cases) {
    const qr = leastSquares(x, y).coefficients
    linearSolve(x, y).forEach((b, j) => expect(Math.abs(b / qr[j] - 1)).toBeLessThan(1e-9))
  }
})

it('ml-regression and the QR agree to 1e-9 of the coefficients for ill-conditioned columns in wild units', () => {
  const t = Float64Array.from({ length: 80 }, (_, i) => 1000 + i)
  const columns = [
    new Float64Array(80).fill(1),
    t,
    t.map((value) => value * value),
    t.map((value) => 1e9 * Math.sin(value)),
  ]
  const x = matrixFromColumns(columns)
  const y = t.map((value) => 3 + 0.1 * value + Math.cos(value))
  const qr = leastSquares(x, y)
  const fitted = linearSolve(x, y)
  const size = columns.map((column, j) => Math.abs(qr.coefficients[j]) * Math.max(...column.map(Math.abs)))
  fitted.forEach((b, j) => {
    const scale = Math.max(...columns[j].map(Math.abs))
    expect(Math.abs(b - qr.coefficients[j]) * scale).toBeLessThan(1e-9 * Math.max(...size))
  })
})
