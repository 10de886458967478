import { describe, expect, it } from 'vitest'
import type { LogDensity } from '../../../src/inference/log-density.js'
import { covarianceFactor } from '../../../src/inference/sample/covariance-factor.js'
import { HamiltonianMover, tuneStepSize } from '../../../src/inference/sample/hamiltonian-mover.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

/** Normal with precision [[2, 0.5], [0.5, 1]]. */
const normal: LogDensity = {
  dimension: 2,
  valueAndGradient([x, y], gradient) {
    gradient[0] = -(2 * x + 0.5 * y)
    gradient[1] = -(0.5 * x + y)
    return -0.5 * (2 * x * x + x * y + y * y)
  },
}

/** Half-line: the density of |z|, zero below 0. */
const halfNormal: LogDensity = {
  dimension: 1,
  valueAndGradient([x], gradient) {
    gradient[0] = -x
    return x > 0 ? -0.5 * x * x : -Infinity
  },
}

const identity = Float64Array.of(1, 0, 0, 1)

describe('HamiltonianMover', () => {
  it('forgets where it started and samples a correlated Normal: moments within 4 standard errors', () => {
    const mover = new HamiltonianMover(normal, identity)
    const generator = createGenerator(3, 'mover')
    const stepSize = tuneStepSize(mover, Float64Array.of(3, -3), { moves: 100, steps: 3, target: 0.8 }, generator)
    const theta = Float64Array.of(3, -3)
    const sums = [0, 0, 0, 0, 0]
    const n = 20000
    for (let i = -200; i < n; i++) {
      mover.move(theta, { stepSize, steps: 1 + generator.integer(6) }, generator)
      if (i < 0) continue
      const [x, y] = theta
      ;[x, y, x * x, x * y, y * y].forEach((value, j) => (sums[j] += value / n))
    }
    const exact = [0, 0, 1 / 1.75, -0.5 / 1.75, 2 / 1.75]
    sums.forEach((value, j) => expect(Math.abs(value - exact[j])).toBeLessThan(0.06))
  })

  it('leaves exact draws exactly distributed: one move each keeps the variance', () => {
    const mover = new HamiltonianMover(normal, identity)
    const generator = createGenerator(4, 'mover')
    let square = 0
    const n = 20000
    for (let i = 0; i < n; i++) {
      const y = generator.normal() * Math.sqrt(2 / 1.75)
      const theta = Float64Array.of(generator.normal() / Math.sqrt(2) - 0.25 * y, y)
      mover.move(theta, { stepSize: 1.1, steps: 3 }, generator)
      square += theta[0] ** 2 / n
    }
    expect(Math.abs(square * 1.75 - 1)).toBeLessThan(0.04)
  })

  it('refuses trajectories that leave the support', () => {
    const mover = new HamiltonianMover(halfNormal, Float64Array.of(1))
    const generator = createGenerator(5, 'mover')
    const theta = Float64Array.of(0.01)
    let mean = 0
    for (let i = 0; i < 20000; i++) {
      mover.move(theta, { stepSize: 0.5, steps: 2 }, generator)
      expect(theta[0]).toBeGreaterThan(0)
      mean += theta[0] / 20000
    }
    expect(Math.abs(mean - Math.sqrt(2 / Math.PI))).toBeLessThan(0.04)
  })
})

describe('covarianceFactor', () => {
  it('is the factor of the covariance with correlations shrunk by n / (n + 10)', () => {
    const draws = Float64Array.of(1, 2, 2, 1, 3, 5, 4, 4)
    const factor = covarianceFactor(draws, 2)
    const [variance, other] = [5 / 3, 10 / 3]
    const covariance = ((-1.5 * -1 + -0.5 * -2 + 0.5 * 2 + 1.5 * 1) / 3) * (4 / 14)
    expect(factor[0]).toBeCloseTo(Math.sqrt(variance), 12)
    expect(factor[2] * factor[0]).toBeCloseTo(covariance, 12)
    expect(factor[2] ** 2 + factor[3] ** 2).toBeCloseTo(other, 12)
  })

  it('gives a coordinate that never varies unit variance', () => {
    expect(Array.from(covarianceFactor(Float64Array.of(1, 0, 1, 2), 2))).toEqual([1, 0, 0, Math.sqrt(2)])
  })
})
