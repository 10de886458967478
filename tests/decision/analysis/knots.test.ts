import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf, slopeAt, valueAt } from '../../../src/decision/analysis/knots.js'

const cubic = (x: number): number => 2 - x + 3 * x * x - 0.5 * x * x * x
const cubicSlope = (x: number): number => -1 + 6 * x - 1.5 * x * x
const x = Float64Array.of(0, 0.3, 1, 4)
const knots = { x, y: x.map(cubic), slope: x.map(cubicSlope) }

describe('valueAt and slopeAt', () => {
  it('reproduce a cubic and its derivative everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 4, noNaN: true }), (point) => {
        expect(valueAt(knots, point)).toBeCloseTo(cubic(point), 11)
        expect(slopeAt(knots, point)).toBeCloseTo(cubicSlope(point), 11)
      }),
      { seed: 1 },
    )
  })

  it('are exact at the knots', () => {
    expect(Array.from(x, (point) => valueAt(knots, point))).toEqual(Array.from(knots.y))
  })
})

describe('cellOf', () => {
  it('finds the cell that holds a point, the last cell holding the last knot', () => {
    expect([0, 0.29, 0.3, 3, 4, 9].map((point) => cellOf(x, point))).toEqual([0, 0, 1, 2, 2, 2])
  })
})
