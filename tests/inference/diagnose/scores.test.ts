import { describe, expect, it } from 'vitest'
import { crpsOfDraws, crpsOfNormal, intervalScore } from '../../../src/inference/diagnose/scores.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

describe('the continuous ranked probability score', () => {
  it('of draws is their mean error less half their mean difference', () => {
    expect(crpsOfDraws(Float64Array.of(4.2, 1, 7, 2.5, 3), 3.4)).toBeCloseTo(0.524, 14)
    expect(crpsOfDraws(Float64Array.of(2), 5)).toBe(3)
  })

  it('of a normal distribution has its closed form', () => {
    expect(crpsOfNormal(3, 2, 3.4) / 0.4991993764).toBeCloseTo(1, 9)
    expect(crpsOfNormal(3, 0, 3.4)).toBeCloseTo(0.4, 14)
  })

  it('of many draws is that of the distribution they come from', () => {
    const generator = createGenerator(1, 'crps')
    const draws = Float64Array.from({ length: 20000 }, () => 3 + 2 * generator.normal())
    expect(Math.abs(crpsOfDraws(draws, 3.4) - 0.4991993764)).toBeLessThan(0.02)
  })
})

it('the score of an interval is its width and what it misses by, dearer the surer it claims to be', () => {
  expect(intervalScore({ lower: 1, upper: 3, coverage: 0.9 }, 3.4)).toBeCloseTo(10, 12)
  expect(intervalScore({ lower: 1, upper: 3, coverage: 0.9 }, 0.9)).toBeCloseTo(4, 12)
  expect(intervalScore({ lower: 1, upper: 3, coverage: 0.5 }, 2)).toBe(2)
})
