import { describe, expect, it } from 'vitest'
import { normalCdf } from '../../../src/numeric/special/normal.js'
import { mixtureCrps, mixtureQuantile } from '../../../src/numeric/stats/normal-mixture.js'

describe('mixtureQuantile', () => {
  it('is mean + z sd where all components agree', () => {
    const mixture = { means: Float64Array.of(100, 100), sds: Float64Array.of(10, 10) }
    expect(mixtureQuantile(mixture, 0.95)).toBeCloseTo(116.44853626951472, 6)
  })

  it('halves the mass between components that lie apart', () => {
    const mixture = { means: Float64Array.of(0, 100), sds: Float64Array.of(1, 1) }
    expect(mixtureQuantile(mixture, 0.05)).toBeCloseTo(-1.2815515655446004, 6)
  })

  it('is the point itself for points that agree', () => {
    expect(mixtureQuantile({ means: Float64Array.of(7, 7), sds: Float64Array.of(0, 0) }, 0.05)).toBe(7)
  })
})

describe('mixtureCrps', () => {
  it('is 2 φ(0) - 1 / √π = 0.2337 for a standard normal that met its mean', () => {
    expect(mixtureCrps({ means: Float64Array.of(0), sds: Float64Array.of(1) }, 0)).toBeCloseTo(0.23369497725510913, 14)
  })

  it("is the absolute error of a single point, and of points E|X - y| - E|X - X'| / 2", () => {
    expect(mixtureCrps({ means: Float64Array.of(7), sds: Float64Array.of(0) }, 10)).toBe(3)
    expect(mixtureCrps({ means: Float64Array.of(0, 4), sds: Float64Array.of(0, 0) }, 1)).toBeCloseTo(2 - 1, 14)
  })

  it('is the integral of the squared distance between the distribution function and the step at what was observed', () => {
    const mixture = { means: Float64Array.of(-1, 0.5, 2), sds: Float64Array.of(0.4, 1, 1.5) }
    const observed = 0.8
    const below = (x: number): number =>
      mixture.means.reduce((sum, mean, i) => sum + normalCdf((x - mean) / mixture.sds[i]) / 3, 0)
    const step = 1e-3
    let integral = 0
    for (let x = -15 + step / 2; x < 18; x += step) {
      const distance = below(x) - (x > observed ? 1 : 0)
      integral += distance * distance * step
    }
    expect(mixtureCrps(mixture, observed)).toBeCloseTo(integral, 5)
  })
})
