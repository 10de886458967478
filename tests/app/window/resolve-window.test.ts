import { describe, expect, it } from 'vitest'
import { resolveWindow } from '../../../src/app/window/resolve-window.js'
import { smallModel } from '../../support/small-market.js'
import { smallDataset } from '../../support/small-model.js'

// 60 weeks of the fit window, the first beginning on Monday 2024-01-29, after four weeks of media history.
const { dataset } = smallModel()

describe('resolveWindow(dataset, request)', () => {
  it('is the whole fit window without a request', () => {
    expect(resolveWindow(dataset, {})).toEqual({ from: 0, to: 60 })
  })

  it('takes the last periods', () => {
    expect(resolveWindow(dataset, { last: 52 })).toEqual({ from: 8, to: 60 })
  })

  it('takes the period that holds a day', () => {
    expect(resolveWindow(dataset, { from: '2024-02-07', to: '2024-02-12' })).toEqual({ from: 1, to: 3 })
  })

  it('takes the weeks that begin in a month, quarter or year, so that neighbours share none', () => {
    expect(resolveWindow(dataset, { from: '2024-02', to: '2024-02' })).toEqual({ from: 1, to: 5 })
    expect(resolveWindow(dataset, { from: '2024-Q4' })).toEqual({ from: 36, to: 60 })
    expect(resolveWindow(dataset, { to: '2024' })).toEqual({ from: 0, to: 49 })
    expect(resolveWindow(dataset, { from: '2025' })).toEqual({ from: 49, to: 60 })
  })

  it('takes the quarter that holds a month, and the months of a year', () => {
    const columns = { y: new Array<number>(12).fill(1) }
    const quarters = smallDataset({ columns, period: 'quarter' })
    expect(resolveWindow(quarters, { from: '2000-05', to: '2001-02' })).toEqual({ from: 1, to: 5 })
    const months = smallDataset({ columns, period: 'month' })
    expect(resolveWindow(months, { from: '2000-Q2', to: '2000-10' })).toEqual({ from: 3, to: 10 })
  })

  it.each([
    [{ last: 61 }, '--last must be at most 60, the 60 weeks of the fit, 2024-01-29 to 2025-03-17, not 61.'],
    [{ from: '31.1.2024' }, '--from must be a date such as 2024-01-31, 2024-01, 2024-Q1 or 2024, not 31.1.2024.'],
    [{ from: '2024-05', to: '2024-04' }, '--from 2024-05 must not be after --to 2024-04.'],
    [
      { from: '2025-01', to: '2025-01-03' },
      'There is no period from 2025-01 to 2025-01-03: the window is the 60 weeks of the fit, 2024-01-29 to 2025-03-17.',
    ],
    [
      { to: '2024-01-28' },
      'There is no period to 2024-01-28: the window is the 60 weeks of the fit, 2024-01-29 to 2025-03-17.',
    ],
  ])('refuses %j in one sentence', (request, message) => {
    expect(() => resolveWindow(dataset, request)).toThrow(message)
  })
})
