import { expect, it } from 'vitest'
import { predictiveCheckChart } from '../../../src/present/chart/predictive-check.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { predictiveCheckTable } from '../../../src/present/table/predictive-check-table.js'
import { datasetOf } from '../../support/chart-rows.js'
import { posteriorFixture } from '../../support/posterior-fixture.js'
import { reportFixture } from '../../support/report-fixture.js'

const check = posteriorFixture().check!
const { summary } = reportFixture()

it('predictiveCheckChart sets observed counts against nine of ten replications', () => {
  const chart = predictiveCheckChart(check, summary, lightTheme)
  expect(datasetOf(chart, 'bins')[0]).toEqual({
    from: 1,
    to: 1.5,
    middle: 1.25,
    count: 40,
    median: 42,
    low: 34,
    high: 50,
  })
  expect(chart.panels[0].description).toContain('in 1 of 3 ranges')
})

it('predictiveCheckTable says in words how usual the observed figure is', () => {
  const { rows } = predictiveCheckTable(check, summary)
  expect(rows[0]).toMatchObject({
    statistic: 'lowest week',
    observed: '1.2 M EUR',
    replicated: '1 to 1.3 M EUR',
    ok: true,
    meaning: '30 % of the replications reach it: as in the replications',
  })
  expect(rows[1]).toMatchObject({ observed: '0.6', ok: false })
  expect(rows[1].meaning).toMatch(/^below 1 % of the replications reach it: high: something slow/)
})
