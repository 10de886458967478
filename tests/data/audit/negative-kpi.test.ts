import { expect, test } from 'vitest'
import { negativeKpi } from '../../../src/data/audit/negative-kpi.js'
import { contextOf, kpi, tv } from './context-of.js'

test('negativeKpi warns of rows below zero, and of those alone', () => {
  expect(negativeKpi(contextOf({ numbers: { kpi, 'spend tv': tv } }))).toEqual([])
  const context = contextOf({ numbers: { kpi: kpi.map((value, t) => (t === 3 ? -2 : value)), 'spend tv': tv } })
  expect(negativeKpi(context)).toEqual([
    {
      id: 'negative:kpi_kpi',
      severity: 'warning',
      message: 'shop.csv line 5, column `kpi_kpi` (2020-01-27): the KPI is negative (-2).',
      column: 'kpi_kpi',
      row: 5,
      decide: 'accept: [negative:kpi_kpi]',
    },
  ])
})

test('negativeKpi names the period alone where the rows came from no file', () => {
  const context = contextOf({ numbers: { kpi: kpi.map((value, t) => (t === 3 ? -2 : value)), 'spend tv': tv } })
  const [finding] = negativeKpi({ ...context, lines: null })
  expect(finding.row).toBe(null)
  expect(finding.message).toBe('shop.csv, column `kpi_kpi` (2020-01-27): the KPI is negative (-2).')
})
