import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditDataset } from '../../../src/data/audit/audit-dataset.js'
import type { AuditContext } from '../../../src/data/audit/audited-column.js'
import { contextOf, kpi, ordinaryMarket, tv } from './context-of.js'

const audit = ({ dataset, uses, lines }: AuditContext, parameters: number | null = null) => {
  return auditDataset(dataset, uses, { lines, parameters })
}

test('auditDataset finds nothing in ordinary markets, yearly December peaks included', () => {
  for (let seed = 1; seed <= 20; seed++) {
    expect([seed, audit(ordinaryMarket(seed), 30).map(({ id }) => id)]).toEqual([seed, []])
  }
})

test('auditDataset runs every check and puts the most severe findings first', () => {
  const context = contextOf({
    numbers: {
      kpi: kpi.map((value, t) => (t === 3 ? -2 : value)),
      'spend tv': tv,
      'media tv': tv.map((value, t) => (t === 0 ? 0 : value)),
      'spend video': tv,
      'control price': tv.map(() => 7),
    },
  })
  expect(audit(context, 11).map(({ id, severity }) => [id, severity])).toEqual([
    ['few-rows', 'error'],
    ['constant:price_control', 'error'],
    ['negative:kpi_kpi', 'warning'],
    ['outlier:kpi_kpi', 'warning'],
    ['spend-without-media:tv_spend', 'warning'],
  ])
})

test('auditDataset without a number of parameters leaves the count of rows out', () => {
  const context = contextOf({ numbers: { kpi, 'spend tv': tv } })
  expect(audit(context)).toEqual([])
  expect(audit(context, 10)).toMatchObject([{ id: 'few-rows', severity: 'warning' }])
})

test('auditDataset says once what it finds in spend that is its own media', () => {
  const { dataset, uses, lines } = contextOf({
    numbers: { kpi, 'spend tv': tv, 'spend video': tv, 'spend ooh': tv.map(() => 0) },
  })
  const spends = uses.filter(({ role }) => role === 'spend')
  const doubled = [...uses, ...spends.map((use) => ({ ...use, role: 'media' as const }))]
  const findings = auditDataset(dataset, doubled, { lines, parameters: null })
  expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
    ['constant:ooh_spend', 'error'],
    ['copy:video_spend', 'error'],
  ])
})

test('auditDataset takes datasets of any size, values and period', () => {
  const number = fc.oneof(fc.constantFrom(0, 1, 1000), fc.double({ noNaN: true, min: 0, max: 1e6 }))
  const rows = fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 40 })
  const kinds = fc.constantFrom('day', 'week', 'month', 'quarter', 'year')
  fc.assert(
    fc.property(rows, kinds, (values, period) => {
      const context = contextOf({
        period,
        start: '2020-01-01',
        numbers: {
          kpi: values.map(([sales]) => sales - 500),
          'spend tv': values.map(([, spend]) => spend),
          'media tv': values.map(([, , media]) => media),
          'control heat': values.map(([sales, spend]) => sales - spend),
        },
      })
      for (const finding of audit(context, 5)) {
        expect(finding.message).toMatch(/^shop\.csv.*\.$/)
        expect(finding.message).not.toMatch(/NaN|undefined|Infinity/)
      }
    }),
    { seed: 12, numRuns: 300 },
  )
})
