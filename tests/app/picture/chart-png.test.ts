import { expect, it } from 'vitest'
import { chartPng } from '../../../src/app/picture/chart-png.js'
import { returnsChart } from '../../../src/present/chart/returns.js'
import { darkTheme, lightTheme } from '../../../src/present/chart/theme.js'
import { pictureWidth } from '../../../src/present/picture/compose-picture.js'
import { reportFixture } from '../../support/report-fixture.js'

const chart = returnsChart(reportFixture().summary, lightTheme)

/** Signature and width of a PNG, from its first chunk (PNG specification, sections 5.2 and 11.2.2). */
function headerOf(png: Uint8Array): { signature: string; width: number } {
  const bytes = Buffer.from(png)
  return { signature: bytes.toString('latin1', 1, 4), width: bytes.readUInt32BE(16) }
}

it('chartPng(chart) is a PNG of twice the width of the drawing, or as many times as asked for', async () => {
  expect(headerOf(await chartPng(chart))).toEqual({ signature: 'PNG', width: 2 * pictureWidth })
  expect(headerOf(await chartPng(chart, { scale: 1 }))).toEqual({ signature: 'PNG', width: pictureWidth })
})

it('chartPng(chart) gives the same bytes again, others in another theme', async () => {
  const first = await chartPng(chart, { scale: 1 })
  expect(await chartPng(chart, { scale: 1 })).toEqual(first)
  expect(await chartPng(chart, { scale: 1, theme: darkTheme })).not.toEqual(first)
})
