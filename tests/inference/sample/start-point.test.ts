import { describe, expect, it } from 'vitest'
import type { LogDensity } from '../../../src/inference/log-density.js'
import { jitteredStart, requireFiniteStart, StartPointError } from '../../../src/inference/sample/start-point.js'

/** Exponential of rate 1 in each coordinate, zero below 0; the gradient of coordinate 1 is lost above 10. */
const density: LogDensity = {
  dimension: 3,
  valueAndGradient(x, gradient) {
    gradient.fill(-1)
    if (x[1] > 10) gradient[1] = NaN
    return x.every((value) => value >= 0) ? -(x[0] + x[1] + x[2]) : -Infinity
  },
}

function failure(start: readonly number[], target: LogDensity = density): StartPointError {
  try {
    requireFiniteStart(target, Float64Array.from(start))
  } catch (error) {
    if (error instanceof StartPointError) return error
    throw error
  }
  throw new Error('no failure')
}

describe('requireFiniteStart', () => {
  it('accepts a point with finite density and gradient and leaves it alone', () => {
    const start = Float64Array.of(1, 2, 3)
    requireFiniteStart(density, start)
    expect(Array.from(start)).toEqual([1, 2, 3])
  })

  it('blames the coordinate that is not a number', () => {
    expect(failure([1, NaN, 2])).toMatchObject({ coordinate: 1, value: NaN })
  })

  it('blames the coordinate whose gradient is not finite', () => {
    expect(failure([1, 11, 2])).toMatchObject({ coordinate: 1, value: 11, logDensity: -14 })
  })

  it('blames the coordinate that makes the density finite when set to 0', () => {
    const error = failure([1, 2, -3])
    expect(error).toMatchObject({ coordinate: 2, value: -3, logDensity: -Infinity })
    expect(error.message).toBe(
      'The log density or its gradient is not finite at the start, because of coordinate 2 (value = -3, logDensity = -Infinity)',
    )
  })

  it('blames none where no single one is to blame', () => {
    const error = failure([-1, 2, -3])
    expect(error.coordinate).toBe(-1)
    expect(error.message).toBe(
      'The log density or its gradient is not finite at the start, no single coordinate is to blame (logDensity = -Infinity)',
    )
  })
})

describe('jitteredStart', () => {
  it('lies within the radius of the centre, inside the support', () => {
    for (let chain = 0; chain < 20; chain++) {
      const start = jitteredStart(density, { seed: 1, chain, centre: Float64Array.of(1, 1, 1), radius: 2 })
      expect(start.every((x) => x >= 0 && x <= 3)).toBe(true)
    }
  })

  it('depends on seed and chain alone', () => {
    const start = (seed: number, chain: number) => Array.from(jitteredStart(density, { seed, chain }))
    expect(start(1, 2)).toEqual(start(1, 2))
    expect(start(1, 2)).not.toEqual(start(1, 3))
    expect(start(1, 2)).not.toEqual(start(2, 2))
  })

  it('names the coordinate when no try succeeds', () => {
    const centre = Float64Array.of(5, 5, -9)
    const attempt = () => jitteredStart(density, { seed: 1, chain: 0, centre, radius: 1 })
    expect(attempt).toThrow(StartPointError)
    expect(attempt).toThrow('because of coordinate 2')
  })
})
