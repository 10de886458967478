import { describe, expect, it } from 'vitest'
import { qualityOf, residualsOf } from '../../../src/decision/summary/quality.js'

const independent = { correlation: 0, laggedKpi: 0 }

describe('residualsOf', () => {
  it('leaves independent residuals as they are', () => {
    const { structural, innovations } = residualsOf(Float64Array.of(3, 5, 4), Float64Array.of(2, 5, 6), independent)
    expect(Array.from(structural)).toEqual([1, 0, -2])
    expect(innovations).toEqual(structural)
  })

  it('takes the correlation of the noise out, the first shock scaled to the others', () => {
    const { innovations } = residualsOf(Float64Array.of(10, 8, 1), new Float64Array(3), {
      correlation: 0.6,
      laggedKpi: 0,
    })
    expect(Array.from(innovations)).toEqual([8, 2, expect.closeTo(-3.8, 12)])
  })

  it('takes a lagged KPI out first', () => {
    const { innovations } = residualsOf(Float64Array.of(0, 4, 3), new Float64Array(3), {
      correlation: 0,
      laggedKpi: 0.5,
    })
    expect(Array.from(innovations)).toEqual([0, 4, 1])
  })
})

describe('qualityOf', () => {
  const observed = Float64Array.of(10, 12, 14, 16, 18)
  const residuals = residualsOf(observed, Float64Array.of(11, 12, 13, 16, 18), independent)

  it('gives R2, adjusted R2, MAPE, NRMSE over the range, and Durbin-Watson', () => {
    const quality = qualityOf(observed, residuals, 2)
    expect(quality.r2).toBeCloseTo(1 - 2 / 40, 12)
    expect(quality.adjustedR2).toBeCloseTo(1 - ((2 / 40) * 4) / 3, 12)
    expect(quality.mape).toBeCloseTo((1 / 10 + 1 / 14) / 5, 12)
    expect(quality.nrmse).toBeCloseTo(Math.sqrt(2 / 5) / 8, 12)
    expect(quality.durbinWatson).toBeCloseTo((1 + 1 + 1) / 2, 12)
  })

  it('has no MAPE where the KPI is 0 somewhere', () => {
    expect(
      qualityOf(Float64Array.of(0, 1), residualsOf(Float64Array.of(0, 1), Float64Array.of(1, 1), independent), 1).mape,
    ).toBe(null)
  })
})
