import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../../src/decision/results.js'
import { outcomeOf } from '../../../src/decision/counterfactual/outcome.js'
import { figuresByPeriod } from '../../../src/decision/readout/figures-by-period.js'
import { buildSummary } from '../../../src/decision/summary/build-summary.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { smallFit } from '../support/small-fit.js'

const fit = smallFit()
const outcome = outcomeOf(fit)
const summary = buildSummary(analyseFit(fit))

function total(estimates: readonly Estimate[]): number {
  return estimates.reduce((sum, { mean }) => sum + mean, 0)
}

describe('figuresByPeriod', () => {
  it.each(['year', 'quarter'] as const)('has contributions by %s that add up to the whole window', (by) => {
    const { parts, fitted, observed, spans } = figuresByPeriod(outcome, by)
    expect(spans.length).toBe(by === 'year' ? 2 : 5)
    const whole = [summary.baseline, ...summary.treatments, ...summary.controls, ...summary.channels]
    parts.forEach(({ contribution }, i) => expect(total(contribution)).toBeCloseTo(whole[i].contribution.mean, 8))
    expect(parts.map(({ name }) => name).slice(1)).toEqual(
      [...summary.treatments, ...summary.controls, ...summary.channels].map(({ name }) => name),
    )
    expect(total(fitted)).toBeCloseTo(
      summary.fitted.mean.reduce((a, b) => a + b, 0),
      8,
    )
    expect(observed.reduce((a, b) => a + b, 0)).toBeCloseTo(summary.kpi.total, 8)
    spans.forEach((_, s) =>
      expect(parts.reduce((sum, { contribution }) => sum + contribution[s].mean, 0)).toBeCloseTo(fitted[s].mean, 8),
    )
  })

  it('gives each span the figures that a summary of its window gives', () => {
    const { channels, groups, media } = figuresByPeriod(outcome, 'year')
    const second = buildSummary(analyseFit(fit, { from: 52, to: 60 }))
    channels.forEach(({ name, returns }, c) => {
      expect(name).toBe(second.channels[c].name)
      expect(second.channels[c]).toMatchObject(returns[1])
    })
    expect(second.groups[0]).toMatchObject(groups[0].returns[1])
    expect(second.media).toMatchObject(media[1])
  })

  it('gives one span of the whole window the figures of the whole window', () => {
    const year = { from: 0, to: 52 }
    const { spans, channels, media, parts } = figuresByPeriod(outcome, 'year', year)
    const first = buildSummary(analyseFit(fit, year))
    expect(spans).toEqual([{ label: '2023', from: '2023-01-02', to: '2023-12-25', periods: 52, complete: true }])
    expect(first.channels[0]).toMatchObject(channels[0].returns[0])
    expect(first.media).toMatchObject(media[0])
    expect(parts[0].contribution[0]).toEqual(first.baseline.contribution)
  })

  it('counts what a span’s spend causes after it: carried out of one year, and into the next', () => {
    const { channels } = figuresByPeriod(outcome, 'year')
    const [first, second] = channels[0].returns
    expect(first.carriedOut.mean).toBeGreaterThan(0)
    expect(second.carriedIn.mean).toBeGreaterThan(0)
    expect(first.incrementalKpi.mean).toBeGreaterThan(first.contribution.mean - first.carriedIn.mean)
    expect((first.spend ?? 0) + (second.spend ?? 0)).toBeCloseTo(summary.channels[0].spend!, 8)
  })

  it('has no media and no ratios without paid channels', () => {
    const organic = outcomeOf(smallFit({ channels: '{}\norganic: { newsletter: { media: sends } }', groups: '{}' }))
    const { media, channels } = figuresByPeriod(organic, 'year')
    expect(media.map(({ spend, roas }) => [spend, roas])).toEqual([
      [0, null],
      [0, null],
    ])
    expect(channels.map(({ kind }) => kind)).toEqual(['organic'])
  })
})
