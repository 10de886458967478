import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { ChannelSummary } from '../../../src/decision/results.js'
import { channelsCsv, groupsCsv } from '../../../src/app/export/channels-csv.js'

const e = (mean: number) => ({ mean, median: mean + 1, sd: mean + 2, q05: mean + 3, q95: mean + 4 })
const series = { mean: [1], median: [1], sd: [1], q05: [1], q95: [1] }
const point = {
  spend: 50,
  nearOptimal: [40, 60],
  perDraw: { median: 51, q05: 41, q95: 61 },
  pNever: 0.1,
  pBeyond: 0.2,
} as const

const tv: ChannelSummary = {
  name: 'tv, "north"',
  kind: 'paid',
  role: 'demand-capture',
  spend: 100,
  contribution: e(10),
  share: e(20),
  carriedIn: e(30),
  carriedOut: e(40),
  incrementalKpi: e(50),
  incrementalValue: e(60),
  profit: e(70),
  roas: e(80),
  roi: e(90),
  marginalRoas: e(100),
  marginalRoi: e(110),
  costPerKpi: e(120),
  pProfitable: 0.75,
  profitMax: point,
  roiMax: null,
  breakEven: { ...point, nearOptimal: null },
  series,
  flags: ['linear', 'never-pays'],
}

const pr: ChannelSummary = {
  ...tv,
  name: 'pr',
  kind: 'organic',
  role: null,
  spend: null,
  incrementalValue: null,
  profit: null,
  roas: null,
  roi: null,
  marginalRoas: null,
  marginalRoi: null,
  costPerKpi: null,
  pProfitable: null,
  profitMax: null,
  breakEven: null,
  flags: [],
}

describe('channelsCsv(channels)', () => {
  const { data, errors } = Papa.parse<Record<string, string>>(channelsCsv([tv, pr]), {
    header: true,
    skipEmptyLines: true,
  })

  it('has a row a channel, read back by any CSV reader', () => {
    expect(errors).toEqual([])
    expect(data.map(({ channel }) => channel)).toEqual(['tv, "north"', 'pr'])
  })

  it('has a column a figure and statistic, and the points of the curve', () => {
    expect(data[0]).toMatchObject({
      kind: 'paid',
      role: 'demand-capture',
      spend: '100',
      contribution_mean: '10',
      roas_mean: '80',
      roas_q05: '83',
      marginal_roi_q95: '114',
      cost_per_kpi_median: '121',
      p_profitable: '0.75',
      profit_max_spend: '50',
      profit_max_near_low: '40',
      profit_max_near_high: '60',
      profit_max_q95: '61',
      roi_max_spend: '',
      break_even_p_beyond: '0.2',
      flags: 'linear never-pays',
    })
  })

  it('leaves cells empty where a figure has no meaning', () => {
    expect(data[1]).toMatchObject({ role: '', spend: '', contribution_mean: '10', roas_mean: '', profit_max_spend: '' })
  })
})

describe('groupsCsv', () => {
  it('has a row a group with the figures of a channel, and empty cells where money has no meaning', () => {
    const own = {
      ...tv,
      name: 'own',
      channels: ['pr', 'mail, "daily"'],
      spend: null,
      roas: null,
      flags: ['includes-organic'],
    }
    const { data } = Papa.parse<Record<string, string>>(groupsCsv([own]), { header: true, skipEmptyLines: true })
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({
      group: 'own',
      channels: 'pr; mail, "daily"',
      spend: '',
      roas_mean: '',
      contribution_q95: '14',
      p_profitable: '0.75',
      flags: 'includes-organic',
    })
    expect(groupsCsv([])).toBe('group,channels\n')
  })
})
