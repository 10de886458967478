import { describe, expect, it } from 'vitest'
import { Density } from '../../../src/model/density/density.js'
import { smallModel } from '../../support/small-model.js'

// models.md M10: x = 20 0 40 10 0 30 0 20, recursion alpha = 0.5 from 0, Hill K = 30, s = 1, unit cost 2, spend 240. Ours is normalised: K = 15.
const media = [20, 0, 40, 10, 0, 30, 0, 20]

function coefficient(prior: string): number {
  const yaml = (half: number) => `
kpi: { column: y, kind: revenue }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: { kind: normal, sigma: 0.1 }
channels:
  tv:
    spend: spend
    media: x
    before: zero
    scale: none
    adstock: { kind: geometric, length: 60, retention: 0.5 }
    saturation: { kind: michaelis-menten, halfSaturation: ${half} }
    prior: { ${prior} }
`
  const columns = { y: media.map(() => 125), x: media, spend: media.map((x) => 2 * x) }
  const { level } = smallModel(yaml(1), { columns }).channels[0]
  const model = smallModel(yaml(15 / level), { columns })
  const density = new Density(model)
  density.visit(new Float64Array(density.dimension))
  return density.terms[0].coefficient * model.kpiScale
}

describe('an effect fixed in the user’s unit', () => {
  it('solves the coefficient for a contribution of 10 % of the outcome: golden M10', () => {
    expect(coefficient('share: 0.1')).toBeCloseTo(28.04590911, 6)
  })

  it('solves the coefficient for a marginal ROAS, the tail included', () => {
    // M10 counts to week 8 only: d/du of the sum is 1.879007542 there; the tail adds its part, so the coefficient is smaller.
    const beta = coefficient('marginalRoas: 0.8')
    expect(beta).toBeLessThan(102.1816016)
    expect((beta * marginalWithTail()) / 240).toBeCloseTo(0.8, 4)
  })

  it('solves the coefficient for a ROAS, the tail included', () => {
    expect((coefficient('roas: 1.5') * responseWithTail(1)) / 240).toBeCloseTo(1.5, 8)
  })

  it('takes a coefficient as it is, in units of the scaled KPI', () => {
    expect(coefficient('coefficient: 0.4')).toBeCloseTo(0.4 * 125, 10)
  })
})

/** Σ over 68 periods of a / (a + 30) with a = 0.5 a + u x, by a plain loop. */
function responseWithTail(u: number): number {
  let stock = 0
  let sum = 0
  for (let t = 0; t < 68; t++) {
    stock = 0.5 * stock + (t < 8 ? u * media[t] : 0)
    sum += stock / (stock + 30)
  }
  return sum
}

function marginalWithTail(): number {
  return (responseWithTail(1.0001) - responseWithTail(0.9999)) / 0.0002
}
