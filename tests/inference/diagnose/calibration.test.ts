import { describe, expect, it } from 'vitest'
import {
  calibrationRank,
  ecdfAt,
  ecdfBand,
  posteriorContraction,
  posteriorZScore,
  rankToUniform,
  simulateUniformity,
  uniformityPValue,
} from '../../../src/inference/diagnose/calibration.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

describe('the rank of a truth', () => {
  it('is the number of draws below it, from none to all', () => {
    const draws = Float64Array.of(3, 1, 2)
    const generator = createGenerator(1, 'rank')
    expect([0, 1.5, 2.5, 4].map((truth) => calibrationRank(draws, truth, generator))).toEqual([0, 1, 2, 3])
  })

  it('is drawn among equal draws, each as likely', () => {
    const generator = createGenerator(1, 'ties')
    const ranks = Array.from({ length: 4000 }, () => calibrationRank(Float64Array.of(0, 0, 0, 5), 0, generator))
    for (const rank of [0, 1, 2, 3])
      expect(Math.abs(ranks.filter((each) => each === rank).length - 1000)).toBeLessThan(110)
  })

  it('becomes a number in (0, 1)', () => {
    const generator = createGenerator(1, 'uniform')
    const value = rankToUniform(7, 9, generator)
    expect(value).toBeGreaterThan(0.7)
    expect(value).toBeLessThan(0.8)
  })

  it('stands beside how far off the posterior is, and how much it learned', () => {
    expect(posteriorZScore(Float64Array.of(1, 2, 3), 0.5)).toBeCloseTo(1.5, 14)
    expect(posteriorContraction(Float64Array.of(1, 2, 3), 4)).toBeCloseTo(0.75, 14)
  })
})

describe('the band of a distribution function', () => {
  it.each([
    [50, 0.0066],
    [100, 0.0046],
    [250, 0.0033],
  ])('of %i values has the published gamma', (count, gamma) => {
    const reference = simulateUniformity(count, createGenerator(1, 'band', count), 6000)
    expect(Math.abs(ecdfBand(reference).gamma - gamma)).toBeLessThan(5e-4)
  })

  it('has binomial quantiles at gamma / 2 and 1 - gamma / 2', () => {
    const places = Float64Array.of(0.5)
    // Binomial(4, 1/2): 1, 4, 6, 4, 1 sixteenths.
    const tails = [Float64Array.of(0.125, 0.625, 1, 0.625, 0.125)]
    const { lower, upper } = ecdfBand({ count: 4, places, tails, simulated: Float64Array.of(0.2, 0.2) })
    expect([lower[0], upper[0]]).toEqual([0.25, 0.75])
  })

  it('holds uniform samples everywhere about as often as it says', () => {
    const reference = simulateUniformity(60, createGenerator(2, 'band'))
    const { places, lower, upper } = ecdfBand(reference, 0.9)
    const generator = createGenerator(3, 'samples')
    let held = 0
    for (let r = 0; r < 1000; r++) {
      const ecdf = ecdfAt(
        Float64Array.from({ length: 60 }, () => generator.uniform()),
        places,
      )
      if (ecdf.every((value, i) => value >= lower[i] && value <= upper[i])) held++
    }
    expect(held).toBeGreaterThan(860)
    expect(held).toBeLessThan(945)
  })
})

describe('the test of uniformity', () => {
  const reference = simulateUniformity(200, createGenerator(5, 'test'))
  const generator = createGenerator(6, 'values')

  it('gives uniform values p-values that are uniform', () => {
    const p = Array.from({ length: 400 }, () =>
      uniformityPValue(
        Float64Array.from({ length: 200 }, () => generator.uniform()),
        reference,
      ),
    )
    expect(p.filter((value) => value <= 0.1).length).toBeLessThan(62)
    expect(p.filter((value) => value <= 0.5).length).toBeGreaterThan(155)
  })

  it('sees values that lean, and values that crowd in the middle', () => {
    const values = Float64Array.from({ length: 200 }, () => generator.uniform())
    expect(
      uniformityPValue(
        values.map((u) => u ** 1.5),
        reference,
      ),
    ).toBeLessThan(0.01)
    expect(
      uniformityPValue(
        values.map((u) => 0.2 + 0.6 * u),
        reference,
      ),
    ).toBeLessThan(0.001)
  })

  it('needs whole numbers', () => {
    expect(() => simulateUniformity(1, generator)).toThrow('`count` must be a whole number of at least 2, not 1.')
  })
})

it('the share of values up to a place counts those at it', () => {
  expect(ecdfAt(Float64Array.of(0.2, 0.1, 0.9, 0.5), Float64Array.of(0.1, 0.4, 0.5))).toEqual(
    Float64Array.of(0.25, 0.5, 0.75),
  )
})
