import { expect, test } from 'vitest'
import { constantColumns } from '../../../src/data/audit/constant-columns.js'
import type { AuditContext } from '../../../src/data/audit/audited-column.js'
import { contextOf, kpi, tv } from './context-of.js'

const ids = (context: AuditContext) => constantColumns(context).map(({ id }) => id)

test('constantColumns are errors, all zero or not', () => {
  const context = contextOf({
    numbers: { kpi, 'spend tv': tv, 'spend ooh': tv.map(() => 0), 'control price': tv.map(() => 7) },
    texts: { 'category events': tv.map(() => 'na') },
  })
  expect(constantColumns(context).map(({ id, severity, message }) => [id, severity, message])).toEqual([
    [
      'constant:ooh_spend',
      'error',
      'shop.csv, column `ooh_spend`: spend is 0 in every row of the window; leave ooh out (`ooh.spend`).',
    ],
    [
      'constant:price_control',
      'error',
      'shop.csv, column `price_control`: the control is 7 in every row of the window (`price.control`).',
    ],
    [
      'constant:events_category',
      'error',
      'shop.csv, column `events_category`: the category is `na` in every row of the window (`events.category`).',
    ],
  ])
})

test('constantColumns are errors for the KPI, and for spend unless the channel has media of its own', () => {
  expect(ids(contextOf({ numbers: { kpi: tv.map(() => 5), 'spend tv': tv } }))).toEqual(['constant:kpi_kpi'])
  const fee = tv.map(() => 100)
  expect(ids(contextOf({ numbers: { kpi, 'spend tv': fee } }))).toEqual(['constant:tv_spend'])
  const media = [3, 2, 3, 2, 5, 6, 4, 1, 2, 3]
  expect(ids(contextOf({ numbers: { kpi, 'spend tv': fee, 'media tv': media } }))).toEqual([])
})
