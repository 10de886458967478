import { describe, expect, it } from 'vitest'
import { budgetTradeOffChart, channelTradeOffChart } from '../../../src/present/chart/trade-off.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()
const titles = (spec: unknown): string[] =>
  [...JSON.stringify(spec).matchAll(/"title":"([^"]*)"/g)].map(([, title]) => title)

describe('channelTradeOffChart', () => {
  const chart = channelTradeOffChart(data.tradeOff.channels[1], data.summary, 1, lightTheme)

  it('shows outcome, profit and ROI against spend', () => {
    expect(chart.name).toBe('trade-off-2-search')
    expect(chart.panels.map(({ spec }) => titles(spec))).toEqual([
      expect.arrayContaining(['Incremental revenue, M EUR', 'Spend over the window, M EUR']),
      expect.arrayContaining(['Profit, M EUR']),
      expect.arrayContaining(['ROI, %']),
    ])
  })

  it('marks today, profit-max with its range, and break-even, each with its spend', () => {
    expect(datasetOf(chart, 'marks', 1).map(({ shape }) => shape)).toEqual(['circle', 'diamond', 'triangle-up'])
    expect(datasetOf(chart, 'near')).toHaveLength(1)
    expect(chart.legend.map(({ label }) => label)).toEqual([
      'today: 2.71 M EUR (905 k a year)',
      'profit-max: 2.35 M EUR (787 k a year)',
      'break-even: 6.85 M EUR (2.29 M a year)',
      'within 1 % of the greatest profit: 1.98 to 2.78 M EUR',
    ])
  })

  it('says that ROI-max at zero spend is no target', () => {
    const radio = channelTradeOffChart(data.tradeOff.channels[3], data.summary, 3, lightTheme)
    expect(radio.legend.map(({ label }) => label)).toContain('ROI-max, not a target: 0 EUR (0 a year)')
  })

  it('leaves out marks that lie beyond the drawing', () => {
    const [tv] = data.tradeOff.channels
    const infinite = {
      ...tv,
      roiMax: { ...tv.profitMax!, spend: 0 },
      curve: { ...tv.curve, roi: { ...tv.curve.roi!, mean: [1e9, ...tv.curve.roi!.mean.slice(1)] } },
    }
    const marks = datasetOf(channelTradeOffChart(infinite, data.summary, 0, lightTheme), 'marks', 2)
    expect(marks.map(({ shape }) => shape)).not.toContain('square')
  })

  it('shows outcome and ROAS without a margin, and outcome alone without a value', () => {
    const margin = reportFixture({ margin: null })
    const units = reportFixture({ valued: false })
    expect(channelTradeOffChart(margin.tradeOff.channels[0], margin.summary, 0, lightTheme).title).toBe(
      'tv: outcome and ROAS against spend',
    )
    expect(channelTradeOffChart(units.tradeOff.channels[0], units.summary, 0, lightTheme).panels).toHaveLength(1)
  })
})

describe('budgetTradeOffChart', () => {
  it('marks the four plans at their own spend, profit and ROI', () => {
    const chart = budgetTradeOffChart(data, lightTheme)
    const marks = datasetOf(chart, 'marks', 1)
    const shapes = ['circle', 'square', 'cross', 'diamond']
    data.tradeOff.plans.forEach((plan, index) => {
      const mark = marks.find(({ shape }) => shape === shapes[index])!
      expect(Number(mark.x) * 1e6).toBeCloseTo(plan.totalSpend, -4)
      expect(Number(mark.y) * 1e6).toBeCloseTo(plan.profit!.mean, -3)
    })
  })

  it('draws large marks below small ones, so that plans in one place are all seen', () => {
    const sizes = datasetOf(budgetTradeOffChart(data, lightTheme), 'marks').map(({ size }) => Number(size))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(new Set(sizes).size).toBe(5)
  })
})
