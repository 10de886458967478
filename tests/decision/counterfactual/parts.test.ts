import { describe, expect, it } from 'vitest'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import {
  baselineContribution,
  channelContribution,
  fittedMean,
  linearOwners,
  ownerContribution,
} from '../../../src/decision/counterfactual/parts.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const rows = 30
const g = createGenerator(2, 'parts')
const columns = {
  y: Array.from({ length: rows }, () => 100 + g.normal()),
  x: Array.from({ length: rows }, () => 10 * g.uniform()),
  z: Array.from({ length: rows }, () => 3 + g.normal()),
  p: Array.from({ length: rows }, () => 9 + g.uniform()),
}

const yaml = `
kpi: { column: y, kind: revenue }
baseline: { trend: linear, seasonality: { yearly: 1 } }
noise: normal
channels: { tv: { spend: x, adstock: { kind: geometric, retention: 0.4 }, saturation: { kind: hill, halfSaturation: 1, slope: 1.5 } } }
treatments: { price: { column: p, reference: 9 } }
controls: { weather: { column: z, scale: max }, rain: { column: z } }
`

function outcome(dynamics = '') {
  const model = smallModel(yaml + dynamics, { columns })
  const generator = createGenerator(3, 'draws')
  const width = model.layout.names.length
  const values = Float64Array.from({ length: 3 * width }, () => generator.normal())
  for (let d = 0; d < 3; d++) {
    const [tv] = model.layout.channels
    values[d * width + tv.adstock[0]] = 0.4
    values[d * width + tv.saturation[0]] = 1
    values[d * width + tv.saturation[1]] = 1.5
    if (model.layout.laggedKpi >= 0) values[d * width + model.layout.laggedKpi] = 0.6
  }
  return createOutcome(model, { names: model.layout.names, count: 3, chains: 1, values })
}

describe('parts of the expected KPI', () => {
  it.each(['', 'fit: { method: ols }\ndynamics: { laggedKpi: true }\n'])(
    'add up to the fitted mean in every draw and period (%s)',
    (dynamics) => {
      const o = outcome(dynamics)
      const total = baselineContribution(o)
      const parts = [channelContribution(o, 0), ...linearOwners(o).map((owner) => ownerContribution(o, owner))]
      for (const part of parts) part.forEach((value, i) => (total[i] += value))
      const fitted = fittedMean(o)
      total.forEach((value, i) => expect(value).toBeCloseTo(fitted[i], 9))
      expect(linearOwners(o)).toEqual(['price', 'weather', 'rain'])
    },
  )

  it('count a control with a stated scale against its reference too', () => {
    const o = outcome()
    const weather = ownerContribution(o, 'weather')
    const mean = columns.z.reduce((a, b) => a + b) / rows
    const column = o.model.linear.find((c) => c.name === 'weather')
    const b = o.draws.values[o.model.layout.linear + o.model.linear.indexOf(column as never)]
    expect(weather[0]).toBeCloseTo((b * (columns.z[0] - mean)) / Math.max(...columns.z), 9)
  })

  it('starts a lagged KPI from the KPI observed in the first row', () => {
    expect(fittedMean(outcome('fit: { method: ols }\ndynamics: { laggedKpi: true }\n'))[0]).toBe(columns.y[0])
  })
})
