import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { priorSample } from '../../../src/model/prior/prior-sample.js'

describe('priorSample(prior, generator)', () => {
  it('gives the same draw for the same seed and another for another', () => {
    const prior = { distribution: 'gamma', shape: 3, rate: 1 } as const
    const draw = (seed: number): number => priorSample(prior, createGenerator(seed, 'test'))
    expect(draw(1)).toBe(draw(1))
    expect(draw(1)).not.toBe(draw(2))
  })

  it('has the mean of a log-normal of reference/models.md section 10', () => {
    const generator = createGenerator(5, 'log-normal')
    let sum = 0
    for (let i = 0; i < 200_000; i++) sum += priorSample({ distribution: 'log-normal', mu: 0.2, sigma: 0.9 }, generator)
    // Mean 1.831, sd 2.046: standard error 0.0046.
    expect(Math.abs(sum / 200_000 - 1.831252209)).toBeLessThan(0.02)
  })
})
