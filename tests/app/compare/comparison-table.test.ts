import { describe, expect, it } from 'vitest'
import { compareFits } from '../../../src/app/compare/compare-fits.js'
import { comparisonTable, predictionTable } from '../../../src/app/compare/comparison-table.js'
import type { PredictionComparison } from '../../../src/app/compare/prediction-comparison.js'
import { smallFit } from '../../support/small-market.js'

const fit = await smallFit()
const itself = compareFits(fit, fit)

describe('comparisonTable(comparison)', () => {
  it('has a row a channel and says what differs', () => {
    const table = comparisonTable(itself)
    expect(table.rows.map(({ channel }) => channel)).toEqual(['tv', 'search', 'newsletter', 'all paid media'])
    expect(table.columns.map(({ key }) => key)).toContain('roasMoved')
    expect(table.columns.find(({ key }) => key === 'contributionAfter')?.unit).toBe('EUR')
    expect(table.rows[0]).toMatchObject({ roasMoved: 'same', because: '' })
    expect(table.notes?.at(-1)).toMatch(/^Noise: /)
  })
})

describe('predictionTable(comparison)', () => {
  const prediction: PredictionComparison = {
    holdout: { before: 5210.4, after: 4100, difference: -1110.4, se: null, from: '2025-01-06', to: '2025-03-31' },
    leaveOneOut: { before: -812.34, after: -809.9, difference: 2.44, se: 1.06, reliable: false },
    better: 'after',
    by: 'holdout',
    sentence: 'The later fit predicts better.',
  }

  it('has a row a score, with its difference and standard error', () => {
    const table = predictionTable({ ...itself, prediction })
    expect(table?.rows).toEqual([
      {
        score: 'hold-out, CRPS (EUR): less is better',
        before: '5.21 k',
        after: '4.1 k',
        difference: '-1.11 k',
        se: null,
      },
      {
        score: 'leave-one-out, elpd: more is better',
        before: '-812.3',
        after: '-809.9',
        difference: '2.4',
        se: '1.1',
      },
    ])
    expect(table?.notes).toEqual([
      'The later fit predicts better.',
      'The leave-one-out score hangs on few draws in some periods (show <fit> diagnostics): don’t rely on it.',
    ])
  })

  it('is left out where there is nothing to compare', () => {
    expect(predictionTable({ ...itself, prediction: null })).toBe(null)
    const { leaveOneOut } = prediction
    expect(predictionTable({ ...itself, prediction: { ...prediction, holdout: null, leaveOneOut: null } })).toBe(null)
    expect(
      predictionTable({ ...itself, prediction: { ...prediction, holdout: null, leaveOneOut } })?.rows,
    ).toHaveLength(1)
  })
})
