import { accessSync, constants } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { Resvg } from '@resvg/resvg-js'

export interface PngOptions {
  /** Pixels of the picture for each pixel of the drawing. @defaultValue 2 */
  readonly scale?: number
}

/**
 * An SVG drawing as a PNG, with the fonts of `assets/fonts` and, for scripts that those lack, the system's.
 *
 * @throws Error if a font file is missing: without one every text would silently be left out.
 */
export function svgToPng(svg: string, { scale = 2 }: PngOptions = {}): Uint8Array {
  for (const file of fonts) accessSync(file, constants.R_OK)
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: fonts,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
      loadSystemFonts: !isWithinInter(svg),
    },
  })
  return image.render().asPng()
}

const fonts = ['Inter-Regular.ttf', 'Inter-SemiBold.ttf'].map((name) =>
  fileURLToPath(new URL(`../../../assets/fonts/${name}`, import.meta.url)),
)

/** Latin, Greek, Cyrillic, punctuation, currencies, arrows and operators: what Inter has. */
function isWithinInter(text: string): boolean {
  return !/[^\u0020-\u052f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf\u2100-\u214f\u2190-\u22ff]/.test(
    text.replace(/\s/g, ' '),
  )
}
