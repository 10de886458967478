import { expect, it } from 'vitest'
import { mixedPeriods } from '../../../src/data/table/mixed-periods.js'

it('mixedPeriods(days) finds where weeks become days, whatever the order of the rows', () => {
  expect(mixedPeriods([0, 7, 14, 21, 22, 23, 24])).toEqual({ before: 'week', after: 'day', at: 3 })
  expect(mixedPeriods([24, 23, 22, 21, 14, 7, 0])).toEqual({ before: 'week', after: 'day', at: 3 })
  expect(mixedPeriods([0, 1, 2, 3, 33, 64, 94])).toEqual({ before: 'day', after: 'month', at: 3 })
})

it('mixedPeriods takes gaps, repeated dates, single odd steps and short months for what they are', () => {
  expect(mixedPeriods([])).toBeNull()
  expect(mixedPeriods([0, 7, 14, 28, 35, 42])).toBeNull()
  expect(mixedPeriods([0, 0, 1, 1, 2, 2, 3, 10, 17, 18, 19, 20])).toBeNull()
  expect(mixedPeriods([0, 31, 59, 90, 120, 151])).toBeNull()
  expect(mixedPeriods([0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14])).toBeNull()
})
