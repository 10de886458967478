import { expect, it } from 'vitest'
import type { Table } from '../../../src/present/table/table.js'
import { tableSheet } from '../../../src/present/workbook/table-sheet.js'

const table: Table = {
  title: 'Returns',
  columns: [
    { key: 'name', label: 'Channel', unit: null, align: 'left', format: 'text' },
    { key: 'spend', label: 'Spend', unit: 'EUR', align: 'right', format: 'amount' },
    { key: 'roas', label: 'ROAS', unit: null, align: 'right', format: 'ratio' },
    { key: 'near', label: 'Near', unit: 'EUR', align: 'right', format: 'amount' },
    { key: 'seen', label: 'Observed', unit: null, align: 'left', format: 'text' },
  ],
  rows: [
    { name: 'tv', spend: 1000 / 3, roas: { mean: 2.1, q05: 1, q95: Infinity }, near: { low: 1, high: 2 }, seen: true },
    { name: 'all', spend: null, roas: 3, near: null, seen: '' },
  ],
  notes: ['Ranges: 9 of 10 cases.'],
}

const made = tableSheet(table, { name: 'Returns/1', currency: 'EUR', totals: ['all'] })
const shown = made.sheet.rows.map((row) => row.map((cell) => cell && (cell.kind === 'text' ? cell.text : cell.value)))

it('a table is a title, headings with units, a row a row, and its notes', () => {
  expect(shown).toEqual([
    ['Returns'],
    [],
    [
      'Channel',
      'Spend (EUR)',
      'ROAS',
      'ROAS, 5\u00a0%',
      'ROAS, 95\u00a0%',
      'Near (EUR), from',
      'Near (EUR), to',
      'Observed',
    ],
    ['tv', 1000 / 3, 2.1, 1, null, 1, 2, 'yes'],
    ['all', null, 3, null, null, null, null, null],
    [],
    ['Ranges: 9 of 10 cases.'],
  ])
  expect(made.sheet.name).toBe('Returns 1')
  expect(made.sheet.frozen).toEqual({ rows: 3, columns: 1 })
})

it('says where each figure stands', () => {
  expect([made.firstRow, ...['name', 'roas', 'seen', 'other'].map(made.columnOf)]).toEqual([3, 0, 2, 7, -1])
})

it('marks the rows that sum up others', () => {
  expect(made.sheet.rows[3][2]).not.toMatchObject({ style: 'total' })
  expect(made.sheet.rows[4].filter((cell) => cell !== null)).toEqual([
    { kind: 'text', text: 'all', style: 'total' },
    { kind: 'number', value: 3, format: '0.00', style: 'total' },
  ])
})
