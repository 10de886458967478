import { describe, expect, it } from 'vitest'
import { summarise, summariseSeries } from '../../../src/decision/analysis/summarise.js'

describe('summarise', () => {
  it('gives mean, median, sd with n - 1 and the type 7 quantiles', () => {
    const estimate = summarise(Float64Array.of(4, 1, 3, 2, 10))
    expect(estimate.mean).toBe(4)
    expect(estimate.median).toBe(3)
    expect(estimate.sd).toBeCloseTo(3.5355339059, 9)
    expect(estimate.q05).toBeCloseTo(1.2, 12)
    expect(estimate.q95).toBeCloseTo(8.8, 12)
  })

  it('gives sd 0 for one draw and leaves the draws in their order', () => {
    const draws = Float64Array.of(3, 1)
    summarise(draws)
    expect(Array.from(draws)).toEqual([3, 1])
    expect(summarise(Float64Array.of(7))).toEqual({ mean: 7, median: 7, sd: 0, q05: 7, q95: 7 })
  })

  it('refuses NaN and no draws at all', () => {
    expect(() => summarise(Float64Array.of(1, NaN))).toThrow(
      'A summary needs draws that are numbers (draws = 2, draw = 1',
    )
    expect(() => summarise(new Float64Array(0))).toThrow('draws = 0')
  })
})

describe('summariseSeries', () => {
  it('summarises each period over the draws', () => {
    const series = summariseSeries(Float64Array.of(1, 10, 3, 30), 2)
    expect(series.mean).toEqual([2, 20])
    expect(series.median).toEqual([2, 20])
    expect(series.q05[1]).toBeCloseTo(11, 12)
    expect(series.q95[0]).toBeCloseTo(2.9, 12)
    expect(series.sd[0]).toBeCloseTo(Math.SQRT2, 12)
  })
})
