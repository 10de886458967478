import type { Chart } from '../../present/chart/chart.js'
import { lightTheme, type Theme } from '../../present/chart/theme.js'
import { composePicture } from '../../present/picture/compose-picture.js'
import { svgToPng, type PngOptions } from './svg-to-png.js'

export interface ChartPngOptions extends PngOptions {
  /** @defaultValue the light theme */
  readonly theme?: Theme
}

/**
 * A chart as a PNG, title, key and panels in one picture, for notebooks and slides.
 *
 * @returns the file's bytes; the same for the same chart on every machine, unless it needs a script that Inter lacks.
 * @example writeFileSync('curves.png', await chartPng(responseCurvesChart(data, lightTheme)))
 */
export async function chartPng(
  chart: Chart,
  { theme = lightTheme, ...png }: ChartPngOptions = {},
): Promise<Uint8Array> {
  return svgToPng(await composePicture(chart, theme), png)
}
