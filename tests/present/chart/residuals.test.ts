import { describe, expect, it } from 'vitest'
import { autocorrelations, innovationsChart, residualsChart } from '../../../src/present/chart/residuals.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()

describe('autocorrelations', () => {
  it('are the sample ones about the mean', () => {
    // x = 1 2 3 4: deviations -1.5 -0.5 0.5 1.5, sum of squares 5; lag 1: 0.75 - 0.25 + 0.75 = 1.25; lag 2: -1.5
    expect(autocorrelations([1, 2, 3, 4], 2)).toEqual([0.25, -0.3])
  })

  it('are zero for a constant', () => {
    expect(autocorrelations([2, 2, 2], 1)).toEqual([0])
  })
})

describe('residualsChart', () => {
  it('draws every residual in one unit and names the largest', () => {
    const chart = residualsChart(data, lightTheme)
    expect(datasetOf(chart, 'periods')).toHaveLength(156)
    expect(chart.panels[0].description).toMatch(/the largest is 113 k EUR in 2025-04-28/)
    expect(chart.table.rows[5]).toEqual({
      period: '2023-02-06',
      structural: data.residuals.structural[5],
      innovation: data.residuals.innovations[5],
    })
  })
})

describe('innovationsChart', () => {
  const chart = innovationsChart(data, lightTheme)

  it('names the lags outside the bounds', () => {
    expect(datasetOf(chart, 'lags')).toHaveLength(26)
    expect(chart.panels[0].note).toBe('outside the bounds: lag 9, 17')
  })

  it('pairs sorted innovations with Normal quantiles, both standardised', () => {
    const points = datasetOf(chart, 'points', 1)
    expect(points).toHaveLength(156)
    expect(points[0].z).toBeCloseTo(-2.726, 3) // scipy.stats.norm.ppf(0.5 / 156)
    const sum = points.reduce((total, { y }) => total + Number(y), 0)
    expect(sum).toBeCloseTo(0, 2)
  })
})
