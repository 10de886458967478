import { describe, expect, it } from 'vitest'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { buildReportData } from '../../../src/decision/summary/report-data.js'
import { smallFit } from '../support/small-fit.js'

const data = buildReportData(analyseFit(smallFit()))

describe('buildReportData', () => {
  it('shows the same figure everywhere: curve, return, plan and trade-off', () => {
    const [tv] = data.summary.channels
    const [curve] = data.curves
    const today = curve.multiples.indexOf(1)
    expect(curve.spend[today]).toBe(tv.spend)
    expect(curve.roas?.mean[today]).toBe(tv.roas?.mean)
    expect(curve.roi?.q05[today]).toBe(tv.roi?.q05)
    expect(curve.marginalRoas?.mean[today]).toBe(tv.marginalRoas?.mean)
    expect(data.tradeOff.channels[0].profitMax).toEqual(tv.profitMax)
    expect(data.tradeOff.plans[0].incrementalKpi.mean).toBeCloseTo(data.summary.media.incrementalKpi.mean, 8)
    expect(data.tradeOff.plans[0].profit?.mean).toBeCloseTo(data.summary.media.profit?.mean ?? NaN, 8)
    expect(data.tradeOff.total.curve.kpi.mean[today]).toBeCloseTo(data.summary.media.incrementalKpi.mean, 8)
  })

  it('has curves, sentences and the next 10 % of paid channels, adstock of all', () => {
    expect(data.curves.map(({ channel }) => channel)).toEqual(['tv', 'search'])
    expect(data.nextTenPercent.map(({ channel }) => channel)).toEqual(['tv', 'search'])
    expect(data.adstock.map(({ channel }) => channel)).toEqual(['tv', 'search', 'newsletter'])
    expect(data.tradeOff.channels.every(({ sentence }) => sentence.length > 40)).toBe(true)
    expect(data.tradeOff.planSentence).toContain('a year')
  })

  it('carries residuals and their tests, assumptions, references and beliefs', () => {
    expect(data.residuals.structural.length).toBe(60)
    expect(data.residualTests.map(({ name }) => name)).toContain('Jarque-Bera')
    expect(data.assumptions.find(({ what }) => what === 'tv: before the first period')?.value).toMatch(
      /^(none|steady at)/,
    )
    expect(data.references?.map(({ name }) => name)).toEqual(['price', 'weather', 'opening'])
    expect(data.priorBeliefs?.channels.map(({ channel }) => channel)).toEqual(['tv', 'search'])
    expect(data.tried).toBe(null)
  })

  it('is JSON, and says how many models were tried where that is known', () => {
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    const tried = { models: 3, roas: [{ channel: 'tv', low: 1, high: 2 }] }
    expect(buildReportData(analyseFit(smallFit({ draws: 5 })), tried).tried).toBe(tried)
  })

  it('works without paid media', () => {
    const fit = smallFit({ draws: 5, channels: '{}\norganic: { newsletter: { media: sends } }', groups: '{}' })
    const { curves, tradeOff, nextTenPercent, priorBeliefs } = buildReportData(analyseFit(fit))
    expect([curves, nextTenPercent, tradeOff.plans, tradeOff.planSentence, priorBeliefs]).toEqual([
      [],
      [],
      [],
      '',
      null,
    ])
    expect(tradeOff.total.flags).toEqual(['no-spend-in-window'])
  })
})
