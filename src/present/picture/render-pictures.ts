import type { ReportData } from '../../decision/results.js'
import { reportCharts } from '../chart/report-charts.js'
import { lightTheme, type Theme } from '../chart/theme.js'
import { composePicture } from './compose-picture.js'

/** A chart as a drawing of its own. */
export interface Picture {
  /** File name without ending: `trade-off-2-radio`. */
  readonly name: string
  readonly svg: string
}

/** Every chart of a report as an SVG with title, key and all its panels, for slides and documents. */
export async function renderPictures(data: ReportData, theme: Theme = lightTheme): Promise<Picture[]> {
  const pictures: Picture[] = []
  for (const chart of reportCharts(data, theme)) {
    pictures.push({ name: chart.name, svg: await composePicture(chart, theme) })
  }
  return pictures
}
