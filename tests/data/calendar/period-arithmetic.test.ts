import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDay, parseIsoDay } from '../../../src/data/calendar/civil-date.js'
import {
  addPeriods,
  daysInPeriod,
  nextPeriod,
  periodIndex,
  periodLabel,
  periodStart,
} from '../../../src/data/calendar/period-arithmetic.js'
import { parsePeriod } from '../../../src/data/calendar/parse-period.js'
import type { PeriodKind } from '../../../src/data/calendar/period.js'

const day = (text: string): number => parseIsoDay(text)!
const kinds: readonly PeriodKind[] = ['day', 'week', 'month', 'quarter', 'year']

test('periodStart(kind, day) is the first day of the period that holds the day', () => {
  const starts = kinds.map((kind) => isoDay(periodStart(kind, day('2024-05-16'))))
  expect(starts).toEqual(['2024-05-16', '2024-05-13', '2024-05-01', '2024-04-01', '2024-01-01'])
})

test('periodStart(week, day, weekStarts) begins weeks on the given weekday', () => {
  expect(isoDay(periodStart('week', day('2024-05-16'), 0))).toBe('2024-05-12')
  expect(isoDay(periodStart('week', day('2024-05-16'), 4))).toBe('2024-05-16')
  expect(isoDay(periodStart('week', day('2024-05-16'), 5))).toBe('2024-05-10')
})

test('addPeriods(kind, startDay, count) crosses years in both directions', () => {
  expect(isoDay(addPeriods('month', day('2024-11-01'), 3))).toBe('2025-02-01')
  expect(isoDay(addPeriods('quarter', day('2024-01-01'), -1))).toBe('2023-10-01')
  expect(isoDay(addPeriods('week', day('2024-12-30'), 1))).toBe('2025-01-06')
  expect(isoDay(addPeriods('year', day('1907-01-01'), 53))).toBe('1960-01-01')
  expect(isoDay(nextPeriod('day', day('2024-02-28')))).toBe('2024-02-29')
})

test('daysInPeriod(kind, startDay) counts the days', () => {
  expect(daysInPeriod('day', day('2024-02-01'))).toBe(1)
  expect(daysInPeriod('week', day('2024-02-01'))).toBe(7)
  expect(daysInPeriod('month', day('2024-02-01'))).toBe(29)
  expect(daysInPeriod('quarter', day('2024-01-01'))).toBe(91)
  expect(daysInPeriod('year', day('2023-01-01'))).toBe(365)
})

test('periodLabel(kind, startDay) writes the ISO form of the kind', () => {
  expect(periodLabel('day', day('2024-01-31'))).toBe('2024-01-31')
  expect(periodLabel('week', day('2024-01-29'))).toBe('2024-01-29')
  expect(periodLabel('month', day('2024-01-01'))).toBe('2024-01')
  expect(['01', '04', '07', '10'].map((month) => periodLabel('quarter', day(`2024-${month}-01`)))).toEqual([
    '2024-Q1',
    '2024-Q2',
    '2024-Q3',
    '2024-Q4',
  ])
  expect(periodLabel('year', day('1907-01-01'))).toBe('1907')
})

test('periodIndex, addPeriods, periodLabel and parsePeriod agree for any day, kind and count', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100000, max: 100000 }),
      fc.constantFrom(...kinds),
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: 0, max: 6 }),
      (anyDay, kind, count, weekStarts) => {
        const start = periodStart(kind, anyDay, weekStarts)
        const moved = addPeriods(kind, start, count)
        expect(periodIndex(kind, moved) - periodIndex(kind, start)).toBe(count)
        expect(addPeriods(kind, moved, -count)).toBe(start)
        expect(parsePeriod(periodLabel(kind, start), kind, weekStarts)).toBe(start)
        expect(start <= anyDay && anyDay < start + daysInPeriod(kind, start)).toBe(true)
      },
    ),
    { seed: 2, numRuns: 500 },
  )
})

test('parsePeriod(text, kind) reads a day for every kind, and the short forms for their own kind', () => {
  expect(kinds.map((kind) => isoDay(parsePeriod('2024-05-16', kind)!))).toEqual([
    '2024-05-16',
    '2024-05-13',
    '2024-05-01',
    '2024-04-01',
    '2024-01-01',
  ])
  expect(parsePeriod('2024-05', 'month')).toBe(day('2024-05-01'))
  expect(parsePeriod('2024-Q2', 'quarter')).toBe(day('2024-04-01'))
  expect(parsePeriod('1907', 'year')).toBe(day('1907-01-01'))
  for (const [text, kind] of [
    ['2024-05', 'day'],
    ['2024-13', 'month'],
    ['2024-Q5', 'quarter'],
    ['07', 'year'],
    ['0000', 'year'],
    ['16.05.2024', 'day'],
    ['', 'month'],
  ] as const) {
    expect(parsePeriod(text, kind)).toBe(null)
  }
})
