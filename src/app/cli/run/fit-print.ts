import type { ReportData } from '../../../decision/results.js'
import type { Fit } from '../../../fit/fit.js'
import type { CommandIo } from '../command-io.js'
import { join } from 'node:path'
import { answerSentences, unfitReasons } from '../../../present/report/answer.js'
import { coefficientsTable, regressionTestsTable } from '../../../present/table/coefficients-table.js'
import { resultsTable } from '../../../present/table/results-table.js'
import { readableJson } from '../../export/readable-json.js'
import { shortPath } from '../../folder/short-path.js'
import { printParagraph } from '../print-paragraph.js'
import { printTable } from '../print-table.js'

/** What `fit` prints when it is done. */
export interface FitPrint {
  readonly fit: Fit
  readonly data: ReportData
  readonly path: string
  readonly json: boolean
}

/** Prints the results of a fit: the summary as JSON, or the answer, the main table and where the report is. */
export function printFit(io: CommandIo, { fit, data, path, json }: FitPrint): void {
  const { stdout } = io
  if (json) {
    stdout.write(readableJson(data.summary))
    return
  }
  const reasons = unfitReasons(data.summary)
  if (reasons.length > 0) printParagraph(stdout, `Not fit for decisions: ${reasons.join(' ')}\n`)
  if (fit.table !== null) {
    printTable(stdout, coefficientsTable(fit.table))
    printTable(stdout, regressionTestsTable(fit.table))
  }
  printTable(stdout, resultsTable(data.summary))
  for (const sentence of answerSentences(data)) printParagraph(stdout, sentence)
  stdout.write(`\nReport: ${shortPath(io, join(path, 'report.html'))}\n`)
}
