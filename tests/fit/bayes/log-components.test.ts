import { describe, expect, it } from 'vitest'
import { LogComponents } from '../../../src/fit/bayes/log-components.js'
import { Density } from '../../../src/model/density/density.js'
import { drawFrom } from '../../../src/model/density/draw-row.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const columns = {
  y: Array.from({ length: 30 }, (_, t) => 100 + 3 * (t % 5)),
  x: Array.from({ length: 30 }, (_, t) => 1 + (t % 4)),
  z: Array.from({ length: 30 }, (_, t) => 1 + (t % 3)),
}

const yaml = (noise: string, channels: string): string => `
kpi: { column: y, kind: revenue }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: ${noise}
fit: { method: bayes }
channels:
${channels}`

const stated = `  tv: { spend: x, saturation: none, adstock: { kind: geometric, retention: { distribution: beta, a: 2, b: 4 } }, prior: { roas: { median: 1, upper95: 4 } } }
  radio: { spend: z, adstock: none, saturation: none, prior: { coefficient: { distribution: half-normal, sd: 2 } } }`

function atDraw(noise: string, channels: string) {
  const model = smallModel(yaml(noise, channels), { columns })
  const density = new Density(model)
  const generator = createGenerator(4, 'log-components')
  const theta = density.samplePrior(generator)
  const row = new Float64Array(model.layout.names.length)
  drawFrom(density, theta, generator, row)
  return { model, density, theta, row, components: new LogComponents(density) }
}

const value = (row: Float64Array, names: readonly string[], name: string): number => row[names.indexOf(name)]

function residuals({ model, density, row }: ReturnType<typeof atDraw>): number[] {
  const media = new Float64Array(model.periods)
  return Array.from(model.kpi, (kpi, t) => {
    if (t === 0) for (const term of density.terms) addTerm(term, media)
    const linear = model.linear.reduce((sum, { values }, j) => sum + values[t] * row[model.layout.linear + j], 0)
    return kpi - media[t] * model.kpiScale - linear
  })

  function addTerm(term: (typeof density.terms)[number], into: Float64Array): void {
    const c = density.terms.indexOf(term)
    const { media: spend } = model.channels[c]
    const retention = term.native.adstock.length > 0 ? term.native.adstock[0] : 0
    const length = Number.isFinite(model.channels[c].length) ? model.channels[c].length : model.periods
    const weights = Array.from({ length }, (_, lag) => retention ** lag)
    const total = weights.reduce((a, b) => a + b)
    for (let t = 0; t < model.periods; t++) {
      for (let lag = 0; lag < length; lag++) {
        const level = t - lag >= 0 ? spend[model.history + t - lag] : model.channels[c].before
        into[t] += (term.coefficient * weights[lag] * level) / total
      }
    }
  }
}

describe('LogComponents', () => {
  it('takes the likelihood of AR(1) noise at the draw, linear part included', () => {
    const at = atDraw('ar1', stated)
    const { layout } = at.model
    const [sigma, rho] = [at.row[layout.sigma], at.row[layout.correlation]]
    const r = residuals(at)
    const shocks = r.map((x, t) => (t === 0 ? Math.sqrt(1 - rho * rho) * x : x - rho * r[t - 1]))
    const expected =
      0.5 * Math.log(1 - rho * rho) -
      shocks.reduce((sum, e) => sum + Math.log(sigma) + (e * e) / (2 * sigma * sigma), 0)
    expect(at.components.likelihood(at.theta, at.row)).toBeCloseTo(expected, 6)
  })

  it('takes that of Student noise', () => {
    const at = atDraw('student', stated)
    const { layout } = at.model
    const [sigma, nu] = [at.row[layout.sigma], at.row[layout.degrees]]
    // Up to a constant: two draws of the noise are compared.
    const kernel = (scale: number): number =>
      residuals(at).reduce((sum, x) => sum - Math.log(scale) - 0.5 * (nu + 1) * Math.log(1 + (x / scale) ** 2 / nu), 0)
    const wider = at.row.slice()
    wider[layout.sigma] = 2 * sigma
    const difference = at.components.likelihood(at.theta, wider) - at.components.likelihood(at.theta, at.row)
    expect(difference).toBeCloseTo(kernel(2 * sigma) - kernel(sigma), 6)
  })

  it('adds up the priors of each channel in the units in which they are stated', () => {
    const at = atDraw('normal', stated)
    const out = new Float64Array(2)
    at.components.priorsInto(at.theta, out)
    const { names } = at.model.layout
    const coefficient = value(at.row, names, 'radio.coefficient') / at.model.kpiScale
    const halfNormal = 0.5 * Math.log(2 / Math.PI) - Math.log(2) - (coefficient * coefficient) / 8
    expect(out[1]).toBeCloseTo(halfNormal, 8)
    const retention = value(at.row, names, 'tv.retention')
    const beta = Math.log(20) + Math.log(retention) + 3 * Math.log(1 - retention)
    const sigma = Math.log(4) / 1.6448536269514722
    const roas = at.density.terms[0].effect(at.theta)
    const logNormal =
      -Math.log(roas * sigma * Math.sqrt(2 * Math.PI)) - 0.5 * (Math.log(roas) / sigma) * (Math.log(roas) / sigma)
    expect(out[0]).toBeCloseTo(beta + logNormal, 8)
  })

  it('counts the joint prior on paid media for every channel under it, as stated on their shares', () => {
    const plain =
      '  tv: { spend: x, adstock: none, saturation: none }\n  radio: { spend: z, adstock: none, saturation: none }'
    const { density, theta, components, model } = atDraw('normal', plain)
    const out = new Float64Array(2)
    components.priorsInto(theta, out)
    expect(out[0]).toBe(out[1])
    const { mu, sigma, spread } = model.spec.paidTotal
    const shares = theta.slice(0, 0).length === 0 ? density.terms.map((term) => term.effect(theta)) : []
    const total = shares[0] + shares[1]
    const spend = [columns.x, columns.z].map((x) => x.reduce((a, b) => a + b))
    const z = shares.map((share, c) => Math.log(share) - Math.log(spend[c] / (spend[0] + spend[1])))
    const apart = (z[0] - z[1]) / 2 / spread
    const logit = (Math.log(total / (1 - total)) - mu) / sigma
    expect(out[0]).toBeCloseTo(-0.5 * logit * logit - apart * apart, 8)
  })
})
