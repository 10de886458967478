import { describe, expect, it } from 'vitest'
import { returnsOf } from '../../../src/decision/counterfactual/returns.js'
import type { ChannelTotals } from '../../../src/decision/counterfactual/totals.js'

const paid: ChannelTotals = {
  spend: 100,
  contribution: Float64Array.of(40, 60),
  carriedIn: Float64Array.of(5, 5),
  carriedOut: Float64Array.of(5, 15),
  incrementalKpi: Float64Array.of(40, 70),
  incrementalValue: Float64Array.of(200, 350),
  gain: Float64Array.of(80, 140),
  marginalValue: Float64Array.of(100, 150),
  marginalGain: Float64Array.of(40, 60),
}
const organic: ChannelTotals = {
  ...paid,
  spend: null,
  incrementalValue: null,
  gain: null,
  marginalValue: null,
  marginalGain: null,
}
const fitted = Float64Array.of(900, 1100)

describe('returnsOf', () => {
  it('divides value by spend for ROAS and takes one from gain over spend for ROI', () => {
    const returns = returnsOf([paid], fitted)
    expect(returns.roas?.mean).toBeCloseTo(2.75, 12)
    expect(returns.roi?.mean).toBeCloseTo(0.1, 12)
    expect(returns.profit?.mean).toBeCloseTo(10, 12)
    expect(returns.marginalRoas?.mean).toBeCloseTo(1.25, 12)
    expect(returns.marginalRoi?.mean).toBeCloseTo(-0.5, 12)
    expect(returns.pProfitable).toBe(0.5)
  })

  it('takes shares of the mean fitted total, so that means add up', () => {
    expect(returnsOf([paid], fitted).share.mean).toBeCloseTo(50 / 1000, 12)
  })

  it('gives cost per KPI unit as spend over the mean increment', () => {
    expect(returnsOf([paid], fitted).costPerKpi?.mean).toBeCloseTo(100 / 55, 12)
  })

  it('adds channels draw by draw', () => {
    const both = returnsOf([paid, paid], fitted)
    expect(both.spend).toBe(200)
    expect(both.contribution.q95).toBeCloseTo(2 * returnsOf([paid], fitted).contribution.q95, 12)
    expect(both.roas?.mean).toBeCloseTo(2.75, 12)
  })

  it('has no money figure for organic media, nor for a group that holds some', () => {
    for (const parts of [[organic], [paid, organic]]) {
      const returns = returnsOf(parts, fitted)
      expect([
        returns.spend,
        returns.roas,
        returns.roi,
        returns.profit,
        returns.costPerKpi,
        returns.pProfitable,
      ]).toEqual([null, null, null, null, null, null])
      expect(returns.contribution.mean).toBeGreaterThan(0)
    }
  })

  it('has no profit without a margin and no ratio without spend', () => {
    const returns = returnsOf([{ ...paid, gain: null, marginalGain: null }], fitted)
    expect([returns.roi, returns.profit, returns.marginalRoi, returns.pProfitable]).toEqual([null, null, null, null])
    expect(returns.roas?.mean).toBeCloseTo(2.75, 12)
    expect(returnsOf([{ ...paid, spend: 0 }], fitted).roas).toBeNull()
  })

  it('has no cost per KPI unit where some draw has no increment', () => {
    expect(returnsOf([{ ...paid, incrementalKpi: Float64Array.of(-1, 5) }], fitted).costPerKpi).toBeNull()
  })
})
