import { expect, it } from 'vitest'
import { responseCurvesChart } from '../../../src/present/chart/response-curves.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { figureHtml } from '../../../src/present/report/figure.js'
import { reportFixture } from '../../support/report-fixture.js'

const chart = responseCurvesChart(reportFixture({ channels: ['tv', 'a "b" <c>'] }), lightTheme)

it('figureHtml draws every panel without scripts, with words for those who do not see it', async () => {
  const drawings = { specs: [] }
  const { markup } = await figureHtml(chart, drawings)
  expect(markup.match(/<div class="static"><svg /g)).toHaveLength(2)
  expect(markup.match(/role="img"/g)).toHaveLength(2)
  expect(markup).toContain('aria-label="Tv: incremental revenue against spend: at 0.5 × today')
  expect(markup).toContain('a &quot;b&quot; &lt;c&gt;')
  expect(drawings.specs).toEqual(chart.panels.map(({ spec }) => spec))
})

it('figureHtml numbers its drawings after those before', async () => {
  const drawings = { specs: [{}, {}] }
  const { markup } = await figureHtml(chart, drawings)
  expect([...markup.matchAll(/data-panel="(\d+)"/g)].map(([, index]) => index)).toEqual(['2', '3'])
})

it('figureHtml has the figures as a table that opens with the keyboard', async () => {
  const { markup } = await figureHtml(chart, { specs: [] })
  expect(markup).toMatch(/<details>\s*<summary>Figures as a table/)
  expect(markup).toMatch(/<th scope="col"\s+class="n">\s*Multiple/)
})

it('figureHtml leaves the title to screen readers where the section says it, and takes a sentence', async () => {
  const { markup } = await figureHtml(chart, { specs: [] }, { title: 'spoken', sentence: 'It costs 1 EUR.' })
  expect(markup).toMatch(/id="chart-response-curves-title"\s+class="spoken"/)
  expect(markup).toContain('<p class="sentence">It costs 1\u00a0EUR.</p>')
})
