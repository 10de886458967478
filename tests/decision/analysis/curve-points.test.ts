import { describe, expect, it } from 'vitest'
import type { Knots } from '../../../src/decision/analysis/knots.js'
import { curvePoints } from '../../../src/decision/analysis/curve-points.js'

/** Knots of a function with derivative `slope`, from 0 to `end` in equal steps. */
function knots(f: (x: number) => number, slope: (x: number) => number, end = 10, steps = 100): Knots {
  const x = Float64Array.from({ length: steps + 1 }, (_, i) => (end * i) / steps)
  return { x, y: x.map(f), slope: x.map(slope) }
}

const root = knots(
  (x) => 2 * Math.sqrt(x),
  (x) => 1 / Math.sqrt(x),
)

describe('curvePoints', () => {
  it('finds profit-max and break-even of gain 2 sqrt(u): 1 and 4, ROI highest at zero', () => {
    const points = curvePoints(root, 1)
    expect(points.profitMax).toBeCloseTo(1, 6)
    expect(points.breakEven).toBeCloseTo(4, 6)
    expect(points).toMatchObject({ roiMax: 0, neverPays: false, linear: false })
  })

  it('finds the tangent from the origin of an S-shape: u^2 / (u^2 + 1) touches at 1', () => {
    const hill = knots(
      (x) => (3 * x * x) / (x * x + 1),
      (x) => (6 * x) / ((x * x + 1) * (x * x + 1)),
    )
    const points = curvePoints(hill, 1)
    expect(points.roiMax).toBeCloseTo(1, 5)
    expect(points.profitMax).toBeGreaterThan(points.roiMax)
    expect(points.breakEven).toBeCloseTo((3 + Math.sqrt(5)) / 2, 5)
  })

  it('takes the smallest of tied profits', () => {
    const tied: Knots = {
      x: Float64Array.of(0, 1, 2, 3, 10),
      y: Float64Array.of(0, 2, 2.5, 4, 4.5),
      slope: Float64Array.of(3, 1, 1, 1, 0),
    }
    expect(curvePoints(tied, 1).profitMax).toBe(1)
  })

  it('never exceeds the curve, nor breaks the order, where nothing bends', () => {
    const line = knots(
      (x) => 2 * x,
      () => 2,
    )
    expect(curvePoints(line, 1)).toMatchObject({ roiMax: 0, profitMax: 10, breakEven: 10, linear: true })
    expect(curvePoints(line, 1).beyond).toEqual({ roiMax: false, profitMax: true, breakEven: true })
    expect(curvePoints(line, 2)).toMatchObject({ profitMax: 0, breakEven: 0, neverPays: true })
    expect(curvePoints(line, 3)).toMatchObject({ profitMax: 0, breakEven: 0, neverPays: true })
  })
})
