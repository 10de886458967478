import { expect, test } from 'vitest'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import type { ColumnUse, MissingRule } from '../../../src/data/table/dataset.js'
import { resolveColumns } from '../../../src/data/table/resolve-columns.js'

const table = readTable('week,sales,tv-1,tv,heat,events,x,x\nw,1,2,3,4,na,1,2\n', { file: 'a.csv' })

const resolve = (uses: [ColumnUse['role'], string][], missing: Record<string, MissingRule> = {}, date = 'week') =>
  resolveColumns(table, {
    date,
    period: 'week',
    weekStarts: null,
    missing,
    uses: uses.map(([role, column]) => ({ role, column, owner: role, missing: null, path: `${role}.column` })),
  })

test('resolveColumns tells headers from expressions, the header first', () => {
  const { uses, numberHeaders, textHeaders, date, findings } = resolve([
    ['kpi', 'sales'],
    ['spend', 'tv-1'],
    ['control', 'tv - heat'],
    ['category', 'events'],
  ])
  expect(findings).toEqual([])
  expect(date).toBe(0)
  expect(uses.map(({ headers, expression }) => [headers, expression !== null])).toEqual([
    [['sales'], false],
    [['tv-1'], false],
    [['tv', 'heat'], true],
    [['events'], false],
  ])
  expect(numberHeaders).toEqual(['sales', 'tv-1', 'tv', 'heat'])
  expect(textHeaders).toEqual(['events'])
})

test('resolveColumns suggests the header that was meant, and what to write', () => {
  const [finding] = resolve([['kpi', 'salse']]).findings
  expect(finding).toMatchObject({ id: 'unknown-column:salse', severity: 'error', decide: 'column: sales' })
  expect(resolve([['category', 'lower(events)']]).findings[0].message).toContain('has no column `lower(events)`')
  expect(resolve([], {}, 'wek')).toMatchObject({ date: null, findings: [{ id: 'unknown-column:wek' }] })
})

test('resolveColumns names at most twelve headers', () => {
  const headers = Array.from({ length: 20 }, (_, i) => `c${i}`)
  const wide = readTable(`${headers.join(',')}\n${headers.join(',')}\n`, { file: 'w.csv' })
  const request = { date: 'nothing', period: 'week', weekStarts: null, uses: [], missing: {} } as const
  expect(resolveColumns(wide, request).findings[0].message).toContain('`c11` and 8 more.')
})

test('resolveColumns refuses used headers that occur twice, inside expressions too', () => {
  expect(resolve([['control', 'x * 2']]).findings).toMatchObject([{ id: 'duplicate-header:x', severity: 'error' }])
  expect(resolve([['control', 'heat']]).findings).toEqual([])
})

test('resolveColumns refuses `missing` keys that nothing reads', () => {
  expect(resolve([['control', 'heat * tv']], { tv: 'zero', heat: 'mean' }).findings).toEqual([])
  expect(resolve([['control', 'heat']], { tv: 'zero' }).findings).toMatchObject([{ id: 'unused-missing:tv' }])
})
