import { describe, expect, it } from 'vitest'
import type { PeriodKind } from '../../../src/data/calendar/period.js'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { rowPeriod, rowsInPeriod } from '../../../src/data/table/row-period.js'

const find = (wanted: PeriodKind, ...dates: string[]) => {
  const table = readTable(`d,x\n${dates.map((date) => `${date},1`).join('\n')}\n`, { file: 'a.csv' })
  const request = { date: 'd', period: wanted, weekStarts: null, uses: [], missing: {} }
  const { period, finding } = rowPeriod(table, 0, request)
  return { period, message: finding?.message ?? null }
}

describe('rowPeriod(table, date, request)', () => {
  it('reads days, months and quarters from the dates', () => {
    expect(find('week', '2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04').period).toBe('day')
    expect(find('quarter', '2024-01', '2024-02', '2024-03', '2024-04').period).toBe('month')
    expect(find('year', '2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01').period).toBe('month')
    expect(find('year', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4').period).toBe('quarter')
    expect(find('week', 'x', 'y').period).toBe('day')
  })

  it('refuses rows that are the period already, or do not make it up', () => {
    const weeks = ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22']
    expect(find('week', ...weeks).message).toBe(
      'a.csv, column `d`: the rows are weeks already, so there is nothing to add up; remove `aggregate` from `data`.',
    )
    expect(find('month', ...weeks).message).toBe(
      'a.csv, column `d`: the rows are weeks, which do not make up a month; give daily rows, or write `period: week` and remove `aggregate`.',
    )
    expect(find('week', '2024-01', '2024-02', '2024-03', '2024-04').message).toMatch(
      /^a\.csv, column `d`: the rows are months, which do not make up a week;/,
    )
  })
})

it('rowsInPeriod(rows, period, startDay) counts days of the calendar', () => {
  const february = 19754
  expect(rowsInPeriod('day', 'week', 19723)).toBe(7)
  expect(rowsInPeriod('day', 'month', february)).toBe(29)
  expect(rowsInPeriod('day', 'year', 19723)).toBe(366)
  expect(rowsInPeriod('month', 'quarter', 19723)).toBe(3)
  expect(rowsInPeriod('month', 'year', 19723)).toBe(12)
  expect(rowsInPeriod('quarter', 'year', 19723)).toBe(4)
})
