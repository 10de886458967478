import { describe, expect, it } from 'vitest'
import type { Knots } from '../../../src/decision/analysis/knots.js'
import { nearOptimalRange } from '../../../src/decision/analysis/near-optimal.js'

/** Gain 2 sqrt(u) on spend 1: profit 2 sqrt(u) - u is greatest, 1, at u = 1. */
const x = Float64Array.from({ length: 400 }, (_, i) => 0.1 + i / 100)
const root: Knots = { x, y: x.map((u) => 2 * Math.sqrt(u)), slope: x.map((u) => 1 / Math.sqrt(u)) }

describe('nearOptimalRange', () => {
  it('ends where profit is 1 % short: (1 -+ 0.1)^2 for gain 2 sqrt(u)', () => {
    const [low, high] = nearOptimalRange(root, 1, 1)
    expect(low).toBeCloseTo(0.81, 8)
    expect(high).toBeCloseTo(1.21, 8)
  })

  it('is the point itself where nothing is earned', () => {
    expect(nearOptimalRange(root, 1, 4.05)).toEqual([4.05, 4.05])
    expect(nearOptimalRange(root, 100, 1)).toEqual([1, 1])
  })

  it('is cut at the end of the curve', () => {
    const line: Knots = { x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 3, 6), slope: Float64Array.of(3, 3, 3) }
    const [low, high] = nearOptimalRange(line, 1, 2)
    expect(low).toBeCloseTo(1.98, 9)
    expect(high).toBe(2)
  })
})
