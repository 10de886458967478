import { describe, expect, it } from 'vitest'
import { rangesTable, robustnessTable, rungsTable } from '../../../src/present/table/robustness-table.js'
import { toTerminal } from '../../../src/present/table/to-terminal.js'
import { madeStudy } from '../../support/made-robustness.js'

describe('rangesTable', () => {
  it('has a row a channel and one for all paid media, shares apart from returns', () => {
    const { rows, columns, notes } = rangesTable(madeStudy())
    expect(rows.map(({ channel, verdict }) => [channel, verdict])).toEqual([
      ['tv', 'baseline-dependent'],
      ['newsletter', 'robust'],
      ['all paid media', 'baseline-dependent'],
    ])
    expect(rows[0]).toMatchObject({
      range: { low: 3, high: 4.5 },
      shareEstimate: null,
      farthest: 'a straight-line trend',
    })
    expect(rows[1]).toMatchObject({ estimate: null, rangeShare: { low: 0.018, high: 0.021 } })
    expect(columns.map(({ label }) => label)).toEqual([
      'Channel',
      'ROAS',
      'Under other baselines',
      'Share of the outcome',
      'Share under other baselines',
      'Moved most by',
      'Verdict',
    ])
    expect(notes).toContain('No season: annual data have none.')
    expect(notes?.join(' ')).toContain(
      'Not counted: no AR(1) noise, as the data speak against it (expected log predictive density 21 lower, standard error 5).',
    )
  })

  it('calls forms forms, and KPI without a value by its unit', () => {
    const { columns, rows } = rangesTable({ ...madeStudy('forms'), measure: 'kpi-per-spend' })
    expect(columns[1].label).toBe('KPI per EUR')
    expect(rows[0].verdict).toBe('form-dependent')
  })

  it('says how the refits were made', () => {
    const study = madeStudy()
    const text = (refits: typeof study.refits) => rangesTable({ ...study, refits }).notes?.[1]
    expect(text({ method: 'bayes', chains: 2, draws: 300 })).toMatch(
      /^3 quick refits by 2 short chains of 300 draws each/,
    )
    expect(text({ method: 'regression', chains: 1, draws: 200 })).toBe(
      '3 quick refits by regression, 200 replicates each.',
    )
    expect(text({ method: 'ols', chains: 1, draws: 1000 })).toBe('3 quick refits by least squares.')
  })
})

describe('rungsTable', () => {
  it('has a row a channel and rung, and says which lie outside and which don’t count', () => {
    const { rows } = rungsTable(madeStudy())
    expect(rows.map(({ channel, rung, note }) => [channel, rung, note]).slice(0, 4)).toEqual([
      ['tv', 'as specified', ''],
      ['', 'a straight-line trend', 'outside the interval'],
      ['', 'no AR(1) noise', 'not counted: refuted'],
      ['newsletter', 'as specified', ''],
    ])
    expect(rows).toHaveLength(9)
  })

  it('fits a narrow terminal', () => {
    const text = toTerminal(rungsTable(madeStudy()), { width: 80 })
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})

describe('robustnessTable', () => {
  it('puts both ranges beside the estimate, and the flags in words', () => {
    const table = robustnessTable({ ladder: madeStudy(), forms: madeStudy('forms') })
    expect(table?.columns.map(({ key }) => key)).toEqual([
      'channel',
      'estimate',
      'baselines',
      'forms',
      'shareEstimate',
      'baselinesShare',
      'formsShare',
      'note',
    ])
    expect(table?.rows[0].note).toBe(
      'moves with the choice of the baseline; moves with the choice of adstock, saturation and prior',
    )
  })

  it('has only the columns of what was looked at, and is nothing where nobody looked', () => {
    expect(robustnessTable({ forms: madeStudy('forms') })?.columns.map(({ key }) => key)).toEqual([
      'channel',
      'estimate',
      'forms',
      'shareEstimate',
      'formsShare',
      'note',
    ])
    expect(robustnessTable({})).toBeNull()
  })
})
