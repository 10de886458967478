import { expect, it } from 'vitest'
import { adstockCurvesChart } from '../../../src/present/chart/adstock-curves.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()
const chart = adstockCurvesChart(data, lightTheme)

it('adstockCurvesChart shows the share of the effect by lag, until nearly all has arrived', () => {
  const rows = datasetOf(chart, 'lags')
  expect(rows[0]).toMatchObject({ lag: 0, mean: 28 })
  expect(rows).toHaveLength(11)
})

it('adstockCurvesChart says when half has arrived', () => {
  expect(chart.panels.map(({ note }) => note).slice(0, 2)).toEqual([
    'half arrives within 3 weeks (1.6 to 4.5)',
    'half arrives within 1 week (0.5 to 1.5)',
  ])
})

it('adstockCurvesChart has a table with a row a channel', () => {
  expect(chart.table.rows[0]).toMatchObject({ channel: 'tv', lag0: data.adstock[0].weights.mean[0] })
})
