import { expect, it } from 'vitest'
import { windowDraws, windowSummary } from '../../../src/decision/summary/window-summary.js'

/** Two draws of four periods. */
const part = Float64Array.of(1, 2, 3, 4, 10, 20, 30, 40)

it('windowDraws() cuts every draw to the window', () => {
  expect(Array.from(windowDraws(part, 4, { from: 1, to: 3 }))).toEqual([2, 3, 20, 30])
})

it('windowSummary() sums each draw over the window, and summarises each of its periods', () => {
  const { contribution, series } = windowSummary(part, 4, { from: 1, to: 3 })
  expect(contribution.mean).toBe(27.5)
  expect(series.mean).toEqual([11, 16.5])
})
