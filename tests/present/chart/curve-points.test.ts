import { describe, expect, it } from 'vitest'
import { drawnReach, meanAt, pointsWithin, todayIndex } from '../../../src/present/chart/curve-points.js'
import { reportFixture } from '../../support/report-fixture.js'

const [tradeOff] = reportFixture().tradeOff.channels
const { curve } = tradeOff

describe('pointsWithin', () => {
  it('takes the points from zero to the reach', () => {
    expect(
      pointsWithin(curve, 2)
        .map((index) => curve.multiples[index])
        .at(-1),
    ).toBe(2)
    expect(pointsWithin(curve, 0)).toEqual([0])
  })
})

describe('todayIndex', () => {
  it('is the place of multiple 1, -1 without it', () => {
    expect(curve.multiples[todayIndex(curve)]).toBe(1)
    expect(todayIndex({ ...curve, multiples: [0, 2] })).toBe(-1)
  })
})

describe('drawnReach', () => {
  const point = (spend: number): NonNullable<typeof tradeOff.profitMax> => ({
    ...tradeOff.profitMax!,
    spend,
    nearOptimal: null,
  })
  const today = curve.spend[todayIndex(curve)]

  it('is at least twice today', () => {
    expect(drawnReach({ ...tradeOff, profitMax: null, roiMax: null, breakEven: null })).toBe(2)
  })

  it('goes a quarter beyond profit-max, and never beyond ten times today', () => {
    expect(drawnReach({ ...tradeOff, breakEven: null, profitMax: point(4 * today) })).toBeCloseTo(5, 6)
    expect(drawnReach({ ...tradeOff, breakEven: null, profitMax: point(9.5 * today) })).toBe(10)
  })

  it('follows break-even five times today at most', () => {
    expect(drawnReach({ ...tradeOff, profitMax: null, breakEven: point(9 * today) })).toBe(5)
  })
})

describe('meanAt', () => {
  it('is the curve’s value at its points and on the line between them', () => {
    const [a, b] = [curve.spend[5], curve.spend[6]]
    expect(meanAt(curve, curve.kpi, a)).toBe(curve.kpi.mean[5])
    expect(meanAt(curve, curve.kpi, (a + b) / 2)).toBeCloseTo((curve.kpi.mean[5] + curve.kpi.mean[6]) / 2, 3)
  })

  it('is null beyond the curve and beside an unknown ratio', () => {
    expect(meanAt(curve, curve.kpi, 1e12)).toBeNull()
    expect(meanAt(curve, curve.roi!, 0)).toBeNull()
    expect(meanAt(curve, curve.roi!, curve.spend[1] / 2)).toBeNull()
  })
})
