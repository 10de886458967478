import { describe } from 'vitest'
import { reportCharts } from '../../src/present/chart/report-charts.js'
import { lightTheme } from '../../src/present/chart/theme.js'
import { reportFixture } from '../support/report-fixture.js'
import { describeChart } from './chart.js'

const names = [
  'Television, national and regional, incl. sponsorship',
  '検索広告（ブランド）',
  'Контекстная реклама',
  'إعلانات الراديو',
  'Außenwerbung Großflächen',
  'Print & <b>Magazines</b>',
  'social',
  'display',
  'video on demand',
  'direct mail',
  'cinema',
  'affiliates',
  'podcasts',
]

describe.each([
  ['an ordinary market', {}],
  ['thirteen channels with long and foreign names', { channels: names, organic: ['newsletter', 'PR'] }],
  ['a market without margin', { channels: ['tv', 'radio'], margin: null }],
  ['units without value, 8 weeks, one channel', { channels: ['tv'], valued: false, periods: 8 }],
])('in %s', (_, options) => {
  // All channels' trade-offs are one kind of chart: two of them say as much as thirteen.
  const charts = reportCharts(reportFixture(options), lightTheme).filter(
    ({ name }) => !/^trade-off-([3-9]|1\d)/.test(name),
  )
  for (const chart of charts) describeChart(chart)
})
