import { describe, expect, it } from 'vitest'
import { seasonalMean } from '../../../src/decision/forecast/seasonal-mean.js'

describe('seasonalMean(values, t, period)', () => {
  const quarters = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 9)

  it('is the mean of the same season in all earlier years', () => {
    expect(seasonalMean(quarters, 8, 'quarter')).toBe(3)
    expect(seasonalMean(quarters, 11, 'quarter')).toBe(6.5)
  })

  it('is the mean of everything where the series is shorter than a year', () => {
    expect(seasonalMean(Float64Array.of(1, 2, 6), 3, 'quarter')).toBe(3)
    expect(seasonalMean(quarters, 8, 'week')).toBe(37 / 8)
  })

  it('is the mean over all years for annual data', () => {
    expect(seasonalMean(Float64Array.of(1, 2, 6), 3, 'year')).toBe(3)
  })
})
