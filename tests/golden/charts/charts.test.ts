import { expect, it } from 'vitest'
import { reportCharts } from '../../../src/present/chart/report-charts.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { reportFixture } from '../../support/report-fixture.js'

const charts = reportCharts(reportFixture({ channels: ['tv', 'radio'], periods: 8 }), lightTheme)

// After a change that is meant: `npx vitest run tests/golden/charts -u`, look at the pictures, and commit both.
it.each(charts.map((chart) => [chart.name, chart] as const))(
  'the specification of %s is the one that was looked at',
  async (name, chart) => {
    const panels = chart.panels.map(({ title, note, spec }) => ({ title, note, spec }))
    const text = JSON.stringify({ title: chart.title, subtitle: chart.subtitle, legend: chart.legend, panels }, null, 1)
    await expect(`${text}\n`).toMatchFileSnapshot(`${name}.json`)
  },
)
