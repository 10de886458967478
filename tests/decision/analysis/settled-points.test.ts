import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CurvePoints } from '../../../src/decision/analysis/curve-points.js'
import type { ClosedForm } from '../support/closed-form-response.js'
import { expectedCurve } from '../../../src/decision/analysis/expected-curve.js'
import { responseTable } from '../../../src/decision/analysis/response-table.js'
import { settledPoints } from '../../../src/decision/analysis/settled-points.js'
import {
  closedFormResponse,
  hill,
  line,
  logarithm,
  logistic,
  negativeExponential,
  power,
  pulsed,
  sigmoid,
} from '../support/closed-form-response.js'

/** Golden values R3 have margin 0.5 per unit. */
function pointsOf(form: ClosedForm, spend: number, margin = 0.5): CurvePoints {
  return settledPoints(expectedCurve(responseTable(closedFormResponse({ spend, draws: [form], margin })))).points
}

describe('settledPoints', () => {
  it.each([
    { name: 'Hill 0.7', form: hill(1000, 40, 0.7), golden: [0, 82.17146348, 419.0667545] },
    { name: 'Hill 1', form: hill(1000, 40, 1), golden: [0, 101.4213562, 460] },
    { name: 'Hill 2', form: hill(1000, 40, 2), golden: [40, 107.2308081, 496.7792536] },
    { name: 'Hill 3', form: hill(1000, 40, 3), golden: [50.396842, 95.541037, 499.7437374] },
    { name: 'power', form: power(30, 0.4), golden: [0, 19.81156349, 91.23302993] },
    { name: 'log', form: logarithm(200, 25), golden: [0, 75, 233.6662982] },
    { name: 'negative exponential', form: negativeExponential(1000, 40), golden: [0, 101.0291458, 499.9981366] },
    { name: 'logistic', form: logistic(1000, 0.03), golden: [0, 111.0308851, 499.9996941] },
    { name: 'sigmoid', form: sigmoid(1000, 0.08, 60), golden: [81.49681265, 105.4611615, 495.9187144] },
  ])('finds the golden points R3 of $name', ({ form, golden: [roiMax, profitMax, breakEven] }) => {
    const spend = 50
    const points = pointsOf(form, spend)
    expect(spend * points.roiMax).toBeCloseTo(roiMax, 6)
    expect(Math.abs(spend * points.profitMax - profitMax)).toBeLessThan(2e-7)
    expect(Math.abs(spend * points.breakEven - breakEven)).toBeLessThan(2e-7)
    expect(points.neverPays).toBe(false)
    expect(points.beyond).toEqual({ roiMax: false, profitMax: false, breakEven: false })
  })

  it('finds the points whatever today is', () => {
    for (const spend of [11, 50, 300, 2000]) {
      const points = pointsOf(hill(1000, 40, 2), spend)
      expect(spend * points.roiMax).toBeCloseTo(40, 6)
      expect(spend * points.profitMax).toBeCloseTo(107.2308081, 6)
    }
  })

  it('ends the curve at ten times today and says so', () => {
    const points = pointsOf(hill(1000, 40, 2), 3)
    expect(points).toMatchObject({
      roiMax: 10,
      profitMax: 10,
      breakEven: 10,
      beyond: { roiMax: true, profitMax: true, breakEven: true },
    })
  })

  it('puts all three at zero where an S-curve never pays', () => {
    expect(pointsOf(hill(100, 40, 2), 50, 0.5)).toMatchObject({
      roiMax: 0,
      profitMax: 0,
      breakEven: 0,
      neverPays: true,
    })
    expect(pointsOf(line(1.9), 50, 0.5)).toMatchObject({ profitMax: 0, neverPays: true, linear: true })
    expect(pointsOf(line(-3), 50, 0.5)).toMatchObject({ profitMax: 0, neverPays: true })
  })

  it('pays as soon as the tangent from the origin is steeper than 1', () => {
    // Highest profit ROAS of a Hill curve with slope 2 is m B / (2 K).
    expect(pointsOf(hill(160.001, 40, 2), 50, 0.5).neverPays).toBe(false)
    expect(pointsOf(hill(159.999, 40, 2), 50, 0.5).neverPays).toBe(true)
  })

  it('calls a straight line linear, with ROI-max at zero and no end to profit', () => {
    expect(pointsOf(line(3), 50, 0.5)).toEqual({
      roiMax: 0,
      profitMax: 10,
      breakEven: 10,
      beyond: { roiMax: false, profitMax: true, breakEven: true },
      neverPays: false,
      linear: true,
    })
  })

  it('finds the global maximum among the several of a pulsed history', () => {
    const forms = [0.09, 0.25, 0.66].map((share, i) => ({ share, form: hill([900, 500, 260][i], 60, 6) }))
    const points = pointsOf(pulsed(forms), 100, 1)
    expect(points).toMatchObject(gridPoints(pulsed(forms), 100, 1))
  })

  it('agrees with the shifted optima of a long-term multiplier, golden R5', () => {
    const long = 0.9
    expect(80 * pointsOf(power(30, 0.4), 80, long).profitMax).toBeCloseTo(52.76827847, 6)
    expect(80 * pointsOf(negativeExponential(1000, 40), 80, long).profitMax).toBeCloseTo(124.5406124, 6)
    expect(80 * pointsOf(logarithm(200, 25), 80, long).profitMax).toBeCloseTo(155, 6)
    expect(80 * pointsOf(hill(1000, 40, 1), 80, long).profitMax).toBeCloseTo(149.7366596, 6)
  })

  it('bounds the near-optimal range where profit is 1 % below its greatest', () => {
    const form = negativeExponential(1000, 40)
    const curve = expectedCurve(responseTable(closedFormResponse({ spend: 50, draws: [form], margin: 0.5 })))
    const { nearOptimal } = settledPoints(curve)
    for (const multiple of nearOptimal) {
      expect(0.5 * form.f(50 * multiple) - 50 * multiple).toBeCloseTo(0.99 * 358.9708542, 6)
    }
    expect(nearOptimal[0]).toBeLessThan(2)
    expect(nearOptimal[1]).toBeGreaterThan(2.1)
  })

  it('leaves exact knots at the points, and stops at a limit', () => {
    const response = closedFormResponse({ spend: 50, draws: [hill(1000, 40, 1)], margin: 0.5 })
    const { curve, points } = settledPoints(expectedCurve(responseTable(response)))
    const nearest = Math.min(...Array.from(curve.knots.gain.x, (x) => Math.abs(x - points.profitMax)))
    expect(nearest).toBeLessThan(1e-5)
    expect(settledPoints(expectedCurve(responseTable(response)), 1.3).points).toMatchObject({
      profitMax: 1.3,
      breakEven: 1.3,
    })
  })

  it('agrees with a fine grid on random sums of S-curves, and keeps its order', () => {
    const part = fc.record({
      share: fc.double({ min: 0.02, max: 1, noNaN: true }),
      ceiling: fc.double({ min: 1, max: 400, noNaN: true }),
      half: fc.double({ min: 3, max: 200, noNaN: true }),
      slope: fc.double({ min: 0.5, max: 8, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
        const total = parts.reduce((sum, { share }) => sum + share, 0)
        const form = pulsed(
          parts.map(({ share, ceiling, half, slope }) => ({ share: share / total, form: hill(ceiling, half, slope) })),
        )
        const points = pointsOf(form, 40, 0.5)
        const order = [0, points.roiMax, points.profitMax, points.breakEven, 10]
        const profit = (multiple: number): number => 0.5 * form.f(40 * multiple) - 40 * multiple
        const ratio = (multiple: number): number => (0.5 * form.f(40 * multiple)) / (40 * multiple)
        const scale = 0.5 * form.f(400)
        const beaten = grid.filter(
          (multiple) =>
            profit(multiple) > profit(points.profitMax) + 1e-7 * scale ||
            (multiple > points.breakEven + 1e-6 && profit(multiple) > 1e-9 * scale) ||
            (points.roiMax > 0 && ratio(multiple) > ratio(points.roiMax) * (1 + 1e-7)),
        )
        expect({ order, beaten }).toEqual({ order: order.slice().sort((a, b) => a - b), beaten: [] })
      }),
      { seed: 7, numRuns: 400, endOnFailure: true },
    )
  })
})

const grid = Array.from({ length: 3000 }, (_, i) => Math.pow(10, -3 + (4 * (i + 1)) / 3000))

/** The points by brute force, to one decimal of a multiple. */
function gridPoints(form: ClosedForm, spend: number, margin: number): object {
  const profit = (multiple: number): number => margin * form.f(spend * multiple) - spend * multiple
  const ratio = (multiple: number): number => profit(multiple) / multiple
  const best = (score: (multiple: number) => number): number => grid.reduce((a, b) => (score(b) > score(a) ? b : a))
  const near = (multiple: number): unknown => expect.closeTo(multiple, 1)
  const paying = grid.filter((multiple) => profit(multiple) >= 0)
  return { roiMax: near(best(ratio)), profitMax: near(best(profit)), breakEven: near(paying[paying.length - 1]) }
}
