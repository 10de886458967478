import { expect, it } from 'vitest'
import { periodCell } from '../../../src/present/workbook/period-cell.js'

it('a day is Excel’s number for it, with the format of a date', () => {
  expect(periodCell('2024-01-01')).toEqual({ kind: 'number', value: 45292, format: 'yyyy-mm-dd' })
  expect(periodCell('1900-03-01')).toMatchObject({ kind: 'number', value: 61 })
})

it('months, quarters, years, and days before Excel’s calendar holds are text', () => {
  for (const text of ['2024-01', '2024-Q1', '1907', '1900-02-28', '1899-12-31'])
    expect(periodCell(text)).toMatchObject({ kind: 'text', text })
})
