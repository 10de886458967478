import { expect, it } from 'vitest'
import { dayNumber, monthNumber, yearFraction } from '../../src/simulate/week.js'

it('dayNumber(day) counts days from 1970-01-01', () => {
  expect(dayNumber('1970-01-01')).toBe(0)
  expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2)
})

it('yearFraction(monday) goes once round in a year and is near zero at new year', () => {
  expect(yearFraction(dayNumber('2024-01-01'))).toBeLessThan(0.02)
  expect(yearFraction(dayNumber('2024-07-01'))).toBeCloseTo(0.5, 1)
  expect(yearFraction(dayNumber('2024-12-23'))).toBeGreaterThan(0.97)
})

it('monthNumber(monday) is that of the week’s Thursday', () => {
  expect(monthNumber(dayNumber('2024-01-29')) - monthNumber(dayNumber('2024-01-22'))).toBe(1)
  expect(monthNumber(dayNumber('2023-12-25'))).toBe(2023 * 12 + 11)
})
