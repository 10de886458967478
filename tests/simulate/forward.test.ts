import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelKpi, runMarket, type Mechanism } from '../../src/simulate/forward.js'

describe('channelKpi', () => {
  it('equals the published increments of a pulsed plan', () => {
    // roi-and-profit.md R1: recursion with retention 0.5, 100 a / (a + 30): normalised weights halve the level and the half point.
    const weights = Float64Array.from({ length: 60 }, (_, lag) => 0.5 ** (lag + 1))
    const mechanism: Mechanism = { weights, response: { kind: 'hill', ceiling: 100, half: 15, slope: 1 } }
    const media = new Float64Array(48)
    media.set([20, 0, 40, 10, 0, 30, 0, 20])
    expect(channelKpi(mechanism, media).reduce((sum, kpi) => sum + kpi, 0)).toBeCloseTo(432.0734463, 6)
    media.set([20, 0, 0, 0, 0, 0, 0, 20])
    const without = channelKpi(mechanism, media).reduce((sum, kpi) => sum + kpi, 0)
    expect(432.0734463 - without).toBeCloseTo(242.3900781, 6)
  })
})

describe('runMarket', () => {
  it('adds base, noise and what a plainly written loop gives for every channel', () => {
    const plan = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(plan, plan, fc.double({ min: 0, max: 0.9, noNaN: true }), (tv, radio, retention) => {
        const ground = {
          withoutMedia: new Float64Array(12).fill(500),
          noise: Float64Array.from({ length: 12 }, (_, t) => t - 6),
        }
        const mechanisms: Mechanism[] = [
          {
            weights: Float64Array.from({ length: 12 }, (_, lag) => (1 - retention) * retention ** lag),
            response: { kind: 'hill', ceiling: 80, half: 20, slope: 1.4 },
          },
          { weights: Float64Array.of(0.7, 0.3), response: { kind: 'exponential', ceiling: 30, half: 10, slope: 1 } },
        ]
        const kpi = runMarket(ground, mechanisms, [Float64Array.from(tv), Float64Array.from(radio)])
        kpi.forEach((value, t) =>
          expect(value).toBeCloseTo(494 + t + naiveTv(tv, retention, t) + naiveRadio(radio, t), 8),
        )
      }),
      { seed: 3, numRuns: 50 },
    )
  })
})

/** A recursion instead of weights. */
function naiveTv(media: readonly number[], retention: number, until: number): number {
  let stock = 0
  for (let t = 0; t <= until; t++) stock = retention * stock + (1 - retention) * media[t]
  return stock > 0 ? 80 / (1 + Math.pow(20 / stock, 1.4)) : 0
}

function naiveRadio(media: readonly number[], t: number): number {
  const level = 0.7 * media[t] + (t > 0 ? 0.3 * media[t - 1] : 0)
  return 30 * (1 - Math.pow(2, -level / 10))
}
