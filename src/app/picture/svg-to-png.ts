import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { Resvg } from '@resvg/resvg-js'

const fonts = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf'].map((name) =>
  fileURLToPath(new URL(`../../../assets/fonts/${name}`, import.meta.url)),
)

export interface PngOptions {
  /** Pixels of the picture for each pixel of the drawing. @defaultValue 2 */
  readonly scale?: number
}

/**
 * An SVG drawing as a PNG, with the fonts of `assets/` and, for scripts that those lack, the system's.
 *
 * @throws Error if a font file is missing: without one every text would silently be left out.
 */
export async function svgToPng(svg: string, { scale = 2 }: PngOptions = {}): Promise<Buffer> {
  await Promise.all(fonts.map((file) => readFile(file)))
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: fonts,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
      loadSystemFonts: !withinInter(svg),
    },
  })
  return image.render().asPng()
}

/** Latin, Greek, Cyrillic and punctuation: what Inter has. */
function withinInter(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\u0000-\u052f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2100-\u214f\u2190-\u21ff\u2200-\u22ff]*$/.test(text)
}
