import { expect, it } from 'vitest'
import { resultsTable } from '../../../src/present/table/results-table.js'
import { reportFixture } from '../../support/report-fixture.js'

const keys = (options: Parameters<typeof reportFixture>[0]): string[] =>
  resultsTable(reportFixture(options).summary).columns.map(({ key }) => key)

it('resultsTable has a row a channel, a group, and one for all paid media', () => {
  const { summary } = reportFixture()
  const { rows } = resultsTable(summary)
  expect(rows.map(({ channel }) => channel)).toEqual([
    'tv',
    'search',
    'social',
    'radio',
    'display',
    'offline',
    'all paid media',
  ])
  expect(rows[0].roas).toEqual(summary.channels[0].roas)
  expect(rows[5]).toMatchObject({ roi: summary.groups[0].roi, note: '' })
  expect(rows[6].pProfitable).toBe(summary.media.pProfitable)
})

it('resultsTable shows ROI with a margin, ROAS without one, and cost per KPI without a value', () => {
  expect(keys({})).toEqual(['channel', 'spend', 'share', 'roas', 'roi', 'marginalRoi', 'pProfitable', 'note'])
  expect(keys({ margin: null })).toEqual(['channel', 'spend', 'share', 'roas', 'marginalRoas', 'note'])
  expect(keys({ valued: false, channels: ['tv'] })).toEqual(['channel', 'spend', 'share', 'costPerKpi'])
})

it('resultsTable says which returns are bounds and which are the prior’s', () => {
  const { rows } = resultsTable(reportFixture().summary)
  expect(rows[1].note).toBe('upper bound: includes demand created elsewhere')
  expect(rows[3].note).toBe('mostly from the prior: the data say little')
})

it('resultsTable states window, tail and definition', () => {
  const table = resultsTable(reportFixture().summary)
  expect(table.title).toBe('Results, 2023-01-02 to 2025-12-22, 156 weeks')
  expect(table.notes?.join(' ')).toMatch(/9 of 10 cases.*within 14 weeks.*after margin/)
})
