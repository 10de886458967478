import { expect, it } from 'vitest'
import { mostCells, requireCellCount, requireUnpackedSize } from '../../../src/data/table/cell-count.js'

it('requireCellCount(file, rows, columns) takes a hundred years of days of a thousand variables, and no more', () => {
  expect(() => requireCellCount('a.parquet', 36_525, 1000)).not.toThrow()
  expect(() => requireCellCount('a.parquet', mostCells, 1)).not.toThrow()
  expect(() => requireCellCount('a.parquet', 2_000_000, 21)).toThrow(
    'a.parquet has 2,000,000 rows of 21 columns; at most 40,000,000 cells can be read.',
  )
})

it('requireUnpackedSize(file, bytes) stops at a gigabyte', () => {
  expect(() => requireUnpackedSize('a.xlsx', 1e9)).not.toThrow()
  expect(() => requireUnpackedSize('a.xlsx', 1e9 + 1)).toThrow(
    'a.xlsx unpacks to 1,001 MB; at most 1,000 MB can be read.',
  )
})
