import { describe, expect, it } from 'vitest'
import type { GainCurve } from '../../../src/decision/analysis/curve-points.js'
import { nearOptimalRange } from '../../../src/decision/analysis/near-optimal.js'

/** Gain 2 sqrt(u) on spend 1: profit 2 sqrt(u) - u is greatest, 1, at u = 1. */
const root: GainCurve = {
  knots: {
    x: Float64Array.of(0, 0.25, 0.5, 1, 2, 4),
    y: Float64Array.of(0, 1, Math.SQRT2, 2, 2 * Math.SQRT2, 4),
    slope: Float64Array.of(1e6, 2, Math.SQRT2, 1, Math.SQRT1_2, 0.5),
  },
  spend: 1,
  exact(multiple, out) {
    out[0] = 2 * Math.sqrt(multiple)
    out[1] = 1 / Math.sqrt(multiple)
  },
}

describe('nearOptimalRange', () => {
  it('ends where profit is 1 % short: (1 -+ 0.1)^2 for gain 2 sqrt(u)', () => {
    const [low, high] = nearOptimalRange(root, 1)
    expect(low).toBeCloseTo(0.81, 9)
    expect(high).toBeCloseTo(1.21, 9)
  })

  it('is the point itself where nothing is earned', () => {
    expect(nearOptimalRange(root, 0)).toEqual([0, 0])
    expect(nearOptimalRange(root, 4)).toEqual([4, 4])
  })

  it('is cut at the end of the curve', () => {
    const line: GainCurve = {
      knots: { x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 3, 6), slope: Float64Array.of(3, 3, 3) },
      spend: 1,
      exact(multiple, out) {
        out[0] = 3 * multiple
        out[1] = 3
      },
    }
    const [low, high] = nearOptimalRange(line, 2)
    expect(low).toBeCloseTo(1.98, 9)
    expect(high).toBe(2)
  })
})
