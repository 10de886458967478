import { expect, test } from 'vitest'
import { unitJumps } from '../../../src/data/audit/unit-jumps.js'
import type { AuditContext } from '../../../src/data/audit/audited-column.js'
import { contextOf, ordinaryMarket, series } from './context-of.js'

const ids = (context: AuditContext) => unitJumps(context).map(({ id }) => id)

const jump = (factor: number, from: number, to = 208) => {
  const context = ordinaryMarket(3)
  const values = context.dataset.columns.get('search_spend')!
  for (let t = from; t < to; t++) values[t] *= factor
  return context
}

test('unitJumps of about 10, 100 and 1,000 are warnings at the first row of the new unit', () => {
  for (const [factor, text] of [
    [1000, 'about 1,000 times as large'],
    [100, 'about 100 times as large'],
    [0.01, 'about 100 times smaller'],
  ] as const) {
    const [finding] = unitJumps(jump(factor, 90)).filter(({ id }) => id === 'unit-jump:search_spend')
    expect(finding).toMatchObject({ severity: 'warning', row: 92 })
    expect(finding.message).toContain(text)
  }
})

test('unitJumps of steady columns are found for a factor of 10, and back again', () => {
  const steady = series(100, (t) => (20 + (t % 3)) * (t >= 40 && t < 60 ? 10 : 1))
  const found = unitJumps(contextOf({ numbers: { kpi: series(100, (t) => 50 + (t % 7)), 'spend tv': steady } }))
  expect(found.filter(({ id }) => id === 'unit-jump:tv_spend')).toMatchObject([{ row: 42 }])
  expect(found[0].message).toContain('lines 42 and 62')
})

test('unitJumps are none where a count starts again every year', () => {
  const context = contextOf({
    numbers: {
      kpi: series(179, (t) => 50 + (t % 7)),
      'spend tv': series(179, (t) => 3 + (t % 5)),
      'control day': series(179, (t) => ((92 + 7 * t) % 365) + 1),
    },
  })
  expect(ids(context)).toEqual([])
})
