import { describe, expect, it } from 'vitest'
import { expectedCurve, expectedRows, withKnots } from '../../../src/decision/analysis/expected-curve.js'
import { valueAt } from '../../../src/decision/analysis/knots.js'
import { responseTable } from '../../../src/decision/analysis/response-table.js'
import { closedFormResponse, hill } from '../support/closed-form-response.js'

const draws = [hill(1000, 40, 7), hill(300, 60, 1.3)]
const response = closedFormResponse({ spend: 50, draws, value: 2, margin: 0.5 })
const mean = (multiple: number): number => (draws[0].f(50 * multiple) + draws[1].f(50 * multiple)) / 2

describe('expectedCurve', () => {
  it('is the mean of the draws within a hundred-thousandth of its greatest value', () => {
    const { kpi, value, gain } = expectedCurve(responseTable(response)).knots
    const errors = Array.from({ length: 999 }, (_, i) => {
      const multiple = (i + 1) / 100
      return Math.abs(valueAt(kpi, multiple) - mean(multiple))
    })
    expect(Math.max(...errors)).toBeLessThan(650 * 1e-5)
    expect(valueAt(value, 1)).toBeCloseTo(2 * mean(1), 9)
    expect(valueAt(gain, 1)).toBeCloseTo(mean(1), 9)
  })

  it('adds knots only where the curve bends', () => {
    const smooth = expectedCurve(responseTable(closedFormResponse({ spend: 50, draws: [hill(300, 60, 1)] })))
    expect(smooth.knots.kpi.x.length).toBeLessThan(42)
    expect(expectedCurve(responseTable(response)).knots.kpi.x.length).toBeGreaterThan(45)
  })
})

describe('withKnots', () => {
  it('inserts exact values and leaves the knots that are there', () => {
    const curve = expectedCurve(responseTable(response))
    const more = withKnots(curve, [1, 0.777, 0.777])
    expect(more.knots.kpi.x.length).toBe(curve.knots.kpi.x.length + 1)
    expect(valueAt(more.knots.kpi, 0.777)).toBe(expectedRows(response, [0.777])[0][0])
    expect(withKnots(curve, [1])).toBe(curve)
  })
})
