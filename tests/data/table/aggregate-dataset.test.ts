import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfDate } from '../../../src/data/calendar/civil-date.js'
import { periodLabel } from '../../../src/data/calendar/period-arithmetic.js'
import type { PeriodKind } from '../../../src/data/calendar/period.js'
import { aggregateDataset } from '../../../src/data/table/aggregate-dataset.js'
import type { AggregateRule, Dataset } from '../../../src/data/table/dataset.js'

/** Days from a Monday on, with one column, its values, and the window in which the KPI is known. */
function days(
  first: number,
  values: readonly number[],
  window: readonly [number, number] = [0, values.length],
): Dataset {
  const startDays = values.map((_, t) => first + t)
  return {
    file: 'a.csv',
    period: 'day',
    periods: startDays.map((day) => periodLabel('day', day)),
    startDays,
    windowStart: window[0],
    windowEnd: window[1],
    columns: new Map([['sales', Float64Array.from(values)]]),
    texts: new Map([['events', values.map(String)]]),
    fingerprint: '',
  }
}

interface Wanted {
  readonly period?: PeriodKind
  readonly rule?: AggregateRule
  readonly weekStarts?: number
}

function aggregate(rows: Dataset, { period = 'week', rule = 'sum', weekStarts }: Wanted = {}) {
  const kpi = { column: 'sales', role: 'kpi', owner: 'kpi', missing: null, path: 'kpi.column' } as const
  const request = { date: 'day', period, weekStarts: weekStarts ?? null, uses: [kpi], missing: {} }
  const rules = new Map<string, AggregateRule>([
    ['sales', rule],
    ['events', rule],
  ])
  const { dataset, findings } = aggregateDataset(rows, rules, request)
  return { dataset, sales: dataset === null ? null : [...dataset.columns.get('sales')!], findings }
}

const monday = dayOfDate(2024, 1, 1)
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)

describe('aggregateDataset(rows, rules, request)', () => {
  it.each([
    ['sum', [28, 77]],
    ['mean', [4, 11]],
    ['first', [1, 8]],
    ['last', [7, 14]],
    ['min', [1, 8]],
    ['max', [7, 14]],
  ] as const)('turns days into weeks by the rule %s', (rule, weeks) => {
    const { dataset, sales, findings } = aggregate(days(monday, upTo(14)), { rule })
    expect(sales).toEqual(weeks)
    expect(dataset).toMatchObject({
      period: 'week',
      periods: ['2024-01-01', '2024-01-08'],
      windowStart: 0,
      windowEnd: 2,
    })
    expect(dataset!.startDays).toEqual([monday, monday + 7])
    expect(dataset!.texts.get('events')).toEqual(rule === 'first' ? ['1', '8'] : ['7', '14'])
    expect(findings).toEqual([])
  })

  it('begins weeks on the day that is asked for', () => {
    const { dataset, sales } = aggregate(days(monday, upTo(14)), { weekStarts: 3 })
    expect(dataset!.periods).toEqual(['2024-01-03'])
    expect(sales).toEqual([3 + 4 + 5 + 6 + 7 + 8 + 9])
  })

  it('leaves out a first and a last period that are incomplete, each with a warning', () => {
    const { dataset, sales, findings } = aggregate(days(monday + 2, upTo(5 + 7 + 1)))
    expect(dataset!.periods).toEqual(['2024-01-08'])
    expect(sales).toEqual([6 + 7 + 8 + 9 + 10 + 11 + 12])
    expect(findings).toEqual([
      {
        id: 'partial-first-period',
        severity: 'warning',
        message:
          'a.csv, column `day`: the first week, 2024-01-01, has 5 of its 7 days (2024-01-03 to 2024-01-07), so it was left out.',
        column: 'day',
        row: null,
        decide: 'accept: [partial-first-period]',
      },
      {
        id: 'partial-last-period',
        severity: 'warning',
        message:
          'a.csv, column `day`: the last week, 2024-01-15, has 1 of its 7 days (2024-01-15 to 2024-01-15), so it was left out.',
        column: 'day',
        row: null,
        decide: 'accept: [partial-last-period]',
      },
    ])
  })

  it('counts a period in which the KPI is known in part only as history or future, with a warning', () => {
    const values = [NaN, NaN, ...upTo(26)]
    values.fill(NaN, 25)
    const { dataset, sales, findings } = aggregate(days(monday, values, [2, 25]))
    expect(sales).toEqual([NaN, 63, 112, NaN])
    expect(dataset).toMatchObject({ windowStart: 1, windowEnd: 3 })
    expect(findings.map(({ id, message }) => [id, message])).toEqual([
      [
        'partial-first-period',
        'a.csv, column `sales`: the KPI is known in 5 of the 7 days of the week 2024-01-01, so it counts as media history.',
      ],
      [
        'partial-last-period',
        'a.csv, column `sales`: the KPI is known in 4 of the 7 days of the week 2024-01-22, so it counts as the future.',
      ],
    ])
  })

  it('makes months of 28 to 31 days, quarters of months, and years', () => {
    const january = days(monday, upTo(31 + 29))
    expect(aggregate(january, { period: 'month' }).sales).toEqual([496, 1334])
    expect(aggregate(january, { period: 'month' }).dataset!.periods).toEqual(['2024-01', '2024-02'])
    const months: Dataset = {
      ...days(monday, upTo(7)),
      period: 'month',
      startDays: Array.from({ length: 7 }, (_, m) => dayOfDate(2024, m + 1, 1)),
    }
    const quarters = aggregate(months, { period: 'quarter' })
    expect(quarters.sales).toEqual([6, 15])
    expect(quarters.dataset!.periods).toEqual(['2024-Q1', '2024-Q2'])
    expect(quarters.findings[0].message).toContain('the last quarter, 2024-Q3, has 1 of its 3 months')
  })

  it('knows nothing of a period of which a row is unknown', () => {
    const values = upTo(14)
    values[3] = NaN
    expect(aggregate(days(monday, values), { rule: 'mean' }).sales).toEqual([NaN, 11])
    expect(aggregate(days(monday, values), { rule: 'last' }).sales).toEqual([7, 14])
  })

  it('is an error where no period is complete, or the KPI known throughout none', () => {
    const few = aggregate(days(monday + 1, upTo(9)))
    expect(few.dataset).toBeNull()
    expect(few.findings.at(-1)).toMatchObject({
      severity: 'error',
      message: 'a.csv, column `day`: the rows do not fill a single week.',
    })
    const torn = aggregate(days(monday, upTo(14), [3, 9]))
    expect(torn.dataset).toBeNull()
    expect(torn.findings.at(-1)?.message).toBe('a.csv: the KPI is known in every row of no week.')
  })

  it('sums as exactly as a double can, whatever the sizes and the order', () => {
    expect(aggregate(days(monday, [1e16, 1, 1, 1, 1, -1e16, 0])).sales).toEqual([4])
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(cents, (numbers) => {
        const values = numbers.map((number) => number / 64)
        const [forward] = aggregate(days(monday, values)).sales!
        const [backward] = aggregate(days(monday, values.toReversed())).sales!
        expect(forward).toBe(backward)
        expect(forward).toBe(numbers.reduce((a, b) => a + b, 0) / 64)
      }),
      { seed: 7, numRuns: 100 },
    )
  })
})
