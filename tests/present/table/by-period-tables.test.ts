import { describe, expect, it } from 'vitest'
import type { Estimate } from '../../../src/decision/results.js'
import {
  contributionPivots,
  contributionsByPeriodTable,
  lastSpans,
  returnPivots,
  returnsByPeriodTable,
} from '../../../src/present/table/by-period-tables.js'
import { byPeriodFixture } from '../../support/readout-fixture.js'

const years = byPeriodFixture('year')
const quarters = byPeriodFixture('quarter')
const parts = [
  'baseline',
  'price',
  'weather',
  'opening',
  'tv',
  'search',
  'newsletter',
  'offline',
  'all paid media',
  'fitted total',
]

describe('contributionsByPeriodTable', () => {
  it('has a row a span and part, with the span in full', () => {
    const { title, rows } = contributionsByPeriodTable(years)
    expect(title).toBe('Contributions by year, 2023-01-02 to 2024-02-19')
    expect(rows.map(({ year, part }) => `${year} ${part}`)).toEqual(
      ['2023', '2024'].flatMap((year) => parts.map((part) => `${year} ${part}`)),
    )
    expect(rows[0]).toMatchObject({ from: '2023-01-02', to: '2023-12-25', periods: 52, complete: true })
    expect(rows.at(-1)).toMatchObject({ from: '2024-01-01', to: '2024-02-19', periods: 8, complete: false })
    expect(rows[0].contribution).toBe(years.parts[0].contribution[0])
    expect(rows[4].carriedOut).toBe(years.channels[0].returns[0].carriedOut)
    expect((rows[9].share as Estimate).mean).toBeCloseTo(1, 12)
  })

  it('calls the column of quarters by their name', () => {
    const { columns, rows } = contributionsByPeriodTable(quarters)
    expect(columns[0]).toMatchObject({ key: 'quarter', label: 'Quarter' })
    expect(rows[0].quarter).toBe('2023-Q1')
  })
})

describe('returnsByPeriodTable', () => {
  it('has a row a span and channel, and the figures that this KPI has', () => {
    const { rows, columns } = returnsByPeriodTable(years)
    expect(rows.map(({ year, channel }) => `${year} ${channel}`)).toEqual(
      ['2023', '2024'].flatMap((year) =>
        ['tv', 'search', 'newsletter', 'offline', 'all paid media'].map((name) => `${year} ${name}`),
      ),
    )
    expect(rows[5].roas).toBe(years.channels[0].returns[1].roas)
    expect(columns.map(({ key }) => key)).toContain('roi')
    const units = returnsByPeriodTable(byPeriodFixture('year', { kpi: '{ column: sales, kind: units }' }))
    expect(units.columns.map(({ key }) => key)).not.toContain('roas')
    expect(units.columns.map(({ key }) => key)).toContain('costPerKpi')
  })
})

describe('contributionPivots', () => {
  it('put spans side by side and say which are not whole', () => {
    const [table] = contributionPivots(years, 5)
    expect(table.columns.map(({ label }) => label)).toEqual(['Part', '2023', '2024 (8 weeks)'])
    expect(table.rows.map(({ name }) => name)).toEqual(parts)
    expect(table.rows[9]['2024']).toBe(years.fitted[1])
    expect(table.notes?.at(-1)).toBe('A number of weeks in brackets: the window holds only these of the year.')
  })

  it('keep the quarters of a year together, with notes under the last table', () => {
    const tables = contributionPivots(quarters, 5)
    expect(tables.map(({ columns }) => columns.length - 1)).toEqual([4, 1])
    expect(tables.map(({ title }) => title)).toEqual([
      'Contributions by quarter, 2023-01-02 to 2023-12-25',
      'Contributions by quarter, 2024-01-01 to 2024-02-19',
    ])
    expect(tables.map(({ notes }) => notes?.length)).toEqual([0, 2])
  })
})

describe('returnPivots', () => {
  it.each([
    ['{ column: sales, kind: revenue, margin: 0.4 }', 'ROI (profit, after margin) by year', 'roi'],
    ['{ column: sales, kind: revenue }', 'ROAS by year', 'roas'],
    ['{ column: sales, kind: units }', 'Cost per incremental KPI by year', 'costPerKpi'],
  ] as const)('give spend and the return that %s has', (kpi, title, key) => {
    const figures = byPeriodFixture('year', { kpi })
    const [spend, returns] = returnPivots(figures, 5)
    expect(spend.title).toMatch(/^Spend by year/)
    expect(spend.rows[0]['2023']).toBe(figures.channels[0].returns[0].spend)
    expect(returns.title.startsWith(title)).toBe(true)
    expect(returns.rows.map(({ name }) => name)).toEqual(['tv', 'search', 'offline', 'all paid media'])
    expect(returns.rows[3]['2024']).toBe(figures.media[1][key])
  })
})

it('lastSpans keeps the last spans of every list', () => {
  const last = lastSpans(quarters, 2)
  expect(last.spans.map(({ label }) => label)).toEqual(['2023-Q4', '2024-Q1'])
  expect(last.parts[0].contribution).toEqual(quarters.parts[0].contribution.slice(3))
  expect(last.channels[1].returns).toEqual(quarters.channels[1].returns.slice(3))
  expect([last.fitted, last.observed, last.media, last.groups[0].returns].map(({ length }) => length)).toEqual([
    2, 2, 2, 2,
  ])
})
