import { describe, expect, it } from 'vitest'
import { compileSpec } from '../../../src/present/chart/compile-spec.js'
import { posteriorCharts } from '../../../src/present/chart/posterior-charts.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { gateSentences, posteriorSection } from '../../../src/present/report/posterior-section.js'
import { posteriorFixture } from '../../support/posterior-fixture.js'
import { reportFixture } from '../../support/report-fixture.js'
import { sectionContext, visibleText } from '../../support/section-context.js'

const made = reportFixture()
const diagnostics = {
  ...made.summary.diagnostics,
  chains: 4,
  draws: 1000,
  rhatMax: 1.0065,
  essBulkMin: 1870,
  essTailMin: 1500,
  divergences: 0,
}
const data = { ...made, summary: { ...made.summary, diagnostics }, posterior: posteriorFixture() }

describe('posteriorSection', () => {
  it('is null for methods without chains', async () => {
    expect(await posteriorSection(sectionContext(made))).toBeNull()
    expect(await posteriorSection(sectionContext({ ...made, posterior: null }))).toBeNull()
  })

  it('shows learning, replicated KPIs, traces and ranks as stills, and the tables of the chains', async () => {
    const context = sectionContext(data)
    const { body } = (await posteriorSection(context))!
    const figures = [...body.markup.matchAll(/<figure id="chart-([a-z-]+)"/g)].map(([, name]) => name)
    expect(figures).toEqual(['learning', 'predictive-check', 'traces', 'ranks'])
    expect(context.drawings.specs).toEqual([])
    expect(body.markup).not.toContain('data-panel')
    for (const title of [
      'Chains',
      'Least well sampled quantities',
      'Channels that trade off',
      'Monte Carlo error of ROAS',
    ])
      expect(visibleText(body.markup)).toContain(title)
  })

  it('draws every chart without a complaint of the compiler', async () => {
    for (const { panels } of posteriorCharts(data, lightTheme))
      for (const { spec } of panels)
        expect((await compileSpec(spec, { width: 200, interactive: false })).warnings).toEqual([])
  })
})

describe('gateSentences', () => {
  it('says what the gate says, who decided, and what the model does not draw', () => {
    expect(gateSentences(data.posterior, data.summary)).toEqual([
      'The chains agree: 4 chains of 1000 draws, 14 quantities: R-hat at most 1.006, at least 1500 effective draws, no divergence.',
      'The prior decides more than the data: radio.',
      'Prior and data conflict, so that the answer moves with either: newsletter.',
      'KPIs drawn from the model differ from the observed one: lag-one correlation of residuals is high: something slow is missing.',
    ])
  })

  it('repeats the advice of a gate that failed', () => {
    const failed = { ...diagnostics, passed: false, advice: ['Raise `fit.draws`.'], divergences: 3 }
    const [gate, advice] = gateSentences(data.posterior, { ...data.summary, diagnostics: failed })
    expect(gate).toMatch(/^These chains are not to be believed yet: .*, 3 divergences\.$/)
    expect(advice).toBe('Raise `fit.draws`.')
  })
})
