import { expect, test } from 'vitest'
import { daysPerPeriod, periodsPerYear } from '../../../src/data/calendar/period.js'

test('periodsPerYear times daysPerPeriod is a year of 365.25 days for every kind', () => {
  for (const kind of ['day', 'week', 'month', 'quarter', 'year'] as const) {
    expect(periodsPerYear[kind] * daysPerPeriod[kind]).toBeCloseTo(365.25, 10)
  }
})
