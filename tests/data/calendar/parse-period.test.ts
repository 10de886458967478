import { expect, test } from 'vitest'
import { isoDay } from '../../../src/data/calendar/civil-date.js'
import { parseMonth, parsePeriod, parseQuarter, parseYear } from '../../../src/data/calendar/parse-period.js'

test('parsePeriod(text, kind, weekStarts) is the first day of the period that the text names', () => {
  expect(isoDay(parsePeriod('2024-05-16', 'week', 0)!)).toBe('2024-05-12')
  expect(isoDay(parsePeriod('2024-05-16', 'quarter')!)).toBe('2024-04-01')
  expect(isoDay(parsePeriod('2024-Q4', 'quarter')!)).toBe('2024-10-01')
  expect(isoDay(parsePeriod('1907', 'year')!)).toBe('1907-01-01')
  expect(parsePeriod('2024-Q4', 'month')).toBe(null)
})

test('parseMonth, parseQuarter and parseYear read their own form alone', () => {
  expect(isoDay(parseMonth('2024-12')!)).toBe('2024-12-01')
  expect(isoDay(parseQuarter('2024-Q1')!)).toBe('2024-01-01')
  expect(isoDay(parseYear('2024')!)).toBe('2024-01-01')
  for (const text of ['2024-00', '2024-13', '2024-1', '0000-01', '2024', '']) expect(parseMonth(text)).toBe(null)
  for (const text of ['2024-Q0', '2024-Q5', '2024Q1', '0000-Q1', '']) expect(parseQuarter(text)).toBe(null)
  for (const text of ['0000', '24', '2024.0', '02024', '']) expect(parseYear(text)).toBe(null)
})
