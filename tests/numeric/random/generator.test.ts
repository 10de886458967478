import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { betaVariate, exponentialVariate, gammaVariate, studentVariate } from '../../../src/numeric/random/variates.js'

const N = 200_000
const draw = (next: () => number) => Float64Array.from({ length: N }, next)
const moment = (x: Float64Array, k: number) => x.reduce((total, value) => total + value ** k, 0) / x.length
/** Kolmogorov-Smirnov distance times sqrt(n); above 1.95 has probability 0.001. */
const kolmogorov = (x: Float64Array, cdf: (x: number) => number) => {
  const sorted = x.slice().sort()
  let distance = 0
  sorted.forEach((value, i) => {
    distance = Math.max(
      distance,
      Math.abs(cdf(value) - i / sorted.length),
      Math.abs(cdf(value) - (i + 1) / sorted.length),
    )
  })
  return distance * Math.sqrt(sorted.length)
}

describe('createGenerator', () => {
  it('gives these numbers for seed 1, on every engine', () => {
    const generator = createGenerator(1, 'test')
    expect([
      generator.uniform(),
      generator.uniform(),
      generator.normal(),
      generator.integer(1000),
    ]).toMatchInlineSnapshot(`
      [
        0.035963141615021565,
        0.5896893562333231,
        -0.06833250020020938,
        634,
      ]
    `)
  })

  it('gives the same stream for the same seed and purpose, and another for any other', () => {
    const first = (seed: number, ...purpose: (string | number)[]) => createGenerator(seed, ...purpose).uniform()
    expect(first(1, 'noise', 3)).toBe(first(1, 'noise', 3))
    const others = [
      first(1),
      first(2),
      first(1, 'noise'),
      first(1, 'noise', 3),
      first(1, 'noise', '3'),
      first(1, 3, 'noise'),
      first(1.5),
    ]
    expect(new Set(others).size).toBe(others.length)
  })

  it('refuses a seed that is not finite', () => {
    expect(() => createGenerator(NaN)).toThrow('A seed must be a finite number, not NaN.')
    expect(() => createGenerator(1, 'noise', Infinity)).toThrow('A seed must be a finite number, not Infinity.')
  })

  it('is uniform on the open unit interval', () => {
    const generator = createGenerator(3, 'uniform')
    const x = draw(() => generator.uniform())
    expect(Math.min(...x.subarray(0, 50_000))).toBeGreaterThan(0)
    expect(Math.max(...x.subarray(0, 50_000))).toBeLessThan(1)
    expect(kolmogorov(x, (u) => u)).toBeLessThan(1.95)
  })

  it('has normal variates with the moments of the standard normal', () => {
    const generator = createGenerator(4, 'normal')
    const z = draw(() => generator.normal())
    expect(Math.abs(moment(z, 1))).toBeLessThan(4 / Math.sqrt(N))
    expect(Math.abs(moment(z, 2) - 1)).toBeLessThan(4 * Math.sqrt(2 / N))
    expect(Math.abs(moment(z, 3))).toBeLessThan(4 * Math.sqrt(15 / N))
    expect(Math.abs(moment(z, 4) - 3)).toBeLessThan(4 * Math.sqrt(96 / N))
  })

  it('has whole numbers that are equally likely', () => {
    const generator = createGenerator(5, 'integer')
    const counts = new Float64Array(7)
    for (let i = 0; i < N; i++) counts[generator.integer(7)]++
    const chiSquare = counts.reduce((total, count) => total + (count - N / 7) ** 2 / (N / 7), 0)
    expect(chiSquare).toBeLessThan(22.5)
    expect(generator.integer(1)).toBe(0)
    expect(() => generator.integer(0)).toThrow('`below` must be a whole number from 1 to 4294967296, not 0.')
  })

  it('has streams that do not correlate with each other or with their own past', () => {
    const streams = Array.from({ length: 6 }, (_, k) => {
      const generator = createGenerator(1, 'replicate', k)
      return Float64Array.from({ length: 20_000 }, () => generator.normal())
    })
    const bound = 4.5 / Math.sqrt(20_000)
    streams.forEach((a, i) => {
      for (const b of streams.slice(i + 1))
        expect(Math.abs(a.reduce((sum, x, t) => sum + x * b[t], 0) / 20_000)).toBeLessThan(bound)
      for (const lag of [1, 2, 7]) {
        let sum = 0
        for (let t = lag; t < a.length; t++) sum += a[t] * a[t - lag]
        expect(Math.abs(sum / a.length)).toBeLessThan(bound)
      }
    })
  })

  it('has first numbers of consecutive streams that are uniform', () => {
    const firsts = Float64Array.from({ length: 20_000 }, (_, k) => createGenerator(1, 'first', k).uniform())
    expect(kolmogorov(firsts, (u) => u)).toBeLessThan(1.95)
  })
})

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
