import { describe, expect, it } from 'vitest'
import { bestTotal, largestTotalReaching, smallestTotalReaching } from '../../../src/decision/optimise/total-search.js'

describe('bestTotal', () => {
  it('finds the top of a concave worth, and an end where it lies there', () => {
    expect(bestTotal((x) => -(x - 2) * (x - 2), { low: 0, high: 10 })).toBeCloseTo(2, 6)
    expect(bestTotal((x) => x, { low: 1, high: 10 })).toBe(10)
    expect(bestTotal((x) => -x, { low: 1, high: 10 })).toBe(1)
    expect(bestTotal((x) => -x, { low: 0, high: 10 })).toBe(0)
  })
})

describe('largestTotalReaching and smallestTotalReaching', () => {
  it('find the ends of what reaches', () => {
    expect(largestTotalReaching((x) => x <= 7.25, 1, 10)).toBeCloseTo(7.25, 8)
    expect(largestTotalReaching(() => true, 1, 10)).toBe(10)
    expect(smallestTotalReaching((x) => x >= 7.25, { low: 1, high: 10 })).toBeCloseTo(7.25, 8)
    expect(smallestTotalReaching(() => true, { low: 1, high: 10 })).toBe(1)
  })

  it('look beyond a gap for more that reaches', () => {
    expect(largestTotalReaching((x) => x <= 2 || (x >= 5 && x <= 8), 1, 10)).toBeCloseTo(8, 8)
  })
})
