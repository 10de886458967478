import { describe, expect, it } from 'vitest'
import { truncatedCdf, truncatedMass, truncatedQuantile } from '../../../src/model/prior/truncated-normal.js'
import { expectRelative } from '../../support/relative.js'

const standard = { distribution: 'truncated-normal', mean: 0, sd: 1 } as const

describe('truncatedMass(prior)', () => {
  it('is the mass between the bounds', () => {
    expectRelative(truncatedMass({ ...standard, low: -1.959963984540054, high: 1.959963984540054 }), 0.95, 1e-14)
  })

  it('keeps its digits far out in either tail', () => {
    // 1 - Phi(9) from scipy 1.17: norm.sf(9).
    const expected = 1.1285884059538405e-19
    expectRelative(truncatedMass({ ...standard, low: 9, high: Infinity }), expected, 1e-12)
    expectRelative(truncatedMass({ ...standard, low: -Infinity, high: -9 }), expected, 1e-12)
  })
})

describe('truncatedCdf(prior, x) and truncatedQuantile(prior, p)', () => {
  it('undo each other, in the tails too', () => {
    for (const [low, high] of [
      [-1, 2],
      [5, 9],
      [-9, -5],
      [5, Infinity],
    ] as const) {
      for (const p of [0.01, 0.3, 0.5, 0.97]) {
        const prior = { ...standard, low, high }
        expectRelative(truncatedCdf(prior, truncatedQuantile(prior, p)), p, 1e-9)
      }
    }
  })

  it('stay within the bounds', () => {
    const prior = { ...standard, low: 2, high: 3 }
    expect([truncatedCdf(prior, 1), truncatedCdf(prior, 4)]).toEqual([0, 1])
    expect(truncatedQuantile(prior, 0)).toBe(2)
    expect(truncatedQuantile(prior, 1)).toBe(3)
  })
})
