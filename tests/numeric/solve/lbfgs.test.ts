import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Objective } from '../../../src/numeric/solve/lbfgs.js'
import { minimise } from '../../../src/numeric/solve/lbfgs.js'

const rosenbrock: Objective = (x, gradient) => {
  gradient.fill(0)
  let value = 0
  for (let i = 0; i + 1 < x.length; i++) {
    const a = x[i + 1] - x[i] * x[i]
    const b = 1 - x[i]
    value += 100 * a * a + b * b
    gradient[i] += -400 * a * x[i] - 2 * b
    gradient[i + 1] += 200 * a
  }
  return value
}

const quadratic =
  (curvature: (i: number) => number): Objective =>
  (x, gradient) => {
    let value = 500
    for (let i = 0; i < x.length; i++) {
      gradient[i] = curvature(i) * (x[i] - i)
      value += 0.5 * gradient[i] * (x[i] - i)
    }
    return value
  }

describe('minimise', () => {
  it('solves Rosenbrock in 2, 10 and 50 dimensions', () => {
    for (const n of [2, 10, 50]) {
      const result = minimise(rosenbrock, new Float64Array(n).fill(-1.2))
      expect(result.status).toBe('converged')
      for (const x of result.x) expect(Math.abs(x - 1)).toBeLessThan(1e-6)
      expect(result.evaluations).toBeLessThan(12 * n + 80)
    }
  })

  it('finds the minimum of any convex quadratic from anywhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (n, start, spread) => {
          const result = minimise(
            quadratic((i) => 10 ** ((spread * i) / n)),
            new Float64Array(n).fill(start),
            { tolerance: 1e-10 },
          )
          expect(result.status).toBe('converged')
          result.x.forEach((x, i) => expect(Math.abs(x - i)).toBeLessThan(1e-5))
        },
      ),
      { seed: 26, numRuns: 100 },
    )
  })

  it('returns the value and gradient of the point it returns', () => {
    const result = minimise(rosenbrock, Float64Array.of(-1.2, 1), { maxSteps: 7 })
    const gradient = new Float64Array(2)
    expect(result.status).toBe('max-steps')
    expect(result.steps).toBe(7)
    expect(rosenbrock(result.x, gradient)).toBe(result.value)
    expect(result.gradient).toEqual(gradient)
  })

  it('never leaves a region in which the objective is finite', () => {
    const barrier: Objective = (x, gradient) => {
      gradient[0] = 1 - 1 / x[0]
      return x[0] > 0 ? x[0] - Math.log(x[0]) : NaN
    }
    for (const start of [1e-6, 0.5, 100, 5e5]) {
      const result = minimise(barrier, Float64Array.of(start))
      expect(result.status).toBe('converged')
      expect(result.x[0]).toBeCloseTo(1, 5)
    }
  })

  it('rejects a step whose value is finite and whose gradient is not', () => {
    const cliff: Objective = (x, gradient) => {
      gradient[0] = x[0] > 3 ? NaN : 2 * (x[0] - 1)
      return x[0] > 3 ? -1e9 : (x[0] - 1) ** 2
    }
    const result = minimise(cliff, Float64Array.of(-4))
    expect(result.x[0]).toBeCloseTo(1, 6)
  })

  it('says stalled where the gradient is wrong, and keeps the best point', () => {
    const wrong: Objective = (x, gradient) => {
      gradient[0] = -2 * x[0]
      return x[0] ** 2
    }
    const result = minimise(wrong, Float64Array.of(1))
    expect(result.status).toBe('stalled')
    expect(result.x[0]).toBe(1)
  })

  it('does not call an unbounded descent converged', () => {
    const slope: Objective = (x, gradient) => {
      gradient[0] = -1
      return -x[0]
    }
    expect(minimise(slope, Float64Array.of(0)).status).not.toBe('converged')
  })

  it('converges where the tolerance is below what rounding allows', () => {
    const result = minimise(
      quadratic((i) => 1 + i),
      new Float64Array(6).fill(3),
      { tolerance: 1e-30 },
    )
    expect(result.status).toBe('converged')
    result.x.forEach((x, i) => expect(Math.abs(x - i)).toBeLessThan(1e-6))
  })

  it('does not change the start, and stops at once at a minimum', () => {
    const start = Float64Array.of(1, 1)
    const result = minimise(rosenbrock, start)
    expect([result.steps, result.evaluations, result.status]).toEqual([0, 1, 'converged'])
    expect(result.x).not.toBe(start)
    expect(start).toEqual(Float64Array.of(1, 1))
  })

  it('tells an observer of the start and of every step, down to the minimum', () => {
    const path: { x: number[]; value: number; gradient: number[] }[] = []
    const found = minimise(rosenbrock, Float64Array.of(-1.2, 1), {
      observe: (x, gradient, value) => path.push({ x: [...x], gradient: [...gradient], value }),
    })
    expect(path.length).toBe(found.steps + 1)
    expect(path[0].x).toEqual([-1.2, 1])
    expect(path[found.steps]).toEqual({ x: [...found.x], gradient: [...found.gradient], value: found.value })
    path.slice(1).forEach(({ value }, i) => expect(value).toBeLessThanOrEqual(path[i].value))
    expect(found).toEqual(minimise(rosenbrock, Float64Array.of(-1.2, 1)))
  })

  it('refuses a start where the objective is not finite', () => {
    expect(() => minimise(() => NaN, Float64Array.of(1))).toThrow('must be finite at the start; the value is NaN.')
  })
})
