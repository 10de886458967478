import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer'
import writeExcelFile from 'write-excel-file/node'
import { projectFolder } from './project-files.js'

/** A file of another program, from tests/golden/data-forms. */
export function goldenForm(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(projectFolder, 'tests', 'golden', 'data-forms', name)))
}

/** A table with types, as programs hold it: names and columns of dates, numbers, texts, or nothing. */
export type TypedTable = Readonly<Record<string, readonly (Date | number | string | null)[]>>

/** CSV text of numbers as a typed table; the first column holds days. */
export function typedTable(csv: string): TypedTable {
  const [headers, ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  return Object.fromEntries(
    headers.map((header, c) => [
      header,
      rows.map((row) => (c === 0 ? new Date(`${row[0]}T00:00:00Z`) : row[c] === '' ? null : Number(row[c]))),
    ]),
  )
}

/** The table as Parquet: dates as timestamps, the rest as doubles or texts. */
export function parquetBytes(table: TypedTable, rowGroupSize = 25): Uint8Array {
  const columnData = Object.entries(table).map(([name, data]): ColumnSource => {
    const first = data.find((value) => value !== null)
    const type = first instanceof Date ? 'TIMESTAMP' : typeof first === 'string' ? 'STRING' : 'DOUBLE'
    return { name, data: [...data], type, nullable: true }
  })
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize }))
}

/** The table as a workbook of one sheet, or of several, the others holding a single cell. */
export async function workbookBytes(table: TypedTable, sheets: readonly string[] = ['Data']): Promise<Uint8Array> {
  const [name, ...others] = sheets
  const data = [Object.keys(table), ...rowsOf(table)].map((row) =>
    row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value)),
  )
  const all = [{ sheet: name, data }, ...others.map((sheet) => ({ sheet, data: [['note']] }))]
  return new Uint8Array(await writeExcelFile(all).toBuffer())
}

/** The table as objects, days as text. */
export function objectRows(table: TypedTable): Record<string, number | string | null>[] {
  const names = Object.keys(table)
  return rowsOf(table).map((row) =>
    Object.fromEntries(row.map((value, c) => [names[c], value instanceof Date ? dayText(value) : value])),
  )
}

/** The table in the long layout, the last variable first: columns date, name, amount. */
export function longTable(table: TypedTable): TypedTable {
  const [[, dates], ...variables] = Object.entries(table)
  const rows = variables
    .toReversed()
    .flatMap(([name, values]) => values.map((value, t) => ({ date: dates[t], name, value })))
    .filter(({ value }) => value !== null)
  return {
    date: rows.map(({ date }) => date),
    name: rows.map(({ name }) => name),
    amount: rows.map(({ value }) => value),
  }
}

/** The table as CSV. */
export function csvText(table: TypedTable): string {
  const rows = objectRows(table).map((row) => Object.values(row).map((value) => value ?? ''))
  return `${[Object.keys(table), ...rows].map((row) => row.join(',')).join('\n')}\n`
}

function rowsOf(table: TypedTable): (Date | number | string | null)[][] {
  const columns = Object.values(table)
  return columns[0].map((_, t) => columns.map((column) => column[t]))
}

function dayText(date: Date): string {
  return date.toISOString().slice(0, 10)
}
