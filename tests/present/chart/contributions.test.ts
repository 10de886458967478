import { describe, expect, it } from 'vitest'
import { contributionsChart } from '../../../src/present/chart/contributions.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture({ organic: ['newsletter'] })
const chart = contributionsChart(summary, lightTheme)

describe('contributionsChart', () => {
  it('stacks everything up to the fitted mean', () => {
    const rows = datasetOf(chart, 'areas').filter(({ t }) => t === Date.UTC(2023, 0, 2))
    expect(rows).toHaveLength(7)
    rows.slice(1).forEach((row, index) => expect(row.low).toBeCloseTo(Number(rows[index].high), 4))
    expect(Number(rows.at(-1)?.high) * 1e6).toBeCloseTo(summary.fitted.mean[0], -2)
  })

  it('stacks the channels alone from zero in the second panel', () => {
    const rows = datasetOf(chart, 'areas', 1)
    expect(rows[0].low).toBe(0)
    expect(new Set(rows.map(({ layer }) => layer)).size).toBe(6)
  })

  it('has a key from the top of the stack down to the baseline', () => {
    expect(chart.legend.map(({ label }) => label)).toEqual([
      'newsletter',
      'display',
      'radio',
      'social',
      'search',
      'tv',
      'baseline, treatments and controls',
    ])
  })

  it('joins a channel that is negative somewhere to the baseline', () => {
    const [tv, ...others] = summary.channels
    const negative = {
      ...tv,
      series: { ...tv.series, mean: tv.series.mean.map((value, t) => (t === 3 ? -value : value)) },
    }
    const { legend } = contributionsChart({ ...summary, channels: [negative, ...others] }, lightTheme)
    expect(legend.map(({ label }) => label)).not.toContain('tv')
  })

  it('has one panel where there is no channel', () => {
    expect(contributionsChart({ ...summary, channels: [] }, lightTheme).panels).toHaveLength(1)
  })

  it('writes channels beside the edge, pushed apart, and none where there is no room', () => {
    const ends = datasetOf(chart, 'ends').map(({ y }) => Number(y))
    ends.slice(1).forEach((y, index) => expect(y - ends[index]).toBeGreaterThan(0.05))
    const many = reportFixture({ channels: Array.from({ length: 30 }, (_, index) => `channel ${index}`) }).summary
    expect(datasetOf(contributionsChart(many, lightTheme), 'ends', 1)).toEqual([])
  })
})
