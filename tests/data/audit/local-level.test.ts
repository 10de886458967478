import { expect, test } from 'vitest'
import { comesBackYearly, deviationsFromLevel, robustScale } from '../../../src/data/audit/local-level.js'
import { series } from './context-of.js'

test('deviationsFromLevel is 0 for a constant and what stands out of it otherwise', () => {
  expect([
    ...deviationsFromLevel(
      series(15, (t) => (t === 9 ? 7 : 5)),
      'week',
    ),
  ]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0])
})

test('deviationsFromLevel looks at as many rows at the ends as in the middle', () => {
  const endsInPeak = series(20, (t) => (t >= 16 && t <= 18 ? 9 : 5))
  expect(deviationsFromLevel(endsInPeak, 'week')[19]).toBe(0)
})

test('deviationsFromLevel compares days with the same weekday', () => {
  const daily = series(70, (t) => (t % 7 === 5 ? 20 : 100))
  expect(deviationsFromLevel(daily, 'day').every((value) => value === 0)).toBe(true)
})

test('deviationsFromLevel of fewer rows than it looks at uses those that there are', () => {
  expect([...deviationsFromLevel(Float64Array.of(1, 2, 6), 'month')]).toEqual([-1, 0, 4])
  expect([...deviationsFromLevel(Float64Array.of(), 'month')]).toEqual([])
})

test('comesBackYearly finds a deviation of the same sign and half the size a whole number of years away', () => {
  const peaks = (...rows: number[]) => series(160, (t) => (rows.includes(t) ? 10 : 0))
  expect(comesBackYearly(peaks(50, 102), 50, 'week')).toBe(true)
  expect(comesBackYearly(peaks(50, 104), 50, 'week')).toBe(true)
  expect(comesBackYearly(peaks(50, 154), 154, 'week')).toBe(true)
  expect(comesBackYearly(peaks(50, 70), 50, 'week')).toBe(false)
  expect(comesBackYearly(peaks(50, 106), 50, 'week')).toBe(false)
  expect(
    comesBackYearly(
      series(160, (t) => (t === 50 ? 10 : t === 102 ? -10 : 0)),
      50,
      'week',
    ),
  ).toBe(false)
  expect(
    comesBackYearly(
      series(160, (t) => (t === 50 ? 10 : t === 102 ? 4 : 0)),
      50,
      'week',
    ),
  ).toBe(false)
  expect(comesBackYearly(peaks(50, 51), 50, 'year')).toBe(false)
})

test('robustScale is 1.4826 times the median size', () => {
  expect(robustScale(Float64Array.of(-1, 2, 100))).toBeCloseTo(2.9652, 12)
  expect(robustScale(Float64Array.of(0, 0, 5))).toBe(0)
})
