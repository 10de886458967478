import { describe, expect, it } from 'vitest'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import { predictiveBand, stationaryNoise } from '../../../src/decision/summary/predictive-band.js'
import { smallModel } from '../../support/small-model.js'

describe('predictiveBand', () => {
  it('is fitted -+ 1.645 sd where all draws agree', () => {
    const { q05, q95 } = predictiveBand(Float64Array.of(100, 200, 100, 200), Float64Array.of(10, 10))
    expect(q05[0]).toBeCloseTo(100 - 16.448536269514722, 6)
    expect(q95[1]).toBeCloseTo(200 + 16.448536269514722, 6)
  })

  it('covers the mixture of draws that differ', () => {
    const { q05, q95 } = predictiveBand(Float64Array.of(0, 100), Float64Array.of(1, 1))
    // Half the mass about each: the 5 % point is the 10 % point of the lower half.
    expect(q05[0]).toBeCloseTo(-1.2815515655446004, 6)
    expect(q95[0]).toBeCloseTo(101.2815515655446, 6)
  })

  it('is the fitted value without noise', () => {
    expect(predictiveBand(Float64Array.of(7), Float64Array.of(0))).toEqual({ q05: [7], q95: [7] })
  })
})

describe('stationaryNoise', () => {
  it('widens the shocks by their correlation: sigma / sqrt(1 - rho^2)', () => {
    const rows = Array.from({ length: 40 }, (_, t) => 100 + ((t * 7) % 11))
    const model = smallModel('kpi: { column: y, kind: revenue }\nchannels: { tv: { spend: x } }', {
      columns: { y: rows, x: rows.map((y, t) => (t % 3) * y) },
    })
    const values = new Float64Array(model.layout.names.length)
    values[model.layout.sigma] = 6
    values[model.layout.correlation] = 0.8
    const outcome = createOutcome(model, { names: model.layout.names, count: 1, chains: 1, values })
    expect(stationaryNoise(outcome)[0]).toBeCloseTo(10, 12)
  })
})
