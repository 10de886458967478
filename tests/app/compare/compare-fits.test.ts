import { describe, expect, it } from 'vitest'
import { compareFits } from '../../../src/app/compare/compare-fits.js'
import { buildSummary } from '../../../src/decision/summary/build-summary.js'
import { analyseFit } from '../../../src/decision/summary/fit-analysis.js'
import { smallFit, smallSpec } from '../../support/small-market.js'

const fit = await smallFit()
const itself = compareFits(fit, fit)

describe('compareFits(before, after)', () => {
  it('finds no move between a fit and itself', () => {
    const { channels, headline, sentences } = itself
    expect(headline).toBe('Spec, data, seed and version are the same, and so are the results.')
    expect(sentences).toEqual([])
    for (const { roas, contribution } of channels) {
      expect(contribution.inDeviations).toBe(0)
      expect(roas.after).toEqual(roas.before)
      expect(contribution.verdict).toBe('same')
    }
  })

  it('says that only the seed differs', async () => {
    const seeded = await smallFit(smallSpec.replace('draws: 20', 'seed: 2, draws: 20'))
    const { reasons, headline, sentences, channels } = compareFits(fit, seeded)
    expect(reasons).toMatchObject({ spec: [], seed: true, version: false, method: null, warmStart: false })
    expect(headline).toMatch(
      /^Between these fits .*; only the draws differ \(another seed\), so what moved is the error of a finite number of them\.$/,
    )
    expect(sentences).toEqual(['Their seeds differ.'])
    expect(channels.every(({ contribution }) => (contribution.monteCarloError as number) > 0)).toBe(true)
  })

  it('has the figures of a summary over the same periods', () => {
    const summary = buildSummary(analyseFit(fit))
    const { channels, media } = itself
    expect(media.roas.after).toEqual(summary.media.roas)
    expect(media.contribution.after).toEqual(summary.media.contribution)
    expect(channels.map(({ roas }) => roas.after)).toEqual(summary.channels.map(({ roas }) => roas))
  })

  it('says what moved, what differs of the channel itself, and how to tell data and model apart', async () => {
    const dear = smallSpec.replace('spend: tv_spend,', 'spend: tv_spend, prior: { roas: { median: 9, upper95: 9.5 } },')
    const moved = await smallFit(dear)
    const { headline, channels, reasons, sentences } = compareFits(fit, moved)
    const tv = channels.find(({ name }) => name === 'tv')
    expect(tv?.roas.verdict).toBe('moved')
    expect(tv?.because).toMatch(/^its own effect/)
    expect(headline).toMatch(/^Between these fits tv \(ROAS [\d.]+, then [\d.]+\).* moved out of (its|their) interval/)
    expect(headline).toContain('what differs: a changed model (channels.tv.')
    expect(reasons.spec.every((key) => key.startsWith('channels.tv.'))).toBe(true)
    const { dataset } = moved
    const revenue = dataset.columns.get('revenue') as Float64Array
    const columns = new Map([...dataset.columns, ['revenue', revenue.map((x, t) => (t === 30 ? x * 1.5 : x))]])
    const both = compareFits(fit, { ...moved, dataset: { ...dataset, columns } })
    expect(sentences.join(' ')).not.toContain('can’t tell')
    expect(both.sentences.at(-1)).toBe(
      'Data and model both changed, and these two fits can’t tell which of them it was: fit the earlier model to the later data, and compare that fit with both.',
    )
  })

  it('names a channel that only one fit has', async () => {
    const fewer = await smallFit(smallSpec.replace(/ {2}newsletter.*\n/, '').replace('organic:\n', ''))
    const comparison = compareFits(fit, fewer)
    const newsletter = comparison.channels.find(({ name }) => name === 'newsletter')
    expect(newsletter?.contribution.after).toBeNull()
    expect(newsletter?.contribution.inDeviations).toBeNull()
    expect(comparison.reasons.spec.some((key) => key.startsWith('channels.newsletter'))).toBe(true)
  })

  it('refuses fits without a period in common', () => {
    const { dataset } = fit
    const later = {
      ...fit,
      dataset: { ...dataset, periods: dataset.periods.map((period) => period.replace('202', '203')) },
    }
    expect(() => compareFits(fit, later)).toThrow(
      "The fits can't be compared: 2024-01-29 to 2025-03-17 and 2034-01-29 to 2035-03-17 have no period in common.",
    )
  })
})
