import { describe, expect, it } from 'vitest'
import { drawNoiseInto } from '../../../src/model/density/noise-path.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

const path = (noise: Parameters<typeof drawNoiseInto>[1], length: number): Float64Array => {
  const out = new Float64Array(length)
  drawNoiseInto(createGenerator(2, 'noise-path'), noise, out)
  return out
}

const average = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length

describe('drawNoiseInto', () => {
  it('draws AR(1) noise with its stationary variance and correlation', () => {
    const x = path({ sigma: 2, correlation: 0.6, degrees: null }, 40_000)
    const squares = average(Array.from(x, (value) => value * value))
    const products = average(Array.from(x.subarray(1), (value, t) => value * x[t]))
    expect(Math.abs(squares / (4 / (1 - 0.36)) - 1)).toBeLessThan(0.05)
    expect(Math.abs(products / squares - 0.6)).toBeLessThan(0.02)
  })

  it('starts stationary: the first value spreads as all others do', () => {
    const firsts = Array.from({ length: 4000 }, (_, seed) => {
      const out = new Float64Array(1)
      drawNoiseInto(createGenerator(seed, 'first'), { sigma: 1, correlation: 0.8, degrees: null }, out)
      return out[0]
    })
    expect(Math.abs(average(firsts.map((x) => x * x)) * 0.36 - 1)).toBeLessThan(0.1)
  })

  it('draws Student noise by its scale', () => {
    const x = Array.from(path({ sigma: 3, correlation: 0, degrees: 4 }, 40_000), Math.abs).sort((a, b) => a - b)
    // The 75 % quantile of a t(4) is 0.7407.
    expect(x[20_000] / 3).toBeCloseTo(0.7407, 1)
  })
})
