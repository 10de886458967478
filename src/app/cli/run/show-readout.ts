import type { CalendarUnit } from '../../../decision/readout/by-period.js'
import type { Fit } from '../../../fit/fit.js'
import type { Table } from '../../../present/table/table.js'
import type { CommandIo } from '../command-io.js'
import { outcomeOf } from '../../../decision/counterfactual/outcome.js'
import { changeDrivers } from '../../../decision/readout/change-drivers.js'
import { figuresByPeriod } from '../../../decision/readout/figures-by-period.js'
import {
  contributionPivots,
  contributionsByPeriodTable,
  returnPivots,
  returnsByPeriodTable,
} from '../../../present/table/by-period-tables.js'
import { driversTable, mediaChangeTable, wideDriversTable } from '../../../present/table/drivers-table.js'
import { tableCsv } from '../../../present/table/to-csv.js'
import { toJson } from '../../../present/table/to-json.js'
import { readableJson } from '../../export/readable-json.js'
import { resolveComparison, type ComparisonRequest } from '../../window/resolve-comparison.js'
import { resolveWindow, type WindowRequest } from '../../window/resolve-window.js'
import { printTable } from '../print-table.js'

interface Printed {
  readonly format: 'table' | 'csv' | 'json'
}

/** Calendar spans side by side in a table of a hundred characters. */
const spansAcross = 5

/** Prints why the KPI changed from one window to another. */
export function showDrivers(io: CommandIo, fit: Fit, { format, ...request }: ComparisonRequest & Printed): void {
  const drivers = changeDrivers(outcomeOf(fit), resolveComparison(fit.dataset, request))
  const { window, against, period } = drivers
  const media = mediaChangeTable(drivers)
  const tables = [driversTable(drivers), ...(media === null ? [] : [media])]
  print(io, format, {
    tables,
    csv: wideDriversTable(drivers),
    json: {
      what: 'drivers',
      window: { ...window, period },
      against: { ...against, period },
      tables: tables.map(toJson),
    },
  })
}

/** Prints contributions or returns by calendar quarter or year. */
export function showByPeriod(
  io: CommandIo,
  fit: Fit,
  {
    what,
    by,
    format,
    ...request
  }: WindowRequest & Printed & { readonly what: 'contributions' | 'returns'; readonly by: CalendarUnit },
): void {
  const figures = figuresByPeriod(outcomeOf(fit), by, resolveWindow(fit.dataset, request))
  const { spans, period } = figures
  const long = what === 'returns' ? returnsByPeriodTable(figures) : contributionsByPeriodTable(figures)
  const pivots = what === 'returns' ? returnPivots : contributionPivots
  const periods = spans.reduce((sum, span) => sum + span.periods, 0)
  print(io, format, {
    tables: format === 'table' ? pivots(figures, spansAcross) : [],
    csv: long,
    json: {
      what,
      by,
      window: { from: spans[0].from, to: spans[spans.length - 1].to, period, periods },
      tables: [toJson(long)],
    },
  })
}

function print(
  { stdout }: CommandIo,
  format: Printed['format'],
  { tables, csv, json }: { readonly tables: readonly Table[]; readonly csv: Table; readonly json: object },
): void {
  switch (format) {
    case 'table':
      for (const table of tables) printTable(stdout, table)
      break
    case 'csv':
      stdout.write(tableCsv(csv))
      break
    case 'json':
      stdout.write(readableJson({ format: 'mixwright.show/1', ...json }))
  }
}
