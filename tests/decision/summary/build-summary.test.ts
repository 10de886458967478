import { describe, expect, it } from 'vitest'
import type { Summary } from '../../../src/decision/results.js'
import { buildSummary, meanFitted, windowResiduals } from '../../../src/decision/summary/build-summary.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import type { Holdout } from '../../../src/fit/holdout/holdout.js'
import { madeHoldout } from '../../support/made-holdout.js'
import { smallFit, type SmallFitOptions } from '../support/small-fit.js'

function summaryOf(options: SmallFitOptions = {}, window?: { from: number; to: number }): Summary {
  return buildSummary(analyseFit(smallFit(options), window))
}

const summary = summaryOf()

/** A hold-out in which the return of tv, and that of all paid media, leave their intervals. */
function holdoutOf({ channels, media }: Summary): Holdout {
  const weeks = Array.from({ length: 80 }, (_, t) => String(t))
  const level = weeks.map(() => 700)
  const holdout = madeHoldout({
    periods: weeks,
    observed: level,
    fitted: level,
    noise: 15,
    valued: true,
    media,
    channels: channels.slice(0, 2),
  })!
  const [tv, search] = holdout.returns.channels
  const returns = {
    ...holdout.returns,
    channels: [{ ...tv, moved: true }, search],
    media: { ...holdout.returns.media!, moved: true },
  }
  return { ...holdout, returns }
}

