import { describe, expect, it } from 'vitest'
import { analyseChannel } from '../../../src/decision/analysis/channel-analysis.js'
import { tradeOff } from '../../../src/decision/analysis/trade-off.js'
import { budgetFrontier } from '../../../src/decision/optimise/budget-frontier.js'
import { frontierChart } from '../../../src/present/chart/frontier.js'
import { renderSvg } from '../../../src/present/chart/render-svg.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { frontierSection } from '../../../src/present/report/frontier-section.js'
import { frontierTables } from '../../../src/present/table/frontier-table.js'
import { tableCsv } from '../../../src/present/table/to-csv.js'
import { closedFormResponse, hill } from '../../decision/support/closed-form-response.js'
import { reportFixture } from '../../support/report-fixture.js'

function dataWith(margin: number | null) {
  const forms = [hill(9e6, 3e6, 1), hill(5e6, 1e6, 1)]
  const channels = forms.map((form, c) =>
    analyseChannel(
      closedFormResponse({
        channel: ['tv', 'radio'][c],
        spend: 1e6 * (3 - c),
        draws: [form, hill(8e6, 3e6, 1)],
        margin,
      }),
      null,
    ),
  )
  const trade = tradeOff(channels, { currency: 'EUR', years: 1 })
  const frontier = budgetFrontier(channels, trade.plans)!
  return { ...reportFixture(margin === null ? { margin: null } : {}), tradeOff: trade, frontier }
}

describe('frontierChart', () => {
  it('draws outcome, profit and ROI of every budget, with every plan and break-even in its key', async () => {
    const chart = frontierChart(dataWith(0.6), lightTheme)
    expect(chart.name).toBe('frontier')
    expect(chart.title).toBe('The best split of every budget: outcome, profit and ROI against spend')
    expect(chart.panels).toHaveLength(3)
    expect(chart.legend.map(({ label }) => label.split(':')[0])).toEqual([
      'today',
      'same sales for less',
      'best split of today’s budget',
      'profit-max',
      'break-even',
    ])
    for (const { spec } of chart.panels) expect(await renderSvg(spec, 300)).toContain('<svg')
  })

  it('leaves profit out without a margin', () => {
    const chart = frontierChart(dataWith(null), lightTheme)
    expect(chart.title).not.toContain('profit')
    expect(chart.table.columns.map(({ key }) => key)).not.toContain('profit')
  })
})

describe('frontierTables', () => {
  it('have a row a budget and a row a plan, every number in the CSV', () => {
    const [points, marks] = frontierTables(dataWith(0.6))
    expect(points.rows).toHaveLength(41)
    expect(points.rows.map(({ ofToday }) => Number((ofToday as number).toFixed(9)))).toContain(1)
    expect(marks.rows.map(({ plan }) => plan)).toContain('Break-even')
    const header = tableCsv(points).split('\n')[0]
    expect(header).toMatch(/^budget,ofToday,incrementalKpi_mean,.*,lastUnit,spend\.tv,spend\.radio$/)
    expect(frontierTables(dataWith(0.6), 5)[0].rows).toHaveLength(9)
    expect(frontierTables({ ...dataWith(0.6), frontier: null })).toEqual([])
  })
})

describe('frontierSection', () => {
  it('shows the chart and the plans, and nothing without paid spend', async () => {
    const context = { theme: lightTheme, drawings: { specs: [] } }
    const section = await frontierSection({ ...context, data: dataWith(0.6) })
    expect(section?.heading).toBe('Every budget at its best')
    expect(section?.body.markup).toContain('chart-frontier')
    expect(section?.body.markup).toContain('Break-even')
    expect(await frontierSection({ ...context, data: reportFixture() })).toBe(null)
  })
})
