import { describe, expect, it } from 'vitest'
import { supportMap } from '../../../src/model/prior/support-map.js'
import { centralDifference } from '../../support/central-difference.js'

const supports = [
  { low: -Infinity, high: Infinity },
  { low: 0, high: Infinity },
  { low: 2, high: Infinity },
  { low: -Infinity, high: 3 },
  { low: 0, high: 1 },
  { low: -1, high: 1 },
  { low: 0.1, high: 10 },
]

describe('supportMap(support)', () => {
  it('gives B2 of reference/bayes.md at u = 0.7', () => {
    const positive = supportMap({ low: 0, high: Infinity })
    expect(positive.constrain(0.7)).toBeCloseTo(2.013752707, 9)
    expect(positive.logJacobian(0.7)).toBe(0.7)
    const interval = supportMap({ low: 0.1, high: 10 })
    expect(interval.constrain(0.7)).toBeCloseTo(6.715058944, 9)
    expect(interval.logJacobian(0.7)).toBeCloseTo(0.7861626594, 9)
  })

  for (const support of supports) {
    it(`is consistent on (${support.low}, ${support.high})`, () => {
      const map = supportMap(support)
      for (const u of [-4, -0.7, 0, 0.3, 5]) {
        const x = map.constrain(u)
        expect(x > support.low && x < support.high).toBe(true)
        expect(map.unconstrain(x)).toBeCloseTo(u, 11)
        expect(map.constrainDerivative(u)).toBeCloseTo(
          centralDifference((v) => map.constrain(v), u),
          7,
        )
        expect(map.logJacobian(u)).toBeCloseTo(Math.log(map.constrainDerivative(u)), 12)
        expect(map.logJacobianDerivative(u)).toBeCloseTo(
          centralDifference((v) => map.logJacobian(v), u),
          9,
        )
        expect(map.constrainDerivative(u)).toBeGreaterThan(0)
      }
    })
  }
})
