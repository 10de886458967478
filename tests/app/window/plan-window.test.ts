import { describe, expect, it } from 'vitest'
import { overlappingPeriods, planWindow } from '../../../src/app/window/plan-window.js'
import { dayOfDate } from '../../../src/data/calendar/civil-date.js'
import { smallModel } from '../../support/small-market.js'

// 60 weeks of the fit window, 2024-01-29 to 2025-03-17, after four weeks of media history.
const { dataset } = smallModel()

describe('planWindow(dataset, request)', () => {
  it('is the last full year without a request, and the whole fit window where all is asked for', () => {
    expect(planWindow(dataset, {})).toEqual({ from: 8, to: 60 })
    expect(planWindow(dataset, { all: true })).toEqual({ from: 0, to: 60 })
    expect(planWindow(dataset, { last: 4 })).toEqual({ from: 56, to: 60 })
  })

  it('reaches up to a year beyond the last row', () => {
    expect(planWindow(dataset, { from: '2025-04', to: '2025-06' })).toEqual({ from: 62, to: 75 })
    expect(planWindow(dataset, { from: '2025-03-24' })).toEqual({ from: 60, to: 112 })
    expect(planWindow(dataset, { from: '2025-03-10', to: '2025-03-24' })).toEqual({ from: 58, to: 61 })
  })

  it('ends with the fit window, or begins with it, where only one date is given', () => {
    expect(planWindow(dataset, { from: '2025-03-10' })).toEqual({ from: 58, to: 60 })
    expect(planWindow(dataset, { to: '2024-02-05' })).toEqual({ from: 0, to: 2 })
  })

  it.each([
    [
      { from: '2026-04' },
      '--from 2026-04 lies more than a year after the last week of the fit: a forecast reaches no further than 2026-03-16.',
    ],
    [
      { from: '2025-04', to: '2026-04-20' },
      '--to 2026-04-20 lies more than a year after the last week of the fit: a forecast reaches no further than 2026-03-16.',
    ],
    [{ from: '2025-05', to: '2025-04' }, '--from 2025-05 must not be after --to 2025-04.'],
    [
      { to: '2024-01-01' },
      'There is no period to 2024-01-01: the window is the 60 weeks of the fit, 2024-01-29 to 2025-03-17, and the year after it.',
    ],
    [{ last: 61 }, '--last must be at most 60'],
  ])('refuses %j in one sentence', (request, message) => {
    expect(() => planWindow(dataset, request)).toThrow(message)
  })
})

describe('overlappingPeriods(dataset, days)', () => {
  it('finds the periods with a day in a span, or none', () => {
    const day = dayOfDate(2024, 2, 7)
    expect(overlappingPeriods(dataset, { first: day, last: day })).toEqual({ from: 1, to: 2 })
    expect(overlappingPeriods(dataset, { first: 0, last: 1 })).toBeNull()
  })
})
