import { expect, it } from 'vitest'
import { actualFittedChart } from '../../../src/present/chart/actual-fitted.js'
import { renderSvg } from '../../../src/present/chart/render-svg.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { channelTradeOffChart } from '../../../src/present/chart/trade-off.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()

it('renderSvg draws at the width asked for', async () => {
  const [{ spec }] = actualFittedChart(data.summary, lightTheme).panels
  expect(await renderSvg(spec, 500)).toMatch(/^<svg [^>]*width="500"/)
  expect(await renderSvg(spec, 300)).toMatch(/^<svg [^>]*width="300"/)
})

it('renderSvg gives the same text again, ids included, whatever was drawn before', async () => {
  const [{ spec }] = channelTradeOffChart(data.tradeOff.channels[0], data.summary, 0, lightTheme).panels
  const first = await renderSvg(spec, 320)
  expect(first).toContain('id="clip0"')
  expect(await renderSvg(spec, 320)).toBe(first)
})
