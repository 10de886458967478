import { expect, it } from 'vitest'
import { flatTable } from '../../../src/present/table/flat-table.js'
import type { Cell, Column, Table } from '../../../src/present/table/table.js'

const column = (key: string): Column => ({ key, label: key, unit: null, align: 'right', format: 'figure' })

const tableOf = (keys: readonly string[], ...rows: Readonly<Record<string, Cell>>[]): Table => ({
  title: 'Returns',
  columns: keys.map(column),
  rows,
})

it('flatTable(table) makes five columns of an interval and two of a range, in the order of the columns', () => {
  const roas = { mean: 2, sd: 0.5, q05: 1, median: 1.9, q95: 3 }
  expect(flatTable(tableOf(['channel', 'roas', 'near'], { channel: 'tv', roas, near: { low: 10, high: 20 } }))).toEqual(
    {
      names: ['channel', 'roas_mean', 'roas_sd', 'roas_q05', 'roas_median', 'roas_q95', 'near_low', 'near_high'],
      rows: [
        {
          channel: 'tv',
          roas_mean: 2,
          roas_sd: 0.5,
          roas_q05: 1,
          roas_median: 1.9,
          roas_q95: 3,
          near_low: 10,
          near_high: 20,
        },
      ],
    },
  )
})

it('flatTable(table) names the columns of an interval where only some rows have one, and leaves out no other', () => {
  const flat = flatTable(
    tableOf(['roas', 'spend'], { roas: null, spend: 1 }, { roas: { mean: 2, q05: 1, q95: 3 }, spend: null }),
  )
  expect(flat.names).toEqual(['roas_mean', 'roas_sd', 'roas_q05', 'roas_median', 'roas_q95', 'spend'])
  expect(flat.rows[0]).toEqual({ roas: null, spend: 1 })
  expect(flat.rows[1]).toEqual({
    roas_mean: 2,
    roas_sd: null,
    roas_q05: 1,
    roas_median: null,
    roas_q95: 3,
    spend: null,
  })
})

it('flatTable(table) of a table without rows has its columns', () => {
  expect(flatTable(tableOf(['channel', 'roas']))).toEqual({ names: ['channel', 'roas'], rows: [] })
})
