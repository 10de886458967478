import { describe, expect, it } from 'vitest'
import { responseCurve } from '../../../src/decision/analysis/response-curves.js'
import { responseTable } from '../../../src/decision/analysis/response-table.js'
import { closedFormResponse, hill, line } from '../support/closed-form-response.js'

const draws = [hill(100, 50, 1), hill(200, 50, 1), hill(300, 50, 1)]
const curve = responseCurve(
  responseTable(closedFormResponse({ spend: 50, draws, value: 2, margin: 0.5, observedTo: 2 })),
)
const today = curve.multiples.indexOf(1)

describe('responseCurve', () => {
  it('has rows at 0, exactly 1 and exactly 10, with spend in money', () => {
    expect([curve.multiples[0], curve.multiples[curve.multiples.length - 1]]).toEqual([0, 10])
    expect(today).toBeGreaterThan(0)
    expect(curve.spend[today]).toBe(50)
    expect(curve.multiples.filter((x) => x > 0 && x < 0.05)).toEqual([])
  })

  it('gives KPI, value, profit and ratios per draw, then summarised', () => {
    expect(curve.kpi.mean[today]).toBeCloseTo(100, 9)
    expect(curve.kpi.median[today]).toBeCloseTo(100, 9)
    expect(curve.value?.mean[today]).toBeCloseTo(200, 9)
    expect(curve.profit?.mean[today]).toBeCloseTo(50, 9)
    expect(curve.roas?.mean[today]).toBeCloseTo(4, 9)
    expect(curve.roi?.mean[today]).toBeCloseTo(1, 9)
    expect(curve.roi?.q05[today]).toBeCloseTo(0.1, 9)
    expect(curve.marginalRoas?.mean[today]).toBeCloseTo(2, 9)
  })

  it('gives ratios at zero spend as their limits', () => {
    expect(curve.roas?.mean[0]).toBeCloseTo(8, 9)
    expect(curve.roi?.mean[0]).toBeCloseTo(3, 9)
    expect(curve.marginalRoas?.mean[0]).toBeCloseTo(8, 9)
    expect(curve.profit?.mean[0]).toBe(0)
  })

  it('leaves a ratio out where its limit is infinite in a draw', () => {
    const steep = responseCurve(responseTable(closedFormResponse({ spend: 50, draws: [hill(100, 50, 0.7), line(1)] })))
    expect([steep.roas?.mean[0], steep.roas?.q95[0], steep.marginalRoas?.sd[0], steep.roi?.median[0]]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(steep.roas?.mean[1]).toBeGreaterThan(0)
  })

  it('marks how far history reaches', () => {
    expect(curve.observed[today]).toBe(true)
    expect(curve.multiples.filter((_, i) => curve.observed[i]).every((x) => x <= 2)).toBe(true)
    expect(curve.observed[curve.observed.length - 1]).toBe(false)
  })

  it('has no money without a value and no profit without a margin', () => {
    const units = responseCurve(responseTable(closedFormResponse({ spend: 50, draws, value: null })))
    expect([units.value, units.roas, units.marginalRoas, units.roi, units.profit]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    const revenue = responseCurve(responseTable(closedFormResponse({ spend: 50, draws, margin: null })))
    expect([revenue.roi, revenue.profit]).toEqual([null, null])
    expect(revenue.roas?.mean[today]).toBeCloseTo(2, 9)
  })
})
