import { expect, it } from 'vitest'
import { priorBeliefsChart } from '../../../src/present/chart/prior-beliefs.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { datasetOf } from '../../support/chart-rows.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()

it('priorBeliefsChart sets the prior beside the estimate', () => {
  const chart = priorBeliefsChart(data, lightTheme)!
  expect(datasetOf(chart, 'marks').slice(0, 2)).toEqual([
    { key: '0 tv', when: 'before', x: 2.1, low: 0.4, high: 9.5 },
    expect.objectContaining({ key: '0 tv', when: 'after' }),
  ])
  expect(chart.subtitle).toContain('all paid media cause 15 % of the KPI (4 to 44 %)')
  expect(chart.table.notes).toHaveLength(2)
})

it('priorBeliefsChart draws what lies at or below zero at a hundredth: its axis is logarithmic', () => {
  const [tv, ...others] = data.summary.channels
  const summary = { ...data.summary, channels: [{ ...tv, roas: { ...tv.roas!, q05: -1 } }, ...others] }
  expect(datasetOf(priorBeliefsChart({ ...data, summary }, lightTheme)!, 'marks')[1].low).toBe(0.01)
})

it('priorBeliefsChart is null without beliefs, and where no channel has a ROAS', () => {
  expect(priorBeliefsChart({ ...data, priorBeliefs: null }, lightTheme)).toBeNull()
  expect(priorBeliefsChart(reportFixture({ valued: false }), lightTheme)).toBeNull()
})
