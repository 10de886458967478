import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestResponse, prepareReward, rewardAt } from '../../../src/decision/budget/best-response.js'
import { valueAt } from '../../../src/decision/analysis/knots.js'
import { hill, line } from '../support/closed-form-response.js'

const x = Float64Array.from([0, ...Array.from({ length: 160 }, (_, i) => 0.01 * Math.pow(1000, i / 159))])

function prepared(form: ReturnType<typeof hill>, spend: number) {
  const slope = x.map((multiple) => spend * form.slope(spend * multiple))
  return prepareReward({ spend, reward: { x, y: x.map((multiple) => form.f(spend * multiple)), slope } })
}

describe('bestResponse', () => {
  it('stands where the derivative equals the price', () => {
    // Michaelis-Menten: B K / (x + K)^2 = price.
    const best = bestResponse(prepared(hill(1000, 40, 1), 50), 2, 0, 10)
    expect(50 * best).toBeCloseTo(Math.sqrt(40000 / 2) - 40, 2)
  })

  it('jumps over a convex stretch at the slope of the tangent from zero', () => {
    // Hill with slope 2: the tangent touches at K with slope B / (2 K) = 12.5.
    const curve = prepared(hill(1000, 40, 2), 50)
    expect(bestResponse(curve, 12.6, 0, 10)).toBe(0)
    expect(50 * bestResponse(curve, 12.4, 0, 10)).toBeGreaterThan(40)
  })

  it('keeps to its bounds', () => {
    const curve = prepared(hill(1000, 40, 1), 50)
    expect(bestResponse(curve, 100, 0.3, 2)).toBe(0.3)
    expect(bestResponse(curve, 0.001, 0.3, 2)).toBe(2)
    expect(bestResponse(curve, -5, 0, 10)).toBe(10)
  })

  it('takes all of a straight line that is worth its price, and none of another', () => {
    const curve = prepared(line(2), 50)
    expect([bestResponse(curve, 1.9, 0, 10), bestResponse(curve, 2.1, 0, 10)]).toEqual([10, 0])
  })

  it('is never beaten by a grid on its own curve', () => {
    const grid = Array.from({ length: 1001 }, (_, i) => i / 100)
    const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })
    fc.assert(
      fc.property(number(5, 200), number(0.6, 6), number(0.1, 15), (half, slope, price) => {
        const curve = prepared(hill(1000, half, slope), 50)
        const score = (multiple: number): number => rewardAt(curve, multiple) - 50 * price * multiple
        const best = score(bestResponse(curve, price, 0, 10))
        return grid.every((multiple) => score(multiple) <= best + 1e-9)
      }),
      { seed: 5, numRuns: 100, endOnFailure: true },
    )
  })
})

describe('rewardAt', () => {
  it('is the cubic through the knots', () => {
    const curve = prepared(hill(1000, 40, 2), 50)
    for (const multiple of [0, 0.005, 0.777, 1, 9.99, 10]) {
      expect(rewardAt(curve, multiple)).toBeCloseTo(valueAt(curve.knots, multiple), 8)
    }
    expect(Array.from(x, (multiple) => rewardAt(curve, multiple))).toEqual(Array.from(curve.knots.y))
  })
})
