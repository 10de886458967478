import { expect, test } from 'vitest'
import { periodOfSteps } from '../../../src/data/table/period-of-steps.js'

test('periodOfSteps(days) guesses the period from the median step, in any order and with repeats', () => {
  expect(periodOfSteps([3, 1, 2, 4, 4])).toEqual({ days: 1, period: 'day' })
  expect(periodOfSteps([0, 7, 14, 21, 35])).toEqual({ days: 7, period: 'week' })
  expect(periodOfSteps([0, 31, 60, 91, 121])).toEqual({ days: 30, period: 'month' })
  expect(periodOfSteps([0, 91, 182, 274, 366])).toEqual({ days: 91, period: 'quarter' })
  expect(periodOfSteps([0, 365, 730, 1096])).toEqual({ days: 365, period: 'year' })
})

test('periodOfSteps(days) knows no period of two or four weeks', () => {
  expect(periodOfSteps([0, 14, 28, 42])).toEqual({ days: 14, period: null })
  expect(periodOfSteps([0, 28, 56, 84])).toEqual({ days: 28, period: null })
})

test('periodOfSteps(days) does not guess from fewer than four different days', () => {
  expect(periodOfSteps([0, 7, 14])).toBe(null)
  expect(periodOfSteps([])).toBe(null)
})
