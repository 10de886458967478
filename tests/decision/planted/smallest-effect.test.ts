import { describe, expect, it } from 'vitest'
import { smallestAbove } from '../../../src/decision/planted/smallest-effect.js'

describe('the smallest effect above a threshold', () => {
  it('follows an interval that is a part of the truth wide', () => {
    const planted = [1, 2, 4].map((truth) => ({ truth, q05: 0.5 * truth }))
    expect(smallestAbove(planted, 1)).toBeCloseTo(2, 9)
  })

  it('follows an interval that is as wide for every truth', () => {
    const planted = [1, 2, 4].map((truth) => ({ truth, q05: truth - 0.75 }))
    expect(smallestAbove(planted, 1)).toBeCloseTo(1.75, 9)
  })

  it('is unknown where it would lie far beyond what was planted', () => {
    const planted = [1, 2, 4].map((truth) => ({ truth, q05: 0.1 * truth }))
    expect(smallestAbove(planted, 0.5)).toBeCloseTo(5, 9)
    expect(smallestAbove(planted, 1)).toBeNull()
  })

  it('is unknown where lower ends never rise, and with a single effect', () => {
    expect(
      smallestAbove(
        [1, 2, 4].map((truth) => ({ truth, q05: 0 })),
        0.5,
      ),
    ).toBeNull()
    expect(smallestAbove([{ truth: 2, q05: 1 }], 0.5)).toBeNull()
  })

  it('is never below nothing', () => {
    expect(
      smallestAbove(
        [1, 2].map((truth) => ({ truth, q05: truth })),
        -1,
      ),
    ).toBe(0)
  })
})
