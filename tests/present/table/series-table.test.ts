import { expect, it } from 'vitest'
import { seriesRows, seriesTable } from '../../../src/present/table/series-table.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture({ channels: ['tv', 'price'] })

it('seriesTable has a row a period whose parts add up to the fitted mean', () => {
  const { rows, columns } = seriesTable(summary)
  expect(rows).toHaveLength(156)
  for (const row of [rows[0], rows[77]]) {
    const parts = columns.slice(3).map(({ key }) => Number(row[key]))
    expect(parts.reduce((sum, value) => sum + value, 0)).toBeCloseTo((row.fitted as { mean: number }).mean, 0)
  }
})

it('seriesTable keeps a treatment and a channel of one name apart', () => {
  expect(seriesTable(summary).columns.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['treatment:price', 'channel:price']),
  )
})

it('seriesRows has one line a part and period, observed beside the fitted', () => {
  const rows = seriesRows(summary)
  expect(rows).toHaveLength(7 * 156)
  expect(rows[0]).toMatchObject({
    period: '2023-01-02',
    part: 'fitted',
    mean: summary.fitted.mean[0],
    observed: summary.observed[0],
  })
  expect(rows[156]).toMatchObject({ part: 'baseline', observed: null })
})
