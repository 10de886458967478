import { describe, expect, it } from 'vitest'
import { waterfallChart } from '../../../src/present/chart/waterfall.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()
const chart = waterfallChart(data, lightTheme)
const steps = datasetOf(chart, 'steps')

describe('waterfallChart', () => {
  it('goes from the baseline over what adds and what takes away to the total', () => {
    expect(steps.map(({ name }) => name)).toEqual([
      'baseline',
      'price (plus)',
      'temperature (plus)',
      'black friday',
      'tv',
      'search',
      'social',
      'radio',
      'display',
      'price (minus)',
      'temperature (minus)',
      'fitted total',
    ])
    expect(steps.map(({ kind }) => kind)).toEqual([
      'level',
      ...Array.from({ length: 8 }, () => 'plus'),
      'minus',
      'minus',
      'level',
    ])
  })

  it('starts every bar where the one before ended', () => {
    steps.slice(1, -1).forEach((step, index) => expect(step.start).toBe(steps[index].end))
    const total = data.summary.fitted.mean.reduce((sum, value) => sum + value, 0)
    expect(Number(steps.at(-1)?.end) * 1e6).toBeCloseTo(total, -5)
  })

  it('adds pluses and minuses of a part up to its contribution', () => {
    const size = (name: string): number => {
      const step = steps.find((each) => each.name === name)
      return (Number(step?.end) - Number(step?.start)) * 1e6
    }
    expect(size('price (plus)') + size('price (minus)')).toBeCloseTo(data.summary.treatments[0].contribution.mean, -5)
  })

  it('says what everything is counted against', () => {
    expect(chart.subtitle).toContain('price against 9.99 (stated in the spec)')
    expect(chart.subtitle).toContain('temperature against 11.2 (mean over the window)')
    const { references: _, ...without } = data
    expect(waterfallChart(without, lightTheme).subtitle).not.toContain('against')
  })

  it('draws a channel that takes away among the minuses', () => {
    const [tv, ...others] = data.summary.channels
    const negative = { ...tv, contribution: { ...tv.contribution, mean: -1e6, q05: -2e6, q95: -1e5 } }
    const rows = datasetOf(
      waterfallChart({ summary: { ...data.summary, channels: [negative, ...others] } }, lightTheme),
      'steps',
    )
    expect(rows.find(({ name }) => name === 'tv')).toMatchObject({ kind: 'minus' })
  })
})
