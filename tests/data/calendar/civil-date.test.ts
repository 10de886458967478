import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dateOfDay,
  dayOfDate,
  daysInMonth,
  isCivilDate,
  isLeapYear,
  isoDay,
  parseIsoDay,
  weekdayOf,
} from '../../../src/data/calendar/civil-date.js'

test('dayOfDate(year, month, day) counts days from 1970-01-01', () => {
  expect(dayOfDate(1970, 1, 1)).toBe(0)
  expect(dayOfDate(1969, 12, 31)).toBe(-1)
  expect(dayOfDate(2000, 3, 1)).toBe(11017)
  expect(dayOfDate(2024, 2, 29)).toBe(19782)
  expect(dayOfDate(1907, 1, 1)).toBe(-23011)
})

test('dateOfDay(day) inverts dayOfDate and agrees with the platform calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700000, max: 2900000 }), (day) => {
      const date = dateOfDay(day)
      const platform = new Date(day * 86400000)
      expect([date.year, date.month, date.day]).toEqual([
        platform.getUTCFullYear(),
        platform.getUTCMonth() + 1,
        platform.getUTCDate(),
      ])
      expect(dayOfDate(date.year, date.month, date.day)).toBe(day)
      expect(weekdayOf(day)).toBe(platform.getUTCDay())
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('daysInMonth(year, month) knows leap years, centuries included', () => {
  expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
  expect([1, 4, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 30, 31])
  expect(isLeapYear(2100)).toBe(false)
})

test('isCivilDate(year, month, day) refuses days that do not exist', () => {
  expect(isCivilDate(2023, 2, 29)).toBe(false)
  expect(isCivilDate(2023, 13, 1)).toBe(false)
  expect(isCivilDate(2023, 1, 0)).toBe(false)
  expect(isCivilDate(0, 1, 1)).toBe(false)
  expect(isCivilDate(2023, 1, 1.5)).toBe(false)
  expect(isCivilDate(2024, 2, 29)).toBe(true)
})

test('isoDay(day) and parseIsoDay(text) are inverse, and other texts are null', () => {
  expect(isoDay(19782)).toBe('2024-02-29')
  expect(isoDay(dayOfDate(987, 6, 5))).toBe('0987-06-05')
  expect(parseIsoDay('2024-02-29')).toBe(19782)
  for (const text of ['2023-02-29', '2024-2-9', '2024-02-29 ', '29.02.2024', '', '2024-02']) {
    expect(parseIsoDay(text)).toBe(null)
  }
})
