import { expect, it } from 'vitest'
import { holdoutReturnsTable, holdoutSeriesTable, holdoutTable } from '../../../src/present/table/holdout-table.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture()
const holdout = summary.holdout!

it('holdoutTable has a row for the model, for the model without media, and for the year before', () => {
  const { title, rows } = holdoutTable(holdout, summary)
  expect(title).toBe('Hold-out: 2025-09-29 to 2025-12-22, 13 weeks')
  expect(rows.map(({ prediction }) => prediction)).toEqual([
    'the model',
    'the model without media',
    'the same weeks a year earlier',
  ])
  const { model, seasonalNaive } = holdout
  expect(rows[0]).toMatchObject({ rmse: model.rmse, crps: model.crps, coverage: model.coverage, mape: model.mape })
  expect(rows[0].total).toEqual({ mean: model.total.mean, q05: model.total.q05, q95: model.total.q95 })
  expect(rows[2]).toMatchObject({ coverage: null, total: seasonalNaive.total.mean })
})

it('holdoutTable leaves out relative errors that have no meaning', () => {
  const bare = { ...holdout.model, mape: null }
  const keys = holdoutTable({ ...holdout, model: bare, withoutMedia: bare, seasonalNaive: bare }, summary).columns.map(
    ({ key }) => key,
  )
  expect(keys).not.toContain('mape')
  expect(keys).toContain('relativeRmse')
})

it('holdoutReturnsTable has both returns of every paid channel and of all of them, and says which moved', () => {
  const { title, rows, notes } = holdoutReturnsTable(holdout, summary)
  expect(title).toBe('ROAS with and without 2025-09-29 to 2025-12-22, 13 weeks')
  expect(rows.map(({ channel }) => channel)).toEqual(['tv', 'search', 'social', 'radio', 'display', 'all paid media'])
  expect(rows[0]).toMatchObject({ all: summary.channels[0].roas, note: '' })
  expect(rows[0].change).toBeCloseTo(-0.1, 12)
  expect(rows[3].note).toBe('moves out of its interval')
  expect(notes![0]).toMatch(/^Both for the same spend, 2023-01-02 to 2025-12-22, 156 weeks;/)
})

it('holdoutReturnsTable says so where the report shows another window', () => {
  const lastYear = { ...summary, window: { ...summary.window, periods: 52 } }
  expect(holdoutReturnsTable(holdout, lastYear).notes![0]).toMatch(/^Both for the same spend, that of all 156 weeks;/)
})

it('holdoutSeriesTable has a row a held-out period', () => {
  const { rows } = holdoutSeriesTable(holdout, summary)
  expect(rows).toHaveLength(13)
  expect(rows[12]).toEqual({
    period: '2025-12-22',
    observed: summary.observed[155],
    model: { mean: holdout.model.mean[12], q05: holdout.model.q05![12], q95: holdout.model.q95![12] },
    withoutMedia: {
      mean: holdout.withoutMedia.mean[12],
      q05: holdout.withoutMedia.q05![12],
      q95: holdout.withoutMedia.q95![12],
    },
    seasonalNaive: summary.observed[103],
  })
})
