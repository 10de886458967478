import { describe, expect, it } from 'vitest'
import { hasReturns, returnsChart } from '../../../src/present/chart/returns.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture()
const chart = returnsChart(summary, lightTheme)

describe('returnsChart', () => {
  it('has the best channel first, then groups, and all paid media last', () => {
    const keys = datasetOf(chart, 'rows').map(({ key }) => key)
    expect(keys).toEqual([
      '0 search',
      '1 social',
      '2 display',
      '3 tv',
      '4 radio',
      '5 offline (group)',
      '6 all paid media',
    ])
  })

  it('shows ROI and marginal ROI in percent with a margin', () => {
    const [roi, marginal] = datasetOf(chart, 'marks')
    expect([roi.measure, marginal.measure]).toEqual(['average', 'marginal'])
    expect(roi.x).toBeCloseTo(100 * summary.channels[1].roi!.mean, 2)
    expect(marginal.low).toBeCloseTo(100 * summary.channels[1].marginalRoi!.q05, 2)
  })

  it('shows ROAS without a margin and cost per KPI, the cheapest first, without a value', () => {
    expect(returnsChart(reportFixture({ margin: null }).summary, lightTheme).title).toBe('ROAS against marginal ROAS')
    const costs = returnsChart(reportFixture({ valued: false }).summary, lightTheme)
    expect(costs.title).toBe('Cost per incremental KPI')
    expect(datasetOf(costs, 'rows').map(({ key }) => key)[0]).toBe('0 search')
  })

  it('cuts an interval that would make points of the others, and marks it', () => {
    const [tv, ...others] = summary.channels
    const wide = { ...tv, roi: { ...tv.roi!, q95: 90 } }
    const marks = datasetOf(returnsChart({ ...summary, channels: [wide, ...others] }, lightTheme), 'marks')
    const cut = marks.find(({ key, measure }) => key === '3 tv' && measure === 'average')!
    expect(Number(cut.high)).toBeLessThan(1000)
    expect(cut.label).toBe('-18 % ↔')
  })
})

describe('hasReturns', () => {
  it('is false where no channel has spend', () => {
    expect(hasReturns(summary)).toBe(true)
    expect(hasReturns({ ...summary, channels: [] })).toBe(false)
  })
})
