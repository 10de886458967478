import { describe, expect, it } from 'vitest'
import {
  drawNormal,
  normalFromCovariance,
  normalFromPrecision,
  normalLogDensity,
  normalVariances,
} from '../../../src/inference/sample/normal-approximation.js'
import type { NormalApproximation } from '../../../src/inference/sample/normal-approximation.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { expectRelative } from '../../support/relative.js'

function normal(mean: readonly number[], covariance: readonly number[]): NormalApproximation {
  const made = normalFromCovariance(Float64Array.from(mean), Float64Array.from(covariance))
  if (made === null) throw new Error('not positive definite')
  return made
}

describe('normalLogDensity', () => {
  it('equals the golden value of the reference for a bivariate Normal', () => {
    expectRelative(normalLogDensity(normal([0, 0.1], [1, 0.3, 0.3, 0.5]), Float64Array.of(0.3, -0.4)), -1.861590202)
  })
})

describe('drawNormal', () => {
  it('draws with the mean and covariance, and tells the density of each draw', () => {
    const target = normal([1, -2], [1, 1.2, 1.2, 4])
    const generator = createGenerator(1, 'normal')
    const point = new Float64Array(2)
    const n = 20000
    const sums = [0, 0, 0, 0, 0]
    for (let i = 0; i < n; i++) {
      const logDensity = drawNormal(target, generator, point)
      if (i < 10) expect(logDensity).toBeCloseTo(normalLogDensity(target, point), 10)
      const [x, y] = [point[0] - 1, point[1] + 2]
      ;[x, y, x * x, x * y, y * y].forEach((value, j) => (sums[j] += value / n))
    }
    const exact = [0, 0, 1, 1.2, 4]
    const error = [1, 2, Math.SQRT2, Math.sqrt(4 + 1.44), 4 * Math.SQRT2]
    sums.forEach((value, j) => expect(Math.abs(value - exact[j])).toBeLessThan((4 * error[j]) / Math.sqrt(n)))
  })
})

describe('normalFromPrecision', () => {
  it('inverts the precision, whatever the scales of the coordinates', () => {
    const precision = Float64Array.of(2e-12, 0.5e-6, 0.5e-6, 1)
    const made = normalFromPrecision(new Float64Array(2), precision)
    const variances = normalVariances(made ?? normal([0], [1]))
    expectRelative(variances[0], 1e12 / 1.75)
    expectRelative(variances[1], 2 / 1.75)
  })

  it('is null where the matrix is not positive definite', () => {
    for (const matrix of [
      [1, 2, 2, 1],
      [0, 0, 0, 1],
      [NaN, 0, 0, 1],
      [-1, 0, 0, 1],
      [Infinity, 0, 0, 1],
    ]) {
      expect(normalFromPrecision(new Float64Array(2), Float64Array.from(matrix))).toBeNull()
      expect(normalFromCovariance(new Float64Array(2), Float64Array.from(matrix))).toBeNull()
    }
  })
})
