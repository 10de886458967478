import { describe, expect, it } from 'vitest'
import type { ChannelPoints } from '../../../src/decision/analysis/channel-points.js'
import type { ClosedFormChannel } from '../support/closed-form-response.js'
import { channelPoints } from '../../../src/decision/analysis/channel-points.js'
import { expectedCurve } from '../../../src/decision/analysis/expected-curve.js'
import { responseTable } from '../../../src/decision/analysis/response-table.js'
import { closedFormResponse, hill, line, pulsed } from '../support/closed-form-response.js'

function pointsOf(options: ClosedFormChannel): ChannelPoints {
  const table = responseTable(closedFormResponse(options))
  return channelPoints(table, expectedCurve(table))
}

const clearSlope = { draws: Float64Array.of(1.9, 2, 2.1), priorSd: 0.4 }

describe('channelPoints', () => {
  it('puts the spend at the optimum of the expected curve, not at the mean of the optima', () => {
    const draws = [hill(1000, 40, 1), hill(300, 20, 1), hill(2000, 90, 1)]
    const points = pointsOf({ spend: 50, draws, margin: 0.5 })
    const slope = (x: number): number => draws.reduce((sum, draw) => sum + (0.5 * draw.slope(x)) / 3, 0)
    const profitMax = points.profitMax?.spend ?? NaN
    expect(slope(profitMax)).toBeCloseTo(1, 8)
    // Closed form of each draw: sqrt(m B K) - K.
    const each = [Math.sqrt(20000) - 40, Math.sqrt(3000) - 20, Math.sqrt(90000) - 90]
    expect(points.profitMax?.perDraw.median).toBeCloseTo(each[0], 1)
    expect(points.profitMax?.perDraw.q95).toBeCloseTo(each[0] + 0.9 * (each[2] - each[0]), 1)
    expect(Math.abs(profitMax - (each[0] + each[1] + each[2]) / 3)).toBeGreaterThan(3)
  })

  it('counts the draws that never pay and those that end beyond ten times today', () => {
    const draws = [hill(10, 40, 1), hill(1000, 40, 1), line(3), hill(20, 40, 2)]
    const points = pointsOf({ spend: 50, draws, margin: 0.5 })
    expect(points.profitMax).toMatchObject({ pNever: 0.5, pBeyond: 0.25 })
    expect(points.breakEven).toMatchObject({ pNever: 0.5, pBeyond: 0.25 })
    expect(points.roiMax).toMatchObject({ spend: 0, pBeyond: 0 })
  })

  it('reports an interior ROI-max only where the data say that the curve is S-shaped', () => {
    const options = {
      spend: 50,
      draws: [1.9, 2, 2.1].map((slope) => hill(1000, 40, slope)),
      margin: 0.5,
      observedTo: 2,
    }
    expect(pointsOf({ ...options, slope: clearSlope }).roiMax?.spend).toBeCloseTo(40, 0)
    const doubtful = [
      null,
      { draws: Float64Array.of(0.9, 2, 2.1), priorSd: 0.4 },
      { draws: Float64Array.of(1.1, 2, 3.5), priorSd: 0.4 },
      { draws: Float64Array.of(2, 2, 2), priorSd: null },
    ]
    for (const slope of doubtful) {
      const points = pointsOf({ ...options, slope })
      expect([points.roiMax, points.flags]).toEqual([null, ['roi-max-unknown', 'extrapolation']])
    }
    expect(pointsOf({ ...options, slope: clearSlope, observedTo: 0.7 }).roiMax).toBe(null)
  })

  it('has ROI-max at zero on a concave curve, whatever is known of the slope', () => {
    expect(pointsOf({ spend: 50, draws: [hill(1000, 40, 1)], margin: 0.5 }).roiMax?.spend).toBe(0)
  })

  it('says why there are no points', () => {
    const draws = [hill(1000, 40, 1)]
    const nothing = { profitMax: null, roiMax: null, breakEven: null, expected: null }
    expect(pointsOf({ spend: 50, draws, margin: null })).toMatchObject({ ...nothing, flags: ['no-margin'] })
    expect(pointsOf({ spend: 50, draws, value: null })).toMatchObject({ ...nothing, flags: ['no-value'] })
    expect(pointsOf({ spend: 0, draws })).toMatchObject({ ...nothing, flags: ['no-spend-in-window'] })
  })

  it('flags curves that never pay and straight lines', () => {
    expect(pointsOf({ spend: 50, draws: [hill(10, 40, 2)], margin: 0.5 })).toMatchObject({
      profitMax: { spend: 0, nearOptimal: [0, 0] },
      flags: ['never-pays'],
    })
    expect(pointsOf({ spend: 50, draws: [line(3)], margin: 0.5, observedTo: 10 }).flags).toEqual(['linear'])
  })

  it('handles steep pulsed S-curves in many draws', () => {
    const draws = Array.from({ length: 50 }, (_, d) =>
      pulsed([0.1, 0.3, 0.6].map((share, i) => ({ share, form: hill(300 + 10 * d, 40 + d, 5 + i) }))),
    )
    const points = pointsOf({ spend: 100, draws, margin: 0.5, slope: null })
    const profit = (x: number): number => draws.reduce((sum, form) => sum + 0.5 * form.f(x), 0) / 50 - x
    const best = profit(points.profitMax?.spend ?? NaN)
    const beaten = Array.from({ length: 2000 }, (_, i) => i / 2).filter((x) => profit(x) > best + 1e-6)
    expect(beaten).toEqual([])
  })
})
