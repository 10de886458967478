import { expect, it } from 'vitest'
import { nextTenPercentTable } from '../../../src/present/table/next-ten-percent-table.js'
import { reportFixture } from '../../support/report-fixture.js'

it('nextTenPercentTable has what a tenth more spend would return', () => {
  const data = reportFixture()
  const table = nextTenPercentTable(data)
  expect(table.columns.map(({ key }) => key)).toEqual(['channel', 'spend', 'value', 'roas', 'profit'])
  expect(table.rows[0]).toEqual(data.nextTenPercent[0])
})

it('nextTenPercentTable leaves out profit without a margin', () => {
  expect(nextTenPercentTable(reportFixture({ margin: null })).columns.map(({ key }) => key)).toEqual([
    'channel',
    'spend',
    'value',
    'roas',
  ])
})
