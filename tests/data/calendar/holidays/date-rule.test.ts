import { expect, test } from 'vitest'
import { isoDay } from '../../../../src/data/calendar/civil-date.js'
import type { DateRule } from '../../../../src/data/calendar/holidays/date-rule.js'
import {
  computed,
  daysOfRule,
  easter,
  fixed,
  hijri,
  nthWeekday,
  yearly,
} from '../../../../src/data/calendar/holidays/date-rule.js'

const days = (rule: DateRule, year: number) => daysOfRule(rule, year).map(isoDay)

test('daysOfRule(rule, year) finds fixed dates and those about Easter', () => {
  expect(days(fixed(12, 25), 2024)).toEqual(['2024-12-25'])
  expect(days(easter(-2), 2024)).toEqual(['2024-03-29'])
  expect(days(easter(50), 2025)).toEqual(['2025-06-09'])
})

test('daysOfRule(rule, year) finds the nth and the last weekday of a month', () => {
  expect([2021, 2022, 2023, 2024, 2025].map((year) => days(nthWeekday(11, 4, 4), year)[0])).toEqual([
    '2021-11-25',
    '2022-11-24',
    '2023-11-23',
    '2024-11-28',
    '2025-11-27',
  ])
  expect(days(nthWeekday(11, 4, 4, 1), 2024)).toEqual(['2024-11-29'])
  expect(days(nthWeekday(5, 1, -1), 2024)).toEqual(['2024-05-27'])
  expect(days(nthWeekday(12, 2, -1), 2024)).toEqual(['2024-12-31'])
  expect(days(nthWeekday(2, 4, 1), 2024)).toEqual(['2024-02-01'])
})

test('daysOfRule(rule, year) finds both feasts of a year that holds two, and none where a computed rule has none', () => {
  expect(days(hijri(9, 1), 2024)).toEqual(['2024-03-11'])
  expect(days(hijri(9, 1), 2030)).toEqual(['2030-01-05', '2030-12-26'])
  expect(days(hijri(9, 30), 2024)).toEqual(['2024-04-09'])
  expect(days(hijri(9, 30), 2023)).toEqual([])
  expect(
    days(
      computed(() => null),
      2024,
    ),
  ).toEqual([])
})

test('yearly(name, rule) is a one-day event of all years unless told otherwise', () => {
  expect(yearly('a', fixed(1, 1))).toMatchObject({ span: [0, 0], from: -Infinity, to: Infinity })
  expect(yearly('a', fixed(1, 1), { from: 2013, span: [-6, 0] })).toMatchObject({ span: [-6, 0], from: 2013 })
})
