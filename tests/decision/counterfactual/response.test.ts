import { describe, expect, it } from 'vitest'
import { createOutcome, wholeWindow, type Outcome } from '../../../src/decision/counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../../../src/decision/counterfactual/parts.js'
import { expectedOutcome } from '../../../src/decision/counterfactual/expected-outcome.js'
import { channelResponse } from '../../../src/decision/counterfactual/response.js'
import { channelTotals, windowSums } from '../../../src/decision/counterfactual/totals.js'
import type { Model } from '../../../src/model/design/model.js'
import { smallModel } from '../../support/small-model.js'

// roi-and-profit.md R1: x = 20 0 40 10 0 30 0 20, recursion alpha = 0.5 from 0, f = 100 a / (a + 30), unit cost 2, m = 0.4. Our adstock is
// normalised, so the half point is 15; the window is weeks 3 to 6.
const media = [20, 0, 40, 10, 0, 30, 0, 20]
const spec = `
kpi: { column: y, kind: revenue, margin: 0.4 }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
channels:
  tv:
    spend: spend
    media: x
    before: zero
    scale: none
    adstock: { kind: geometric, retention: 0.5 }
    saturation: { kind: michaelis-menten, halfSaturation: HALF }
    ORDER
    prior: { coefficient: 100 }
`

function r1(order = 'order: adstock-first'): { model: Model; outcome: Outcome } {
  const columns = { y: media.map(() => 500), x: media, spend: media.map((x) => 2 * x) }
  const level = smallModel(spec.replace('HALF', '1').replace('ORDER', order), { columns }).channels[0].level
  const model = smallModel(spec.replace('HALF', String(15 / level)).replace('ORDER', order), { columns })
  const values = new Float64Array(model.layout.names.length)
  const places = model.layout.channels[0]
  values[places.coefficient] = 100
  values[places.adstock[0]] = 0.5
  values[places.saturation[0]] = 15
  values[model.layout.linear] = 400
  return { model, outcome: createOutcome(model, { names: model.layout.names, count: 1, chains: 1, values }) }
}

const weeks3to6 = { from: 2, to: 6 }

describe('channelResponse', () => {
  it('equals the golden curve R1 at half, one, one and a half and two times today', () => {
    const response = channelResponse(r1().outcome, 0, weeks3to6)
    const out = new Float64Array(6)
    const kpi = [0, 0.5, 1, 1.5, 2].map((u) => {
      response.at(0, u, out)
      return out[0]
    })
    expect(response.spend).toBe(160)
    expect(kpi[0]).toBe(0)
    ;[154.9669272, 242.3900781, 301.2339663, 344.7996318].forEach((golden, i) =>
      expect(kpi[i + 1]).toBeCloseTo(golden, 6),
    )
  })

  it('gives the exact marginal return 0.8731896488 and the gain at the margin', () => {
    const response = channelResponse(r1().outcome, 0, weeks3to6)
    const out = new Float64Array(6)
    response.at(0, 1, out)
    expect(out[4] / response.spend).toBeCloseTo(0.8731896488, 8)
    expect(out[1] / response.spend).toBeCloseTo(1.514937988, 8)
    expect(out[2] / response.spend - 1).toBeCloseTo(-0.3940248048, 8)
  })

  it.each(['adstock-first', 'saturation-first'])('is the derivative of itself (%s)', (order) => {
    const response = channelResponse(r1(`order: ${order}`).outcome, 0, weeks3to6)
    const [up, down, at] = [1.3 + 1e-6, 1.3 - 1e-6, 1.3].map((u) => {
      const out = new Float64Array(6)
      response.at(0, u, out)
      return out
    })
    for (let i = 0; i < 3; i++) expect(at[i + 3]).toBeCloseTo((up[i] - down[i]) / 2e-6, 4)
  })

  it.each(['adstock-first', 'saturation-first'])(
    'equals the difference of two expected outcomes with their tails (%s)',
    (order) => {
      const { model, outcome } = r1(`order: ${order}`)
      const response = channelResponse(outcome, 0, weeks3to6)
      const out = new Float64Array(6)
      response.at(0, 1.7, out)
      const spend = (u: number) => new Map([['tv', Float64Array.from(media.slice(2, 6), (x) => 2 * x * u)]])
      const tail = 60
      const plan = expectedOutcome(outcome, { window: weeks3to6, spend: spend(1.7) }, tail)
      const none = expectedOutcome(outcome, { window: weeks3to6, spend: spend(0) }, tail)
      const difference = plan.reduce((sum, y, t) => sum + y - none[t], 0)
      expect(model.periods).toBe(8)
      expect(out[0]).toBeCloseTo(difference, 6)
    },
  )
})

describe('channelTotals', () => {
  it('bridges contribution to return: contribution - carried in + carried out = incremental KPI', () => {
    const { outcome } = r1()
    const totals = channelTotals(outcome, 0, weeks3to6, channelContribution(outcome, 0))
    expect(totals.contribution[0]).toBeCloseTo(203.0984379, 6)
    expect(totals.incrementalKpi[0]).toBeCloseTo(242.3900781, 6)
    expect(totals.contribution[0] - totals.carriedIn[0]).toBeCloseTo(175.0795996, 6)
    expect(totals.contribution[0] - totals.carriedIn[0] + totals.carriedOut[0]).toBeCloseTo(totals.incrementalKpi[0], 9)
  })

  it('counts 432.0734463 for all weeks with the full tail', () => {
    const { model, outcome } = r1()
    const totals = channelTotals(outcome, 0, wholeWindow(model), channelContribution(outcome, 0))
    expect(totals.spend).toBe(240)
    expect(totals.incrementalKpi[0]).toBeCloseTo(432.0734463, 5)
    expect(totals.carriedIn[0]).toBe(0)
  })
})

describe('expectedOutcome', () => {
  it('gives the fitted mean to the last bit under the plan that equals history', () => {
    const { model, outcome } = r1()
    const spend = new Map([['tv', Float64Array.from(media, (x) => 2 * x)]])
    expect(expectedOutcome(outcome, { window: wholeWindow(model), spend })).toEqual(fittedMean(outcome))
  })

  it('gives the baseline plus nothing without media', () => {
    const { model, outcome } = r1()
    const spend = new Map([['tv', new Float64Array(8)]])
    const none = expectedOutcome(outcome, { window: wholeWindow(model), spend })
    const contribution = windowSums(channelContribution(outcome, 0), 8, wholeWindow(model))[0]
    expect(
      windowSums(fittedMean(outcome), 8, wholeWindow(model))[0] - windowSums(none, 8, wholeWindow(model))[0],
    ).toBeCloseTo(contribution, 9)
  })
})
