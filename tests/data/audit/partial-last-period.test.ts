import { expect, test } from 'vitest'
import { partialLastPeriod } from '../../../src/data/audit/partial-last-period.js'
import type { AuditContext } from '../../../src/data/audit/audited-column.js'
import { contextOf, ordinaryMarket, series } from './context-of.js'

const ids = (context: AuditContext) => partialLastPeriod(context).map(({ id }) => id)

test('partialLastPeriod is a warning where the last KPI is far below the rows before it', () => {
  const context = ordinaryMarket(4)
  context.dataset.columns.get('kpi_kpi')![207] *= 0.43
  const findings = partialLastPeriod(context).filter(({ id }) => id === 'partial-last-period')
  expect(findings).toMatchObject([
    { severity: 'warning', row: 209, column: 'kpi_kpi', decide: 'accept: [partial-last-period]' },
  ])
  expect(findings[0].message).toMatch(
    /the last KPI is \d\d % of the weeks before it; if the week had not ended, drop the row/,
  )
})

test('partialLastPeriod is not suspected where the KPI falls at this time of every year', () => {
  const context = ordinaryMarket(4)
  const values = context.dataset.columns.get('kpi_kpi')!
  for (const t of [51, 103, 155, 207]) values[t] *= 0.5
  expect(ids(context)).not.toContain('partial-last-period')
})

test('partialLastPeriod compares days with the same weekday', () => {
  const daily = series(120, (t) => (t % 7 === 1 ? 40 : 100) + 2 * Math.sin(5 * t))
  const spend = series(120, (t) => 10 + (t % 5))
  const context = contextOf({ period: 'day', start: '2024-01-01', numbers: { kpi: daily, 'spend tv': spend } })
  expect(119 % 7).toBe(0)
  expect(ids(context)).toEqual([])
  context.dataset.columns.get('kpi_kpi')![119] = 40
  expect(ids(context)).toContain('partial-last-period')
})
