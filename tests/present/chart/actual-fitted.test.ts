import { expect, it } from 'vitest'
import { actualFittedChart } from '../../../src/present/chart/actual-fitted.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture()
const chart = actualFittedChart(summary, lightTheme)

it('actualFittedChart draws every period in the unit of its axis', () => {
  const rows = datasetOf(chart, 'periods')
  expect(rows).toHaveLength(156)
  expect(rows[0]).toMatchObject({ t: Date.UTC(2023, 0, 2), end: Date.UTC(2023, 0, 9) })
  expect(Number(rows[0].y) * 1e6).toBeCloseTo(summary.observed[0], -2)
  expect(Number(rows[0].high) * 1e6).toBeCloseTo(summary.predictive.q95[0], -2)
})

it('actualFittedChart counts how many observations the band holds', () => {
  const all = {
    ...summary,
    predictive: { q05: summary.observed.map(() => -Infinity), q95: summary.observed.map(() => 1e9) },
  }
  expect(actualFittedChart(all, lightTheme).subtitle).toContain('100 % of the observations')
  expect(chart.panels[0].description).toMatch(/The fit follows 92 % of the variation/)
})
