import { describe, expect, it } from 'vitest'
import { svgToPng } from '../../../src/app/picture/svg-to-png.js'
import { pngPixels } from '../../support/png-pixels.js'

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="100%" height="100%" fill="#ffffff"/>${content}</svg>`
const text = (value: string, weight = 400): string =>
  svg(
    `<text x="10" y="28" font-family="Inter, system-ui, sans-serif" font-size="24" font-weight="${weight}" fill="#000000">${value}</text>`,
  )

function darkPixels(png: Uint8Array): number {
  const { data } = pngPixels(png)
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark++
  return dark
}

describe('svgToPng', () => {
  it('draws text: a picture with words has dark pixels, one without has none', () => {
    expect(darkPixels(svgToPng(svg('')))).toBe(0)
    expect(darkPixels(svgToPng(text('Revenue')))).toBeGreaterThan(500)
  })

  it('has a bold face', () => {
    expect(darkPixels(svgToPng(text('Revenue', 600)))).toBeGreaterThan(1.15 * darkPixels(svgToPng(text('Revenue'))))
  })

  it.each(['Größe', 'реклама', 'διαφήμιση'])('draws %s with the fonts that come along', (word) => {
    expect(darkPixels(svgToPng(text(word)))).toBeGreaterThan(300)
  })

  it('makes two pixels of one unless told otherwise', () => {
    expect(pngPixels(svgToPng(text('tv')))).toMatchObject({ width: 400, height: 80 })
    expect(pngPixels(svgToPng(text('tv'), { scale: 1 }))).toMatchObject({ width: 200, height: 40 })
  })

  it('gives the same bytes again', () => {
    expect(svgToPng(text('tv'))).toEqual(svgToPng(text('tv')))
  })
})
