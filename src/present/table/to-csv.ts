import type { Table } from './table.js'
import { flatTable, type FlatRow } from './flat-table.js'

/** One line of a CSV file, by column name; null and non-finite numbers are empty cells. */
export type CsvRow = FlatRow

/**
 * Rows as CSV (RFC 4180, but lines end in LF, which every spreadsheet and every line-wise tool reads): commas, quotes where
 * needed, numbers in the shortest text that reads back the same.
 *
 * Text that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, tab or carriage return) gets a
 * leading apostrophe. Numbers never do.
 *
 * @param rows lines in order; a name that a row lacks is an empty cell.
 * @param names column names in order. @defaultValue the first row's names
 * @example toCsv([{ channel: 'tv', roas: 2.1 }])  // 'channel,roas\ntv,2.1\n'
 */
export function toCsv(rows: readonly CsvRow[], names: readonly string[] = Object.keys(rows[0] ?? {})): string {
  const lines = [names.map(csvText), ...rows.map((row) => names.map((name) => csvCell(row[name] ?? null)))]
  return lines.map((cells) => `${cells.join(',')}\n`).join('')
}

/**
 * A table as CSV. A column with intervals becomes five: `roas_mean, roas_sd, roas_q05, roas_median, roas_q95`; one with ranges two.
 *
 * @example tableCsv(table).split('\n')[0]  // 'channel,roas_mean,roas_sd,roas_q05,roas_median,roas_q95'
 */
export function tableCsv(table: Table): string {
  const { names, rows } = flatTable(table)
  return toCsv(rows, names)
}

function csvCell(cell: string | number | boolean | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  return typeof cell === 'boolean' ? String(cell) : csvText(cell)
}

function csvText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
