import { expect, it } from 'vitest'
import type { Chart } from '../../../src/present/chart/chart.js'
import { responseCurvesChart } from '../../../src/present/chart/response-curves.js'
import { darkTheme, lightTheme } from '../../../src/present/chart/theme.js'
import { composePicture, pictureWidth } from '../../../src/present/picture/compose-picture.js'
import { reportFixture } from '../../support/report-fixture.js'

const chart = responseCurvesChart(reportFixture({ channels: ['tv', '<b>radio</b> & "more"'] }), lightTheme)

it('composePicture has title, key and every panel in one drawing', async () => {
  const svg = await composePicture(chart, lightTheme)
  expect(svg).toMatch(new RegExp(`^<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="\\d+"`))
  expect(svg).toContain('>Response curves</text>')
  expect(svg.match(/class="marks"/g)).toHaveLength(2)
  expect(svg).toContain('expected, beyond what the data show</text>')
})

it('composePicture escapes names', async () => {
  const svg = await composePicture(chart, lightTheme)
  expect(svg).toContain('&lt;b&gt;radio&lt;/b&gt; &amp; &quot;more&quot;')
  expect(svg).not.toContain('<b>')
})

it('composePicture keeps the clip paths of its panels apart', async () => {
  const ids = [...(await composePicture(chart, lightTheme)).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids.length).toBeGreaterThan(2)
  expect(new Set(ids).size).toBe(ids.length)
})

it('composePicture breaks a title that is too long, even within a word', async () => {
  const long: Chart = { ...chart, title: 'x'.repeat(300), panels: [] }
  const lines = (await composePicture(long, darkTheme)).match(/>x+<\/text>/g) ?? []
  expect(lines.length).toBeGreaterThan(2)
})
