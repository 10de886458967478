import { describe, expect, it } from 'vitest'
import { refineRoot } from '../../../src/decision/analysis/refine-root.js'

function counted(f: (x: number) => number): { readonly f: (x: number) => number; readonly calls: () => number } {
  let calls = 0
  return { f: (x) => (calls++, f(x)), calls: () => calls }
}

describe('refineRoot', () => {
  it('needs few evaluations where the cheap function is close', () => {
    const exact = counted((x) => 2 - x * x)
    const root = refineRoot({ exact: exact.f, near: (x) => 2.001 - x * x, low: 1, high: 2 })
    expect(root).toBeCloseTo(Math.SQRT2, 10)
    expect(exact.calls()).toBeLessThanOrEqual(3)
  })

  it('finds the root where the cheap function has none, or is no number', () => {
    for (const near of [() => 5, () => NaN, (x: number) => x - 9]) {
      expect(refineRoot({ exact: (x) => Math.cos(x), near, low: 1, high: 3 })).toBeCloseTo(Math.PI / 2, 9)
    }
  })

  it('stays inside the bracket on a step', () => {
    const root = refineRoot({ exact: (x) => (x < 0.3 ? 1 : -1), near: (x) => 0.5 - x, low: 0, high: 1 })
    expect(root).toBeCloseTo(0.3, 6)
  })

  it('returns an exact zero at once', () => {
    const exact = counted((x) => 1.5 - x)
    expect(refineRoot({ exact: exact.f, near: (x) => 1.5 - x, low: 1, high: 2 })).toBeCloseTo(1.5, 12)
    expect(exact.calls()).toBeLessThanOrEqual(2)
  })
})
