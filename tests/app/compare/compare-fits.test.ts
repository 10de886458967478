import { describe, expect, it } from 'vitest'
import { compareFits } from '../../../src/app/compare/compare-fits.js'
import { comparisonTable } from '../../../src/app/compare/comparison-table.js'
import { smallFit, smallSpec } from '../../support/small-market.js'

const fit = await smallFit()

describe('compareFits(before, after)', () => {
  it('finds no move between a fit and itself', () => {
    const { channels, sentences } = compareFits(fit, fit)
    expect(sentences).toEqual(['Spec, data, seed and version are the same, and so are the results.'])
    for (const { roas, contribution } of channels) {
      expect(contribution.inDeviations).toBe(0)
      expect(roas.after).toEqual(roas.before)
    }
  })

  it('says that only the seed differs', async () => {
    const seeded = await smallFit(smallSpec.replace('draws: 20', 'seed: 2, draws: 20'))
    const { reasons, sentences } = compareFits(fit, seeded)
    expect(reasons).toMatchObject({ spec: [], seed: true, version: false })
    expect(sentences).toEqual(['Only the seed differs: what moved is the error of a finite number of draws.'])
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

describe('comparisonTable(comparison)', () => {
  it('has a row a channel and says what differs', () => {
    const table = comparisonTable(compareFits(fit, fit))
    expect(table.rows.map(({ channel }) => channel)).toEqual(['tv', 'search', 'newsletter', 'all paid media'])
    expect(table.columns.map(({ key }) => key)).toContain('roasMoved')
    expect(table.columns.find(({ key }) => key === 'contributionAfter')?.unit).toBe('EUR')
    expect(table.notes?.[0]).toBe('Spec, data, seed and version are the same, and so are the results.')
  })
})
