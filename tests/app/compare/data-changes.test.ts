import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../src/data/table/dataset.js'
import { dataChanges } from '../../../src/app/compare/data-changes.js'

function dataset(periods: readonly string[], columns: Readonly<Record<string, readonly number[]>>): Dataset {
  return {
    file: 'a.csv',
    period: 'week',
    periods,
    startDays: periods.map((_, i) => 7 * i),
    windowStart: 0,
    windowEnd: periods.length,
    columns: new Map(Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)])),
    texts: new Map(),
    fingerprint: '',
  }
}

describe('dataChanges(before, after)', () => {
  const before = dataset(['w1', 'w2', 'w3'], { tv: [10, 0, 30], price: [1, 2, 3] })

  it('finds nothing between equal data', () => {
    expect(dataChanges(before, before)).toEqual({ added: [], removed: [], revised: [] })
  })

  it('names periods that came and went, and columns whose cells were revised, by the largest change', () => {
    const after = dataset(['w2', 'w3', 'w4'], { tv: [5, 33, 9], radio: [1, 1, 1] })
    expect(dataChanges(before, after)).toEqual({
      added: ['w4'],
      removed: ['w1'],
      revised: [{ column: 'tv', periods: 2, largest: 1 }],
    })
  })

  it('does not take an unknown cell for a revised one', () => {
    const after = dataset(['w1', 'w2', 'w3'], { tv: [10, NaN, 33] })
    expect(dataChanges(before, after).revised).toEqual([
      { column: 'tv', periods: 1, largest: expect.closeTo(0.1, 12) as number },
    ])
  })
})
