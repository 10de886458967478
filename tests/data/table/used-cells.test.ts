import { expect, test } from 'vitest'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { columnCells, readUsedCells } from '../../../src/data/table/used-cells.js'

const table = readTable('week;a;b;c\nw1;1,5;x;1.5\nw2;;2;y\nw3;3;x;3\n', { file: 'a.csv' })

test('columnCells gives the cells under a header in the order asked for', () => {
  expect(columnCells(table, [2, 0], 'a')).toEqual(['3', '1,5'])
})

test('readUsedCells reads the used headers alone, in the order asked for', () => {
  const { numbers, findings } = readUsedCells(table, [2, 1, 0], ['a'])
  expect([...numbers.keys()]).toEqual(['a'])
  expect([...numbers.get('a')!]).toEqual([3, NaN, 1.5])
  expect(findings).toEqual([])
})

test('readUsedCells gives one error a column and kind, with its lines in the order of the file', () => {
  const { findings } = readUsedCells(table, [2, 1, 0], ['a', 'b', 'c'])
  expect(findings.map(({ id, row, message }) => [id, row, message])).toEqual([
    ['not-a-number:b', 2, 'a.csv lines 2 and 4, column `b`: `x` is not a number.'],
    ['not-a-number:c', 3, 'a.csv line 3, column `c`: `y` is not a number.'],
    [
      'decimal-mark:c',
      2,
      'a.csv line 2, column `c`: `1.5` has a decimal point, but other numbers have decimal commas; write 1,5.',
    ],
  ])
})
