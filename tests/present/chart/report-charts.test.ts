import { expect, it } from 'vitest'
import { reportCharts } from '../../../src/present/chart/report-charts.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { reportFixture } from '../../support/report-fixture.js'

const names = (options: Parameters<typeof reportFixture>[0]): string[] =>
  reportCharts(reportFixture(options), lightTheme).map(({ name }) => name)

it('reportCharts come in the order of the report', () => {
  expect(names({ channels: ['tv', 'radio'] })).toEqual([
    'actual-fitted',
    'contributions',
    'waterfall',
    'returns',
    'response-curves',
    'trade-off-budget',
    'trade-off-1-tv',
    'trade-off-2-radio',
    'adstock',
    'holdout',
    'residuals',
    'innovations',
    'prior-beliefs',
  ])
})

it('reportCharts have names of their own, also for channels that share their letters', () => {
  const found = names({ channels: ['検索', '広告', 'a b', 'a-b'] })
  expect(new Set(found).size).toBe(found.length)
  expect(found).toContain('trade-off-1')
})

it('reportCharts leave out what these results have not', () => {
  expect(names({ valued: false })).not.toContain('prior-beliefs')
})
