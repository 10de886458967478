import { expect, it } from 'vitest'
import { returnsTable } from '../../../src/present/table/returns-table.js'
import { reportFixture } from '../../support/report-fixture.js'

it('returnsTable gives spend per year beside spend', () => {
  const { rows } = returnsTable(reportFixture().summary)
  expect(Number(rows[0].spend) / Number(rows[0].spendPerYear)).toBeCloseTo(2.98973, 5)
})

it('returnsTable has every measure that the KPI allows', () => {
  const keys = returnsTable(reportFixture().summary).columns.map(({ key }) => key)
  expect(keys).toEqual([
    'channel',
    'spend',
    'spendPerYear',
    'incrementalKpi',
    'incrementalValue',
    'profit',
    'roas',
    'marginalRoas',
    'roi',
    'marginalRoi',
    'costPerKpi',
    'pProfitable',
    'flags',
  ])
})

it('returnsTable leaves out profit and ROI without a margin, and says what ROAS is', () => {
  const table = returnsTable(reportFixture({ margin: null }).summary)
  expect(table.columns.map(({ key }) => key)).not.toContain('roi')
  expect(table.notes?.at(1)).toBe('ROAS: incremental value / spend; marginal ROAS: of the next unit of spend.')
})

it('returnsTable holds groups and all paid media', () => {
  expect(
    returnsTable(reportFixture().summary)
      .rows.slice(-2)
      .map(({ channel }) => channel),
  ).toEqual(['offline', 'all paid media'])
  expect(returnsTable(reportFixture().summary).notes?.at(-1)).toContain('offline is tv, social')
})
