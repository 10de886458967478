import { describe, expect, it } from 'vitest'
import type { LogDensity } from '../../../src/inference/log-density.js'
import { resampleDraws, weighDraws } from '../../../src/inference/sample/weighted-draws.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { independent } from './targets.js'

/** Draws of N(0, sd^2) and their log densities. */
function normalDraws(sd: number, count: number): { points: Float64Array; logProposal: Float64Array } {
  const generator = createGenerator(1, 'draws')
  const points = new Float64Array(count).map(() => sd * generator.normal())
  return { points, logProposal: points.map((x) => -0.5 * (x / sd) ** 2 - Math.log(sd * Math.sqrt(2 * Math.PI))) }
}

describe('weighDraws', () => {
  it('gives equal weights where the approximation is the target', () => {
    const { points, logProposal } = normalDraws(1, 500)
    const weighted = weighDraws(independent([0], [1]), points, logProposal)
    weighted.logWeights.forEach((value) => expect(value).toBeCloseTo(-Math.log(500), 10))
    expect(weighted.ess).toBeCloseTo(500, 6)
    expect(weighted.reliable).toBe(true)
  })

  it('weighs a wide approximation into the target, and says it may be believed', () => {
    const { points, logProposal } = normalDraws(1.5, 4000)
    const { logWeights, k, reliable } = weighDraws(independent([0], [1]), points, logProposal)
    const variance = points.reduce((sum, x, i) => sum + x * x * Math.exp(logWeights[i]), 0)
    expect(Math.abs(variance - 1)).toBeLessThan(0.08)
    expect(k).toBeLessThan(0.2)
    expect(reliable).toBe(true)
  })

  it('does not believe an approximation that is too narrow', () => {
    const { points, logProposal } = normalDraws(0.2, 20000)
    const { k, reliable } = weighDraws(independent([0], [1]), points, logProposal)
    expect(k).toBeGreaterThan(0.7)
    expect(reliable).toBe(false)
  })

  it('gives no weight to draws outside the support or without a density', () => {
    const density: LogDensity = {
      dimension: 1,
      valueAndGradient: ([x]) => (x > 1 ? NaN : x < 0 ? -Infinity : 0),
    }
    const { points, logProposal } = normalDraws(1, 200)
    const { logWeights } = weighDraws(density, points, logProposal)
    points.forEach((x, i) => {
      if (x > 1 || x < 0) expect(logWeights[i]).toBe(-Infinity)
      else expect(logWeights[i]).toBeGreaterThan(-Infinity)
    })
  })

  it('believes nothing where no draw has weight', () => {
    const { points, logProposal } = normalDraws(1, 50)
    const weighted = weighDraws({ dimension: 1, valueAndGradient: () => -Infinity }, points, logProposal)
    expect(weighted.k).toBeNaN()
    expect(weighted.reliable).toBe(false)
  })
})

describe('resampleDraws', () => {
  const weights = [0.1, 0.55, 0.05, 0.3]
  const draws = {
    ...weighDraws(independent([0, 0], [1, 1]), Float64Array.of(0, 10, 1, 11, 2, 12, 3, 13), new Float64Array(4)),
    logWeights: Float64Array.from(weights, Math.log),
  }

  it('takes each draw as often as its weight says, to within one, and whole', () => {
    const taken = resampleDraws(draws, { count: 200, seed: 1 })
    const counts = [0, 0, 0, 0]
    for (let i = 0; i < 200; i++) {
      counts[taken[2 * i]]++
      expect(taken[2 * i + 1]).toBe(taken[2 * i] + 10)
    }
    counts.forEach((count, i) => expect(Math.abs(count - 200 * weights[i])).toBeLessThanOrEqual(1))
  })

  it('gives them in random order, the same for the same seed', () => {
    const taken = resampleDraws(draws, { count: 200, seed: 1 })
    const firsts = Array.from({ length: 200 }, (_, i) => taken[2 * i])
    expect(firsts).not.toEqual(firsts.toSorted((a, b) => a - b))
    expect(resampleDraws(draws, { count: 200, seed: 1 })).toEqual(taken)
    expect(resampleDraws(draws, { count: 200, seed: 2 })).not.toEqual(taken)
  })
})
