import { assert, double, property } from 'fast-check'
import { expect, it } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { fromDanfo, type DanfoFrame } from '../../../src/data/ingest/from-danfo.js'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { assembleDataset } from '../../../src/data/table/assemble-dataset.js'
import type { AssemblyRequest } from '../../../src/data/table/assembly.js'
import type { RawTable } from '../../../src/data/table/raw-table.js'

const frame = (columns: readonly string[], ...values: readonly unknown[][]): DanfoFrame => ({ columns, values })

const request: AssemblyRequest = {
  date: 'week',
  period: 'week',
  weekStarts: null,
  uses: [
    { column: 'revenue', role: 'kpi', owner: 'kpi', missing: null, path: 'kpi.column' },
    { column: 'tv', role: 'spend', owner: 'tv', missing: null, path: 'channels.tv.spend' },
  ],
  missing: {},
}

const datasetOf = (table: RawTable) => assembleDataset(table, request).dataset

function messageOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as InputError).message
  }
  return ''
}

it('fromDanfo(frame) gives headers, text cells and lines as CSV with the same cells would', () => {
  const weekly = frame(['week', ' tv ', 'event'], ['2024-01-01', 0.1, ' sale '], ['2024-01-08', 2, 'none'])
  expect(fromDanfo(weekly, { name: 'weekly' })).toEqual(
    readTable('week,tv,event\n2024-01-01,0.1,sale\n2024-01-08,2,none\n', { file: 'weekly' }),
  )
})

it('fromDanfo(frame) writes what is missing as an empty cell: null, undefined, NaN, an invalid date', () => {
  const table = fromDanfo(frame(['a', 'b', 'c', 'd', 'e'], [null, undefined, NaN, new Date(NaN), '']))
  expect(table.rows).toEqual([['', '', '', '', '']])
})

it('fromDanfo(frame) writes dates at midnight UTC as days, before 1970 too', () => {
  const days = [new Date('2024-02-29T00:00:00Z'), new Date('1907-01-01T00:00:00Z')]
  expect(fromDanfo(frame(['a', 'b'], days)).rows).toEqual([['2024-02-29', '1907-01-01']])
})

it('fromDanfo(frame) writes true and false as 1 and 0', () => {
  expect(fromDanfo(frame(['promotion'], [true], [false])).rows).toEqual([['1'], ['0']])
})

it('fromDanfo(frame) leaves a date with a time of day to the date column, which refuses it', () => {
  const weekly = frame(['week', 'tv', 'revenue'], [new Date('2024-01-07T23:00:00Z'), 1, 2])
  expect(messageOf(() => datasetOf(fromDanfo(weekly)))).toContain(
    'frame line 2, column `week`: `2024-01-07T23:00:00.000Z` has a time of day, which could move it to another day',
  )
})

it('fromDanfo(frame) keeps every bit of a number', () => {
  const columns = ['week', 'tv', 'revenue']
  const read = (value: number): number =>
    datasetOf(fromDanfo(frame(columns, ['2024-01-01', 1, value], ['2024-01-08', 2, value]))).columns.get('revenue')![1]
  const finite = double({ noNaN: true, noDefaultInfinity: true })
  assert(
    property(finite, (value) => read(value) === value),
    { seed: 4, numRuns: 500, examples: [[0.1 + 0.2], [5e-324], [Number.MAX_VALUE], [2 ** 53 - 1], [1e21], [-1 / 3]] },
  )
})

it('fromDanfo(frame) gives the dataset and fingerprint that CSV gives', () => {
  const weekly = frame(
    ['week', 'tv', 'revenue', 'note'],
    ['2024-01-08', 0.30000000000000004, 12345.678, null],
    ['2024-01-01', -0, null, 'x'],
    ['2024-01-15', 7, 11, 'y'],
  )
  const csv = 'week;revenue;tv\n2024-01-01;;0\n2024-01-08;12345,678;0,30000000000000004\n2024-01-15;11;7\n'
  const fromCsv = datasetOf(readTable(csv, { file: 'frame' }))
  expect(datasetOf(fromDanfo(weekly))).toEqual(fromCsv)
})

it('fromDanfo(frame) leaves infinities and text in number columns to the check of the columns used', () => {
  const weekly = (cell: unknown) =>
    fromDanfo(frame(['week', 'tv', 'revenue'], ['2024-01-01', cell, 1], ['2024-01-08', 1, 2]), { name: 'weekly' })
  expect(messageOf(() => datasetOf(weekly(Infinity)))).toBe(
    'weekly line 2, column `tv`: `Infinity` is not a finite number.',
  )
  expect(messageOf(() => datasetOf(weekly('1,5')))).toContain('weekly line 2, column `tv`: `1,5` has a decimal comma')
})

it('fromDanfo(frame) refuses cells that no table can hold, naming row and column', () => {
  const where = 'frame line 3, column `tv`: a cell must be text, a number, a boolean, a date or empty'
  const withCell = (cell: unknown) => () => fromDanfo(frame(['tv'], [1], [cell]))
  expect(messageOf(withCell({ spend: 1 }))).toBe(`${where}, not an object; convert or drop the column.`)
  expect(messageOf(withCell([1]))).toBe(`${where}, not an array; convert or drop the column.`)
  expect(messageOf(withCell(() => 1))).toBe(`${where}, not a function; convert or drop the column.`)
})

it('fromDanfo(frame) refuses what is no frame in one sentence', () => {
  expect(messageOf(() => fromDanfo(frame(['week'])))).toBe('frame has columns but no rows.')
  expect(messageOf(() => fromDanfo({ columns: ['tv'], values: [1, 2] }))).toBe(
    'frame is not a danfo DataFrame: every row must be a list of as many cells as columns (1), but row 1 is no list, as in a Series.',
  )
  expect(messageOf(() => fromDanfo(frame(['tv', 'radio'], [1, 2], [1])))).toBe(
    'frame is not a danfo DataFrame: every row must be a list of as many cells as columns (2), but row 2 has 1.',
  )
  expect(messageOf(() => fromDanfo({ columns: ['a'], values: {} as never }))).toBe(
    'frame is not a danfo DataFrame: its `values` must be rows; rename a column that is itself called `values`.',
  )
  expect(messageOf(() => fromDanfo({ columns: {} as never, values: [[1]] }))).toBe(
    'frame is not a danfo DataFrame: its `columns` must be names; rename a column that is itself called `columns`.',
  )
  const endless: DanfoFrame = { columns: [], values: [[1]] }
  Object.defineProperty(endless, 'columns', { get: () => endless.columns })
  expect(messageOf(() => fromDanfo(endless))).toContain('rename a column that is itself called `columns`.')
})
