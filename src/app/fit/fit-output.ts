import type { ReportData } from '../../decision/results.js'
import type { Fit } from '../../fit/fit.js'
import { encodeFit } from '../../fit/artefact/fit-files.js'
import { renderReport } from '../../present/report/render-report.js'
import { channelsCsv, groupsCsv } from '../export/channels-csv.js'
import { curvesCsv } from '../export/curves-csv.js'
import { readableJson } from '../export/readable-json.js'
import { seriesCsv } from '../export/series-csv.js'
import type { FileToWrite } from '../folder/write-files.js'
import { readRuntime } from '../report/read-runtime.js'

/** Everything that stands in the folder of a fit. */
export async function fitOutput(fit: Fit, data: ReportData): Promise<FileToWrite[]> {
  const { json, draws } = encodeFit(fit)
  return [
    { path: 'fit.json', content: json },
    { path: 'draws.parquet', content: draws },
    { path: 'summary.json', content: readableJson(data.summary) },
    { path: 'channels.csv', content: channelsCsv(data.summary.channels) },
    ...(data.summary.groups.length === 0 ? [] : [{ path: 'groups.csv', content: groupsCsv(data.summary.groups) }]),
    { path: 'series.csv', content: seriesCsv(data.summary) },
    { path: 'curves.csv', content: curvesCsv(data.curves) },
    { path: 'report.html', content: await renderReport(data, { runtime: await readRuntime() }) },
  ]
}
