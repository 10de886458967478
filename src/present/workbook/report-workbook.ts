import type { ReportData } from '../../decision/results.js'
import { fittedRow, observedRow, unexplainedRow } from '../table/drivers-table.js'
import { assumptionsSheet, auditSheet } from './audit-sheet.js'
import { checkSheet } from './check-sheet.js'
import { definitionsSheet, type SheetEntry } from './definitions-sheet.js'
import { encodeWorkbook } from './encode-workbook.js'
import { periodSheet } from './period-sheet.js'
import type { Sheet } from './sheet.js'
import { tableSheet, type TableSheet } from './table-sheet.js'
import { workbookChecks } from './workbook-checks.js'
import { workbookTables } from './workbook-tables.js'

/**
 * A report as an Excel workbook (XLSX): the numbers of the same `ReportData` that the HTML report is made from, at full precision, with a
 * sheet of formulas that shows that they add up. The same data give the same bytes. See docs/workbook.md for the sheets.
 *
 * @example writeFileSync('report.xlsx', await reportWorkbook(buildReportData(analyseFit(fit))))
 */
export function reportWorkbook(data: ReportData): Promise<Uint8Array> {
  return encodeWorkbook(reportSheets(data))
}

/** First cells of rows that sum up others. */
const totals = ['all paid media', 'fitted total', fittedRow, unexplainedRow, observedRow, 'whole budget']

/** The workbook as data: definitions first, checks last. */
export function reportSheets(data: ReportData): Sheet[] {
  const { summary } = data
  const { currency } = summary.kpi
  const tables = new Map<string, TableSheet>()
  const listed: { readonly sheet: Sheet; readonly holds: string }[] = []
  for (const { name, table, holds, frozenColumns } of workbookTables(data)) {
    const made = tableSheet(table, {
      name,
      currency,
      frozenColumns,
      totals,
    })
    tables.set(name, made)
    listed.push({ sheet: made.sheet, holds })
  }
  const period = periodSheet(summary)
  const checks = workbookChecks(data, { period, table: (name) => tables.get(name) ?? null })
  listed.push(
    { sheet: period.sheet, holds: `Observed, fitted and every part in every ${summary.window.period}` },
    { sheet: auditSheet(data), holds: 'Findings on the data, quality of the fit, diagnostics, plausibility, flags' },
    { sheet: assumptionsSheet(data), holds: 'Every setting and where it comes from' },
    { sheet: checkSheet(checks), holds: 'Formulas over the other sheets, which show that the figures add up' },
  )
  const contents: SheetEntry[] = listed.map(({ sheet, holds }) => ({ name: sheet.name, holds }))
  return [definitionsSheet(data, contents), ...listed.map(({ sheet }) => sheet)]
}