/** Paths of numbers that JSON can't hold. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, entry]) => notFinite(entry, `${path}.${key}`))
}

describe('buildSummary', () => {
  it('adds up in every period: baseline + treatments + controls + channels = fitted, in means', () => {
    const parts = [summary.baseline, ...summary.treatments, ...summary.controls, ...summary.channels]
    const off = summary.fitted.mean.map((fitted, t) =>
      Math.abs(parts.reduce((sum, { series }) => sum + series.mean[t], 0) - fitted),
    )
    expect(Math.max(...off)).toBeLessThan(1e-9)
    const total = parts.reduce((sum, { contribution }) => sum + contribution.mean, 0)
    expect(total).toBeCloseTo(
      summary.fitted.mean.reduce((a, b) => a + b, 0),
      7,
    )
  })

  it('adds paid channels up to media, and bridges contribution to return', () => {
    const [tv, search] = summary.channels
    expect(summary.media.contribution.mean).toBeCloseTo(tv.contribution.mean + search.contribution.mean, 9)
    expect(summary.media.spend).toBeCloseTo((tv.spend ?? 0) + (search.spend ?? 0), 9)
    expect(summary.media.profit?.mean).toBeCloseTo((tv.profit?.mean ?? 0) + (search.profit?.mean ?? 0), 9)
    expect(tv.roi?.mean).toBeCloseTo(0.4 * (tv.roas?.mean ?? 0) - 1, 12)
    expect(tv.marginalRoi?.mean).toBeCloseTo(0.4 * (tv.marginalRoas?.mean ?? 0) - 1, 12)
    expect(summary.groups[0]).toMatchObject({ name: 'offline', channels: ['tv'], spend: tv.spend })
    expect(summary.groups[0].roas).toEqual(tv.roas)
  })

  it('lists treatments, and controls with events', () => {
    expect(summary.treatments.map(({ name }) => name)).toEqual(['price'])
    expect(summary.controls.map(({ name }) => name)).toEqual(['weather', 'opening'])
  })

  it('gives a group with an organic channel no money, says why, and lets groups overlap', () => {
    const { channels, groups } = summaryOf({
      groups: '{ own: [newsletter], mixed: [tv, newsletter], bought: [tv, search] }',
    })
    const [own, mixed, bought] = groups
    expect(own).toMatchObject({ spend: null, profit: null, roas: null, roi: null, flags: ['includes-organic'] })
    expect(own.contribution).toEqual(channels[2].contribution)
    expect(mixed).toMatchObject({ spend: null, incrementalValue: null, pProfitable: null, flags: ['includes-organic'] })
    expect(mixed.contribution.mean).toBeCloseTo(channels[0].contribution.mean + channels[2].contribution.mean, 9)
    expect(bought.spend).toBeCloseTo((channels[0].spend ?? 0) + (channels[1].spend ?? 0), 9)
    expect(bought.flags).toEqual(['demand-capture'])
  })

  it('gives each treatment its elasticity and the point at which it is taken', () => {
    const [price] = summary.treatments
    expect(price.elasticity?.mean).toBeLessThan(0)
    expect(price.elasticityAt).toMatchObject({ column: 'price' })
    expect(price.elasticityNote).toBeNull()
  })

  it('gives organic channels a contribution and no money', () => {
    const newsletter = summary.channels[2]
    expect(newsletter).toMatchObject({
      kind: 'organic',
      spend: null,
      roas: null,
      roi: null,
      profit: null,
      incrementalValue: null,
      costPerKpi: null,
      profitMax: null,
      roiMax: null,
      breakEven: null,
    })
    expect(newsletter.contribution.mean).toBeGreaterThan(0)
  })

  it('passes on the hold-out of the fit, and flags returns that leave their interval without the last quarter', () => {
    expect([summary.holdout, summary.holdoutReason]).toEqual([null, 'No hold-out was asked for.'])
    const holdout = holdoutOf(summary)
    const { channels, media, ...rest } = buildSummary(analyseFit({ ...smallFit(), holdout: { holdout, reason: null } }))
    expect([rest.holdout, rest.holdoutReason]).toEqual([holdout, null])
    expect(channels.map(({ flags }) => flags.includes('roas-unstable'))).toEqual([true, false, false])
    expect(media.flags).toContain('roas-unstable')
    const refused = { holdout: null, reason: 'Too little is left.' }
    expect(buildSummary(analyseFit({ ...smallFit(), holdout: refused }))).toMatchObject({
      holdout: null,
      holdoutReason: 'Too little is left.',
    })
  })

  it('flags demand capture on the channel and on all media', () => {
    expect(summary.channels[1].flags).toContain('demand-capture')
    expect(summary.media.flags).toEqual(['demand-capture'])
    expect(summary.flags).toEqual([])
  })

  it('states window, KPI, fingerprint and quality of the same periods', () => {
    expect(summary.window).toMatchObject({ from: '2023-01-02', to: '2024-02-19', period: 'week', periods: 60 })
    expect(summary.window.tailPeriods).toBeGreaterThan(2)
    expect(summary.periods.length).toBe(60)
    expect(summary.kpi).toMatchObject({ kind: 'revenue', currency: 'EUR', value: 1, margin: 0.4 })
    expect(summary.kpi.total).toBeCloseTo(
      summary.observed.reduce((a, b) => a + b, 0),
      9,
    )
    const level = summary.kpi.total / 60
    const residual = summary.observed.reduce((sum, y, t) => sum + (y - summary.fitted.mean[t]) ** 2, 0)
    const spread = summary.observed.reduce((sum, y) => sum + (y - level) ** 2, 0)
    expect(summary.quality.r2).toBeCloseTo(1 - residual / spread, 12)
    expect(summary.plausibility.map(({ id }) => id)).toContain('negative-baseline')
  })

  it('holds nothing that JSON can’t', () => {
    expect(notFinite(summary)).toEqual([])
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary)
  })

  it('has a predictive band wider than the fitted one', () => {
    const { fitted, predictive } = summary
    expect(predictive.q05.every((low, t) => low < fitted.q05[t])).toBe(true)
    expect(predictive.q95.every((high, t) => high > fitted.q95[t])).toBe(true)
  })

  it('gives a window its own totals and labels', () => {
    const part = summaryOf({}, { from: 50, to: 60 })
    expect(part.window).toMatchObject({ from: summary.periods[50], to: summary.periods[59], periods: 10 })
    expect(part.channels[0].series.mean).toEqual(summary.channels[0].series.mean.slice(50))
    expect(part.channels[0].carriedIn.mean).toBeGreaterThan(0)
    expect(part.observed).toEqual(summary.observed.slice(50))
  })

  it('says why there is no ROI, no ROAS, or no return at all', () => {
    const revenue = summaryOf({ kpi: '{ column: sales, kind: revenue }' })
    expect([revenue.flags, revenue.channels[0].flags[0], revenue.kpi.margin]).toEqual([
      ['no-margin'],
      'no-margin',
      null,
    ])
    expect([revenue.channels[0].roi, revenue.channels[0].profitMax, revenue.channels[0].roas === null]).toEqual([
      null,
      null,
      false,
    ])
    const units = summaryOf({ kpi: '{ column: sales, kind: units }' })
    expect([units.flags, units.channels[0].roas, units.channels[0].costPerKpi === null]).toEqual([
      ['no-value'],
      null,
      false,
    ])
    expect(notFinite(revenue)).toEqual([])
    expect(notFinite(units)).toEqual([])
  })

  it('works without paid media', () => {
    const none = summaryOf({ channels: '{}\norganic: { newsletter: { media: sends } }', groups: '{}' })
    expect(none.media).toMatchObject({ spend: 0, roas: null, flags: ['no-spend-in-window'] })
    expect(none.plausibility.map(({ id }) => id)).not.toContain('paid-media-share')
  })
})

describe('windowResiduals and meanFitted', () => {
  it('are observed less fitted over the window', () => {
    const analysis = analyseFit(smallFit(), { from: 10, to: 20 })
    const fitted = meanFitted(analysis)
    const { structural, innovations } = windowResiduals(analysis)
    expect(structural[0]).toBeCloseTo(analysis.outcome.model.kpi[10] - fitted[10], 12)
    expect([structural.length, innovations.length]).toEqual([10, 10])
  })
})
