import { expect, test } from 'vitest'
import { outliers } from '../../../src/data/audit/outliers.js'
import type { AuditContext } from '../../../src/data/audit/audited-column.js'
import { contextOf, ordinaryMarket, series } from './context-of.js'

const ids = (context: AuditContext) => outliers(context).map(({ id }) => id)
const messages = (context: AuditContext) => outliers(context).map(({ message }) => message)

const withKpi = (change: (values: Float64Array) => void) => {
  const context = ordinaryMarket(1)
  change(context.dataset.columns.get('kpi_kpi')!)
  return context
}

test('outliers of the KPI are warnings unless they come back in other years', () => {
  const context = withKpi((values) => (values[70] *= 2))
  expect(outliers(context)).toMatchObject([{ id: 'outlier:kpi_kpi', severity: 'warning', row: 72 }])
  expect(messages(context)[0]).toMatch(
    /^shop\.csv line 72, column `kpi_kpi` \(2021-05-10\): \d+\.\d+ lies far from the usual level/,
  )
  expect(ids(withKpi((values) => [18, 70, 123, 174].forEach((t) => (values[t] *= 2))))).toEqual([])
})

test('outliers of the KPI may be low as well', () => {
  expect(ids(withKpi((values) => (values[100] = 10)))).toEqual(['outlier:kpi_kpi'])
})

test('outliers of monthly and annual data are found, and the monthly December is none', () => {
  const monthly = series(60, (t) => 100 + (t % 12 === 11 ? 80 : 0) + 3 * Math.sin(7 * t))
  const spend = series(60, (t) => 10 + (t % 5))
  expect(
    ids(contextOf({ period: 'month', start: '2019-01-01', numbers: { kpi: monthly, 'spend tv': spend } })),
  ).toEqual([])
  monthly[30] = 300
  expect(
    ids(contextOf({ period: 'month', start: '2019-01-01', numbers: { kpi: monthly, 'spend tv': spend } })),
  ).toEqual(['outlier:kpi_kpi'])
})

test('outliers of days are judged against the same weekday', () => {
  const daily = series(200, (t) => (t % 7 === 6 ? 20 : 100) + 3 * Math.sin(5 * t))
  const spend = series(200, (t) => 10 + (t % 5))
  const context = contextOf({ period: 'day', start: '2024-01-01', numbers: { kpi: daily, 'spend tv': spend } })
  expect(ids(context)).toEqual([])
  context.dataset.columns.get('kpi_kpi')![97] = 100
  expect(ids(context)).toEqual(['outlier:kpi_kpi'])
})

test('outliers of media are values several times the largest other burst', () => {
  const context = ordinaryMarket(2)
  context.dataset.columns.get('tv_spend')![40] = 90000
  expect(ids(context)).toEqual(['outlier:tv_spend'])
})
