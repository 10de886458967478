import { expect, it } from 'vitest'
import { contributionsTable } from '../../../src/present/table/contributions-table.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture({ organic: ['newsletter'] })
const table = contributionsTable(summary)

it('contributionsTable names every part with its kind', () => {
  expect(table.rows.map(({ part, kind }) => `${String(part)} ${String(kind)}`)).toEqual([
    'baseline baseline',
    'price treatment',
    'temperature control',
    'black friday control',
    'tv paid',
    'search paid',
    'social paid',
    'radio paid',
    'display paid',
    'newsletter organic',
    'offline group',
    'all paid media sum',
  ])
})

it('contributionsTable has means that add up to the fitted total', () => {
  const parts = table.rows.filter(({ kind }) => kind !== 'group' && kind !== 'sum')
  const sum = parts.reduce((total, { contribution }) => total + (contribution as { mean: number }).mean, 0)
  const fitted = summary.fitted.mean.reduce((total, value) => total + value, 0)
  expect(sum / fitted).toBeCloseTo(1, 4)
})

it('contributionsTable gives the bridge for channels and not for the baseline', () => {
  expect(table.rows[0].carriedIn).toBeNull()
  expect(table.rows[4].carriedIn).toEqual(summary.channels[0].carriedIn)
  expect(table.rows[4].share).toEqual(summary.channels[0].share)
})
