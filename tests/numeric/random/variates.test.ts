import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { betaVariate, exponentialVariate, gammaVariate, studentVariate } from '../../../src/numeric/random/variates.js'
import { draw, kolmogorov, moment, N } from '../../support/samples.js'

describe('variates', () => {
  it('gamma variates have mean and variance equal to their shape', () => {
    for (const shape of [0.05, 0.5, 1, 2.7, 40]) {
      const generator = createGenerator(6, 'gamma', shape)
      const x = draw(() => gammaVariate(generator, shape))
      const mean = moment(x, 1)
      const variance = moment(x, 2) - mean * mean
      expect(Math.abs(mean - shape)).toBeLessThan(4.5 * Math.sqrt(shape / N))
      expect(Math.abs(variance - shape)).toBeLessThan(4.5 * Math.sqrt((2 * shape * shape + 6 * shape) / N))
      expect(x.every((value) => value >= 0 && value < Infinity)).toBe(true)
    }
  })

  it('gamma variates of shape one, and exponential ones, are exponential', () => {
    const generator = createGenerator(7, 'exponential')
    const cdf = (x: number) => 1 - Math.exp(-x)
    expect(
      kolmogorov(
        draw(() => gammaVariate(generator, 1)),
        cdf,
      ),
    ).toBeLessThan(1.95)
    expect(
      kolmogorov(
        draw(() => exponentialVariate(generator)),
        cdf,
      ),
    ).toBeLessThan(1.95)
  })

  it('beta variates have their mean and variance, also with tiny parameters', () => {
    for (const [a, b] of [
      [2, 5],
      [0.3, 0.2],
      [0.01, 0.03],
      [30, 0.5],
    ]) {
      const generator = createGenerator(8, 'beta', a, b)
      const x = draw(() => betaVariate(generator, a, b))
      const mean = a / (a + b)
      const variance = (mean * (1 - mean)) / (a + b + 1)
      expect(Math.abs(moment(x, 1) - mean)).toBeLessThan(4.5 * Math.sqrt(variance / N))
      expect(Math.abs(moment(x, 2) - mean * mean - variance)).toBeLessThan(4.5 / Math.sqrt(N))
      expect(x.every((value) => value >= 0 && value <= 1)).toBe(true)
    }
  })

  it('Student variates with two degrees of freedom follow the closed form', () => {
    const generator = createGenerator(9, 'student')
    const x = draw(() => studentVariate(generator, 2))
    expect(kolmogorov(x, (t) => 0.5 + t / (2 * Math.sqrt(2 + t * t)))).toBeLessThan(1.95)
  })
})
