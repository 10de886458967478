import { describe, expect, it } from 'vitest'
import { priorBeliefs } from '../../../src/model/identify/prior-beliefs.js'
import { priorPredictive } from '../../../src/model/identify/prior-predictive.js'
import { smallModel } from '../../support/small-model.js'

const WEEKS = 40
const columns = {
  y: Array.from({ length: WEEKS }, (_, t) => 100 + (t % 4)),
  x: Array.from({ length: WEEKS }, (_, t) => 10 + (t % 5)),
}

const model = (more: string, intercept = '') =>
  smallModel(
    `kpi: { column: y, kind: revenue, margin: 0.4 }
baseline: { trend: none, seasonality: { yearly: 0 }${intercept} }
channels: { tv: { spend: x, adstock: none, saturation: none } }
${more}`,
    { columns },
  )

describe('priorPredictive', () => {
  it('draws a KPI whose baseline and spread are the priors’', () => {
    const stated = ', intercept: { distribution: normal, mean: 0.8, sd: 0.1 }'
    const found = priorPredictive(model('noise: normal', stated), { draws: 4000, seed: 2 })!
    const scale = model('noise: normal').kpiScale
    expect(found.baseline.median / (WEEKS * scale)).toBeCloseTo(0.8, 1)
    expect((found.baseline.q95 - found.baseline.q05) / (WEEKS * scale)).toBeCloseTo(2 * 1.645 * 0.1, 1)
    expect(found.observed).toHaveLength(WEEKS)
    expect(found.periods[0]).toBe('2023-01-02')
    expect(found.band.q05[3]).toBeLessThan(found.band.median[3])
  })

  it('has the same media as the beliefs, in units of the KPI', () => {
    const small = model('noise: ar1')
    const found = priorPredictive(small, { draws: 500, seed: 3 })!
    const beliefs = priorBeliefs(small, { draws: 500, seed: 3 })!
    const total = columns.y.reduce((a, b) => a + b)
    expect(found.paid!.median / total).toBeCloseTo(beliefs.paid!.share.median, 12)
    expect(found.channels[0].contribution.q95 / total).toBeCloseTo(beliefs.channels[0].share.q95, 12)
  })

  it('says where the priors put mass on what cannot be', () => {
    const wide = priorPredictive(model('noise: normal'), { draws: 500, seed: 3 })!
    expect(wide.negative).toBeGreaterThan(0.05)
    expect(wide.sentences[0]).toMatch(
      /^The priors put \d+ % of their mass on a KPI below zero in a week, which can't be/,
    )
    const wrong = priorPredictive(model('noise: normal', ', intercept: { distribution: normal, mean: 9, sd: 0.1 }'), {
      draws: 500,
      seed: 3,
    })!
    expect(wrong.sentences.at(-1)).toMatch(/lies below the observed one|lies above the observed one/)
    expect(wrong.rankOfTotal).toBe(0)
  })

  it('is null without priors', () => {
    expect(priorPredictive(model('fit: { method: ols }'), { seed: 1 })).toBeNull()
  })
})
