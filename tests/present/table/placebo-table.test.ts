import { describe, expect, it } from 'vitest'
import { placeboTable } from '../../../src/present/table/placebo-table.js'
import { toTerminal } from '../../../src/present/table/to-terminal.js'
import { madePlacebo, madePlaceboAnswer } from '../../support/made-planted.js'

const placebos = [madePlaceboAnswer(), madePlaceboAnswer({ kind: 'shifted', by: 52, above: 0.8 })]
const tv = { name: 'tv', measure: 'roas', placebos, standsAbove: false } as const

describe('the table of a placebo study', () => {
  it('has a row a placebo, the channel named once', () => {
    const { rows } = placeboTable(madePlacebo([tv]))
    expect(rows.map(({ channel, placebo, above }) => [channel, placebo, above])).toEqual([
      ['tv', 'shuffled in blocks of 10', 0.97],
      ['', 'shifted by 52', 0.8],
    ])
    expect(rows[0]).toMatchObject({
      share: { mean: 0.014 },
      ownShare: { mean: 0.06 },
      prior: { mean: 0.023, q95: 0.15 },
    })
  })

  it('leaves out returns where nothing is spent, and the prior where there is none', () => {
    const bare = [madePlaceboAnswer({ prior: null })]
    const keys = placeboTable(madePlacebo([{ ...tv, measure: 'share', placebos: bare }])).columns.map(({ key }) => key)
    expect(keys).toEqual(['channel', 'placebo', 'share', 'ownShare', 'profitable', 'above'])
  })

  it('fits a terminal', () => {
    const text = toTerminal(placeboTable(madePlacebo([tv])), { width: 100, color: (_, part) => part })
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })
})
