import type { CalendarUnit } from '../../../decision/readout/by-period.js'
import type { Fit } from '../../../fit/fit.js'
import type { ReportData, Summary } from '../../../decision/results.js'
import type { CommandIo } from '../command-io.js'
import type { ShowSubject } from '../show-subjects.js'
import type { Table } from '../../../present/table/table.js'
import { resolve } from 'node:path'
import { analyseFit } from '../../../decision/summary/fit-analysis.js'
import { buildReportData } from '../../../decision/summary/report-data.js'
import { coefficientsTable, regressionTestsTable } from '../../../present/table/coefficients-table.js'
import { contributionsTable } from '../../../present/table/contributions-table.js'
import { curvesTable } from '../../../present/table/curves-table.js'
import { diagnosticsTable } from '../../../present/table/diagnostics-table.js'
import { elasticitiesTable } from '../../../present/table/elasticities-table.js'
import { holdoutReturnsTable, holdoutTable } from '../../../present/table/holdout-table.js'
import { frontierTables } from '../../../present/table/frontier-table.js'
import { learningTable } from '../../../present/table/learning-table.js'
import { predictiveCheckTable } from '../../../present/table/predictive-check-table.js'
import { returnsTable } from '../../../present/table/returns-table.js'
import { allQuantitiesTable, samplerTables, withQuantities } from '../../../present/table/sampler-tables.js'
import { rangesTable } from '../../../present/table/robustness-table.js'
import { seriesTable } from '../../../present/table/series-table.js'
import { tableCsv } from '../../../present/table/to-csv.js'
import { toJson } from '../../../present/table/to-json.js'
import { plansTable, tradeOffTable } from '../../../present/table/trade-off-table.js'
import { curvesCsv } from '../../export/curves-csv.js'
import { readableJson } from '../../export/readable-json.js'
import { seriesCsv } from '../../export/series-csv.js'
import { readFitFolder } from '../../folder/fit-folder.js'
import { resolveWindow } from '../../window/resolve-window.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { printTable } from '../print-table.js'
import { UsageError } from '../usage-error.js'
import { showByPeriod, showDrivers } from './show-readout.js'

/** What `mixwright show` was asked for. */
export interface ShowOptions {
  readonly from?: string
  readonly to?: string
  readonly last?: number
  /** Drivers only. */
  readonly against?: string
  /** Contributions and returns only. */
  readonly by?: CalendarUnit
  readonly format: 'table' | 'csv' | 'json'
}

/** Multiples of today's spend that a table has room for; CSV and JSON have them all. */
const shownMultiples = [0, 0.5, 0.8, 1, 1.2, 1.5, 2]

/** Prints one subject of a fit as tables, CSV or JSON. */
export async function runShow(
  io: CommandIo,
  {
    fit: folder,
    what,
    format,
    by,
    against,
    ...request
  }: ShowOptions & { readonly fit: string; readonly what: ShowSubject },
): Promise<ExitCode> {
  requireSubject(what, { by, against })
  const fit = await readFitFolder(resolve(io.cwd, folder), folder)
  if (what === 'drivers') {
    showDrivers(io, fit, { ...request, ...(against === undefined ? {} : { against }), format })
    return exitCode.done
  }
  if (by !== undefined) {
    showByPeriod(io, fit, { ...request, what: what === 'contributions' ? what : 'returns', by, format })
    return exitCode.done
  }
  const data = buildReportData(analyseFit(fit, resolveWindow(fit.dataset, request)))
  switch (format) {
    case 'table':
      for (const table of tablesOf(what, fit, data, shownMultiples)) printTable(io.stdout, table)
      break
    case 'csv':
      io.stdout.write(csvOf(what, fit, data))
      break
    case 'json':
      io.stdout.write(readableJson(documentOf(what, fit, data)))
  }
  return exitCode.done
}

/** What `buildReportData` has a table of. */
type ReportSubject = Exclude<ShowSubject, 'drivers'>

function requireSubject(
  what: ShowSubject,
  { by, against }: Readonly<Record<'by' | 'against', string | undefined>>,
): void {
  if (by !== undefined && what !== 'contributions' && what !== 'returns') {
    throw new UsageError(`--by is for contributions and returns, not for ${what}.`)
  }
  if (against !== undefined && what !== 'drivers') {
    throw new UsageError(`--against is for drivers, not for ${what}.`)
  }
}

function tablesOf(what: ReportSubject, fit: Fit, data: ReportData, multiples?: readonly number[]): Table[] {
  switch (what) {
    case 'contributions':
      return [contributionsTable(data.summary), ...elasticityTables(data.summary)]
    case 'returns':
      return [returnsTable(data.summary)]
    case 'curves':
      return [curvesTable(data, multiples)]
    case 'tradeoff':
      return [tradeOffTable(data), plansTable(data)]
    case 'frontier':
      return frontierTables(data, multiples === undefined ? 1 : 4)
    case 'diagnostics':
      return [
        diagnosticsTable(data),
        ...posteriorTables(data, multiples === undefined ? 'all' : 'worst'),
        ...holdoutTables(data.summary),
        ...robustnessTables(data.summary),
        ...(fit.table === null ? [] : [coefficientsTable(fit.table), regressionTestsTable(fit.table)]),
      ]
    case 'series':
      return [seriesTable(data.summary)]
  }
}

/** How the chains went, what the data taught, and the predictive check: of fits by sampling. */
function posteriorTables({ posterior, summary }: ReportData, quantities: 'all' | 'worst'): Table[] {
  if (!posterior) return []
  const { sampler, learning, check } = posterior
  const [chains, worst, ...rest] = samplerTables(posterior)
  return [
    chains,
    quantities === 'all' ? allQuantitiesTable(sampler) : worst,
    ...rest,
    ...(learning.length === 0 ? [] : [learningTable(learning)]),
    ...(check === null ? [] : [predictiveCheckTable(check, summary)]),
  ]
}

function elasticityTables(summary: Summary): Table[] {
  const table = elasticitiesTable(summary)
  return table === null ? [] : [table]
}

function holdoutTables(summary: Summary): Table[] {
  const { holdout } = summary
  if (holdout === null) return []
  const returns = holdout.returns.channels.length === 0 ? [] : [holdoutReturnsTable(holdout, summary)]
  return [holdoutTable(holdout, summary), ...returns]
}

function robustnessTables({ robustness }: Summary): Table[] {
  return [robustness?.ladder, robustness?.forms].filter((study) => study !== undefined).map(rangesTable)
}

// One table a CSV: series and curves in the long form of the files, of the rest the first table.
function csvOf(what: ReportSubject, fit: Fit, data: ReportData): string {
  if (what === 'series') return seriesCsv(data.summary)
  if (what === 'curves') return curvesCsv(data.curves)
  if (what === 'diagnostics' && data.posterior) {
    return tableCsv(withQuantities(diagnosticsTable(data), data.posterior.sampler))
  }
  return tableCsv(tablesOf(what, fit, data)[0])
}

function documentOf(what: ReportSubject, fit: Fit, { summary, ...rest }: ReportData): object {
  return {
    format: 'mixwright.show/1',
    what,
    window: summary.window,
    tables: tablesOf(what, fit, { summary, ...rest }).map(toJson),
  }
}
