import type { ReportData } from '../../decision/results.js'
import type { FileToWrite } from '../folder/write-files.js'
import { renderPictures } from '../../present/picture/render-pictures.js'
import { svgToPng } from '../picture/svg-to-png.js'

/** Every chart of a report as a PNG file, named as the report names it. */
export async function chartPictures(data: ReportData): Promise<FileToWrite[]> {
  const files: FileToWrite[] = []
  for (const { name, svg } of await renderPictures(data)) files.push({ path: `${name}.png`, content: svgToPng(svg) })
  return files
}
