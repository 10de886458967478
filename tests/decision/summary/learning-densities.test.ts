import { describe, expect, it } from 'vitest'
import { compareDensities } from '../../../src/decision/summary/learning-densities.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

const g = createGenerator(6, 'densities')
const z = Float64Array.from({ length: 4000 }, () => g.normal())

describe('compareDensities', () => {
  it('finds the overlap of two Normals: 2 Phi(-1/2) one standard deviation apart', () => {
    const { overlap, logarithmic } = compareDensities(
      z,
      z.map((x) => x + 1),
    )
    expect(logarithmic).toBe(false)
    expect(overlap).toBeCloseTo(0.617, 1)
  })

  it('is 1 for the same draws and about 0 far apart', () => {
    expect(compareDensities(z, z).overlap).toBeCloseTo(1, 9)
    const apart = compareDensities(
      z,
      z.map((x) => x + 9),
    )
    expect(apart.overlap).toBeLessThan(0.01)
  })

  it('works on the logarithm where all is above zero, so that a log-normal has a Normal density', () => {
    const { logarithmic, at, before } = compareDensities(
      z.map((x) => Math.exp(0.5 * x)),
      z.map((x) => Math.exp(0.5 * x + 1)),
    )
    expect(logarithmic).toBe(true)
    const step = Math.log(at[1] / at[0])
    expect(before.reduce((sum, y) => sum + y * step, 0)).toBeCloseTo(1, 1)
    expect(Math.max(...before)).toBeCloseTo(0.798, 1)
  })

  it('draws what never varies as a spike', () => {
    const fixed = new Float64Array(50).fill(2)
    expect(compareDensities(z, fixed).overlap).toBeLessThan(0.2)
    expect(compareDensities(fixed, fixed).overlap).toBeCloseTo(1, 9)
  })
})
