import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { auditDataset } from '../../src/data/audit/audit-dataset.js'
import { readTable } from '../../src/data/ingest/read-csv.js'
import { assembleDataset } from '../../src/data/table/assemble-dataset.js'
import type { AssemblyRequest } from '../../src/data/table/assembly.js'
import type { ColumnUse } from '../../src/data/table/dataset.js'

function check(
  file: string,
  request: Pick<AssemblyRequest, 'date' | 'period'>,
  columns: Record<string, ColumnUse['role']>,
) {
  const text = readFileSync(new URL(`../../datasets/${file}`, import.meta.url), 'utf8')
  const uses = Object.entries(columns).map(([column, role]): ColumnUse => {
    return { column, role, owner: column.split('_')[0], missing: null, path: column }
  })
  const table = readTable(text, { file })
  const { dataset, findings, lines } = assembleDataset(table, { ...request, weekStarts: null, uses, missing: {} })
  const found = [...findings, ...auditDataset(dataset, uses, { lines, parameters: null })]
  return { dataset, found: found.map(({ id, row }) => [id, row]) }
}

test('the data of Lydia Pinkham are 54 years in which nothing is suspicious', () => {
  const { dataset, found } = check(
    'lydia-pinkham.csv',
    { date: 'Year', period: 'year' },
    { Sales: 'kpi', Advertising: 'spend' },
  )
  expect([dataset.periods[0], dataset.periods[53], dataset.windowEnd]).toEqual(['1907', '1960', 54])
  expect(dataset.columns.get('Sales')!.reduce((sum, value) => sum + value, 0)).toBe(98792)
  expect(found).toEqual([])
})

test('the Robyn data are 208 weeks with one week of media that nobody paid for', () => {
  const { dataset, found } = check(
    'robyn-weekly.csv',
    { date: 'DATE', period: 'week' },
    {
      revenue: 'kpi',
      tv_S: 'spend',
      ooh_S: 'spend',
      print_S: 'spend',
      facebook_S: 'spend',
      facebook_I: 'media',
      search_S: 'spend',
      search_clicks_P: 'media',
      competitor_sales_B: 'control',
      newsletter: 'media',
      events: 'category',
    },
  )
  expect([dataset.periods[0], dataset.periods[207], dataset.windowEnd]).toEqual(['2015-11-23', '2019-11-11', 208])
  expect(new Set(dataset.texts.get('events'))).toEqual(new Set(['na', 'event1', 'event2']))
  expect(found).toEqual([['media-without-spend:facebook_I', 172]])
})

test('the PyMC-Marketing example is 179 weeks in which nothing is suspicious', () => {
  const { dataset, found } = check(
    'mmm-example.csv',
    { date: 'date_week', period: 'week' },
    { y: 'kpi', x1: 'spend', x2: 'spend', event_1: 'control', event_2: 'control', dayofyear: 'control', t: 'control' },
  )
  expect([dataset.periods[0], dataset.periods[178], dataset.windowEnd]).toEqual(['2018-04-02', '2021-08-30', 179])
  expect(dataset.columns.get('y')![0]).toBe(3984.662237343649)
  expect(found).toEqual([])
})
