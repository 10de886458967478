import { describe, expect, it } from 'vitest'
import { actualFittedChart } from '../../../src/present/chart/actual-fitted.js'
import { compileSpec } from '../../../src/present/chart/compile-spec.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { reportFixture } from '../../support/report-fixture.js'

const [{ spec }] = actualFittedChart(reportFixture().summary, lightTheme).panels

describe('compileSpec', () => {
  it('keeps the layer that lights up for the live drawing only', async () => {
    const live = JSON.stringify((await compileSpec(spec, { width: 500, interactive: true })).runtime)
    const still = JSON.stringify((await compileSpec(spec, { width: 500, interactive: false })).runtime)
    expect(live).toContain('hover_marks')
    expect(still).not.toContain('hover_marks')
  })

  it('gives expressions as syntax trees', async () => {
    const { runtime } = await compileSpec(spec, { width: 500, interactive: true })
    expect(JSON.stringify(runtime)).toContain('"ast":{"type":"CallExpression"')
  })

  it('passes on what Vega-Lite says against a specification', async () => {
    const layer = [{ mark: 'line', encoding: { colour: { field: 'x', type: 'quantitative' } } }]
    const { warnings } = await compileSpec({ data: { values: [] }, layer }, { width: 500, interactive: false })
    expect(warnings.join()).toContain('colour')
  })
})
