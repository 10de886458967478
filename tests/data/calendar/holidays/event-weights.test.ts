import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfDate, parseIsoDay } from '../../../../src/data/calendar/civil-date.js'
import { eventWeights } from '../../../../src/data/calendar/holidays/event-weights.js'
import { holidayDays } from '../../../../src/data/calendar/holidays/holiday-days.js'
import { addPeriods } from '../../../../src/data/calendar/period-arithmetic.js'
import type { PeriodKind } from '../../../../src/data/calendar/period.js'

const starts = (first: string, count: number, kind: PeriodKind = 'week') =>
  Array.from({ length: count }, (_, t) => addPeriods(kind, parseIsoDay(first)!, t))
const days = (...dates: string[]) => dates.map((date) => parseIsoDay(date)!)
const run = (first: string, count: number) => Array.from({ length: count }, (_, i) => parseIsoDay(first)! + i)

test('eventWeights gives a one-day event 1 in its period', () => {
  expect([...eventWeights(days('2024-01-10'), starts('2024-01-01', 3), 'week')]).toEqual([0, 1, 0])
  expect([...eventWeights(days('2024-02-10'), starts('2024-01-01', 3, 'month'), 'month')]).toEqual([0, 1, 0])
  expect([...eventWeights(days('2024-01-02'), starts('2024-01-01', 3, 'day'), 'day')]).toEqual([0, 1, 0])
})

test('eventWeights splits a week over two by its days', () => {
  expect([...eventWeights(run('2024-01-05', 7), starts('2024-01-01', 3), 'week')]).toEqual([3 / 7, 4 / 7, 0])
})

test('eventWeights of a month-long event are 1 in the weeks that it fills', () => {
  const ramadan = holidayDays('retail', 'TR', dayOfDate(2024, 1, 1), dayOfDate(2024, 12, 31)).find(
    ({ name }) => name === 'Ramadan',
  )!
  expect([...eventWeights(ramadan.days, starts('2024-03-04', 6), 'week')]).toEqual([0, 1, 1, 1, 1, 2 / 7])
  expect([...eventWeights(ramadan.days, starts('2024-02-01', 3, 'month'), 'month')]).toEqual([0, 21 / 30, 9 / 30])
  expect(eventWeights(ramadan.days, starts('2024-03-11', 30, 'day'), 'day').every((weight) => weight === 1)).toBe(true)
})

test('eventWeights counts two runs in one period', () => {
  expect([
    ...eventWeights(days('2024-03-04', '2024-03-20', '2024-05-01'), starts('2024-03-01', 3, 'month'), 'month'),
  ]).toEqual([2, 0, 1])
})

test('eventWeights takes the usual length of an event that was cut off once', () => {
  const threeYears = [...run('2021-12-01', 24), ...run('2022-12-01', 24), ...run('2023-12-20', 5)]
  expect(
    [...eventWeights(threeYears, starts('2021-12-01', 25, 'month'), 'month')].filter((weight) => weight > 0),
  ).toEqual([1, 1, 5 / 24])
})

test('eventWeights of nothing, and of days outside all periods, are 0', () => {
  expect([...eventWeights([], starts('2024-01-01', 2), 'week')]).toEqual([0, 0])
  expect([...eventWeights(days('2023-12-31', '2024-01-15'), starts('2024-01-01', 2), 'week')]).toEqual([0, 0])
  expect([...eventWeights(days('2024-01-01'), [], 'week')]).toEqual([])
})

test('eventWeights of one run add up to its share of whole periods, wherever it lies', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }), (offset, length) => {
      const weights = eventWeights(
        run('2024-01-01', length).map((day) => day + offset),
        starts('2024-01-01', 15),
        'week',
      )
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      expect(total).toBeCloseTo(length / Math.min(length, 7), 12)
    }),
    { seed: 7, numRuns: 200 },
  )
})
