import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'

import { draw, kolmogorov, moment, N } from '../../support/samples.js'

describe('createGenerator', () => {
  it('gives these numbers for seed 1, on every engine', () => {
    const generator = createGenerator(1, 'test')
    expect([generator.uniform(), generator.uniform(), generator.normal(), generator.integer(1000)])
      .toMatchInlineSnapshot(`
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
