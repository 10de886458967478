import type { ReportData } from '../../decision/results.js'
import type { Fit } from '../../fit/fit.js'
import { buildReadout } from '../../decision/readout/readout.js'
import { analyseFit } from '../../decision/summary/fit-analysis.js'
import { buildReportData } from '../../decision/summary/report-data.js'
import { fitLogPath } from '../folder/fit-folder.js'
import { triedBeside } from '../folder/fit-history.js'

/** Everything that the report of a fit shows, with what the log beside its folder says of models tried. */
export function fitReportData(fit: Fit, folder: string): ReportData {
  const analysis = analyseFit(fit)
  return {
    ...buildReportData(analysis, triedBeside(fitLogPath(folder), fit.fingerprint)),
    ...buildReadout(analysis),
  }
}
