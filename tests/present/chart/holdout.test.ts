import { expect, it } from 'vitest'
import type { Holdout } from '../../../src/fit/holdout/holdout.js'
import { holdoutChart } from '../../../src/present/chart/holdout.js'
import { renderSvg } from '../../../src/present/chart/render-svg.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture()
const holdout = summary.holdout!

/** The fixture's first periods under other labels. */
function relabelled(labels: readonly string[]): Holdout {
  const cut = (values: readonly number[]): number[] => values.slice(0, labels.length)
  const shorter = (prediction: Holdout['model']): Holdout['model'] => ({
    ...prediction,
    mean: cut(prediction.mean),
    q05: prediction.q05 && cut(prediction.q05),
    q95: prediction.q95 && cut(prediction.q95),
  })
  return {
    ...holdout,
    periods: labels,
    from: labels[0],
    to: labels.at(-1)!,
    observed: cut(holdout.observed),
    model: shorter(holdout.model),
    seasonalNaive: shorter(holdout.seasonalNaive),
  }
}

it('holdoutChart draws every held-out period: observed in its middle, band and predictions along it', () => {
  const chart = holdoutChart(holdout, summary, lightTheme)
  const rows = datasetOf(chart, 'periods')
  expect(rows).toHaveLength(13)
  const start = Date.UTC(2025, 8, 29)
  const week = 7 * 86_400_000
  expect(rows[0]).toMatchObject({ t: start, middle: start + week / 2, end: start + week })
  expect(Number(rows[0].y) * 1e6).toBeCloseTo(holdout.observed[0], -2)
  expect(Number(rows[0].high) * 1e6).toBeCloseTo(holdout.model.q95![0], -2)
  expect(Number(rows[0].earlier) * 1e6).toBeCloseTo(holdout.seasonalNaive.mean[0], -2)
  expect(chart.subtitle).toBe('2025-09-29 to 2025-12-22, 13 weeks; fitted to the 143 weeks before')
  expect(chart.panels[0].description).toContain('the model predicts better')
})

it.each([
  [['1960'], 'year', ['1960']],
  [['2024-Q4'], 'quarter', ['2024-Q4']],
  [['2024-10', '2024-11', '2024-12'], 'month', ['Oct 2024', 'Nov 2024', 'Dec 2024']],
])('holdoutChart labels %j in the middle of each period, however few there are', async (labels, period, shown) => {
  const window = { ...summary.window, period }
  const chart = holdoutChart(relabelled(labels), { ...summary, window }, lightTheme)
  const svg = await renderSvg(chart.panels[0].spec, 760)
  for (const label of shown) expect(svg).toContain(`>${label}<`)
})
