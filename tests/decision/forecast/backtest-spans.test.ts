import { describe, expect, it } from 'vitest'
import { backtestSpans, leftOut } from '../../../src/decision/forecast/backtest-spans.js'

describe('leftOut(period, periods)', () => {
  it('leaves out a quarter, then one more each time', () => {
    expect(leftOut('week', 156)).toEqual([13, 26, 39, 52, 65, 78, 91, 104])
    expect(leftOut('week', 40)).toEqual([13, 26, 39])
    expect(leftOut('month', 2)).toEqual([])
  })

  it('leaves out one year of annual data, then one more each time', () => {
    expect(leftOut('year', 4)).toEqual([1, 2, 3])
  })
})

describe('backtestSpans(period)', () => {
  it.each(['day', 'week', 'month', 'quarter', 'year'] as const)(
    'has bands that follow each other, for a %s',
    (period) => {
      const { bands, verdict } = backtestSpans(period)
      expect(bands[0][0]).toBe(1)
      bands.slice(1).forEach(([from], i) => expect(from).toBe(bands[i][1] + 1))
      expect(bands.some(([, to]) => to === verdict)).toBe(true)
    },
  )
})
