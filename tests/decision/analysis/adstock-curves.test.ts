import { describe, expect, it } from 'vitest'
import { adstockCurves, periodsUntil } from '../../../src/decision/analysis/adstock-curves.js'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import { smallModel } from '../../support/small-model.js'

describe('periodsUntil', () => {
  it('is log(1/2) / log(retention) for geometric weights', () => {
    for (const retention of [0.2, 0.5, 0.8, 0.95]) {
      const weights = Float64Array.from({ length: 200 }, (_, l) => (1 - retention) * Math.pow(retention, l))
      expect(periodsUntil(weights, 0.5)).toBeCloseTo(Math.log(0.5) / Math.log(retention), 9)
      expect(periodsUntil(weights, 0.99)).toBeCloseTo(Math.min(200, Math.log(0.01) / Math.log(retention)), 9)
    }
  })

  it('is 0 where everything arrives at once, and lies inside the last period of a finite adstock', () => {
    expect(periodsUntil(Float64Array.of(1), 0.5)).toBe(0)
    expect(periodsUntil(Float64Array.of(0.5, 0.5), 0.5)).toBeCloseTo(1, 12)
    expect(periodsUntil(Float64Array.of(0.3, 0.7), 0.5)).toBeCloseTo(1 + 0.2 / 0.7, 12)
    expect(periodsUntil(Float64Array.of(0.2, 0.2), 0.5)).toBe(2)
  })
})

describe('adstockCurves', () => {
  it('summarises weights and half-lives over the draws, as far as the effect reaches', () => {
    const yaml = `
kpi: { column: y, kind: revenue }
channels:
  tv: { spend: x, adstock: geometric, saturation: none, prior: { coefficient: { median: 1, upper95: 2 } } }
`
    const rows = Array.from({ length: 60 }, (_, t) => 100 + ((t * 37) % 11))
    const model = smallModel(yaml, { columns: { y: rows, x: rows.map((y, t) => (t % 3) * y) } })
    const width = model.layout.names.length
    const values = new Float64Array(2 * width)
    values[model.layout.channels[0].adstock[0]] = 0.5
    values[width + model.layout.channels[0].adstock[0]] = 0.25
    const [curve] = adstockCurves(createOutcome(model, { names: model.layout.names, count: 2, chains: 1, values }))
    expect(curve.channel).toBe('tv')
    expect(curve.halfLife.mean).toBeCloseTo(0.75, 9)
    expect(curve.weights.mean[0]).toBeCloseTo(0.625, 9)
    expect(curve.weights.mean[1]).toBeCloseTo((0.25 + 0.1875) / 2, 9)
    // 99 % after log(0.01) / log(0.5) = 6.6 periods, of which nine draws in ten need at most 6.4.
    expect(curve.weights.mean.length).toBe(7)
  })
})
