import { InputError } from '../../check/errors.js'
import { didYouMean } from '../../check/nearest-name.js'
import { mostCells } from './cell-count.js'
import { describePlace } from './finding.js'
import type { CellFault, RawTable } from './raw-table.js'

/** Columns of a table in the long layout: one row a date and variable. */
export interface LongLayout {
  readonly date: string
  /** Column of names of variables, which become headers. */
  readonly variable: string
  /** Column of values, which become cells. */
  readonly value: string
}

/**
 * Turns a table in the long layout into the wide one: a row a date, a column a variable, both in the order of the file.
 *
 * A date without a row for some variable gets an empty cell there, which is missing as any empty cell is. Other columns and
 * empty rows are passed over. Messages about the result name rows by date.
 *
 * @throws InputError if a column is missing or occurs twice, a date or name is empty, two rows hold one variable of one date,
 *   or a cell in use holds no value.
 * @example pivotLong(readTable('d,v,x\n2024-01-01,tv,5\n…', { file: 'a.csv' }), { date: 'd', variable: 'v', value: 'x' }).headers  // ['d', 'tv']
 */
export function pivotLong(table: RawTable, layout: LongLayout): RawTable {
  const { file, delimiter, lines } = table
  const [date, variable, value] = (['date', 'variable', 'value'] as const).map((key) => position(table, layout, key))
  requireValues(table, [date, variable, value])
  const columns = new Map<string, number>([[layout.date, 0]])
  const dates = new Map<string, { readonly line: number; readonly cells: Map<number, LongCell> }>()
  table.rows.forEach((cells, i) => {
    if (cells.every((cell) => cell === '')) return
    const [day, name] = [cells[date], cells[variable]]
    const line = lines[i]
    if (day === '') throw refusal(table, { line, column: layout.date, text: 'the date is empty' })
    if (name === '') throw refusal(table, { line, column: layout.variable, text: 'the name of the variable is empty' })
    if (name === layout.date) {
      const text = `a variable must not be called \`${name}\`, as the column of dates is`
      throw refusal(table, { line, column: layout.variable, text })
    }
    const column = columns.get(name) ?? columns.size
    columns.set(name, column)
    const row = dates.get(day) ?? { line, cells: new Map<number, LongCell>() }
    dates.set(day, row)
    const former = row.cells.get(column)
    if (former !== undefined) {
      const place = describePlace({ file, lines: [former.line, line] })
      const message = `${place}: both hold \`${name}\` of ${day}; keep one row a date and variable.`
      throw new InputError([{ path: `${file}:${line}`, message }])
    }
    row.cells.set(column, { line, value: cells[value] })
  })
  requireSensible(table, layout, columns.size * dates.size)
  const rows = [...dates].map(([day, { cells }]) => {
    const row = new Array<string>(columns.size).fill('')
    row[0] = day
    for (const [column, cell] of cells) row[column] = cell.value
    return row
  })
  const rowNames = new Map([...dates].map(([day, { line }]) => [line, day]))
  return { file, delimiter, headers: [...columns.keys()], rows, lines: [...rowNames.keys()], rowNames }
}

interface LongCell {
  readonly line: number
  readonly value: string
}

function position({ file, headers }: RawTable, layout: LongLayout, key: keyof LongLayout): number {
  const header = layout[key]
  const at = headers.indexOf(header)
  if (at === -1) {
    const has = headers.slice(0, 12).map((name) => `\`${name}\``)
    const message = `\`data.${key}\`: ${file} has no column \`${header}\`; its columns are ${has.join(', ')}${headers.length > 12 ? ` and ${headers.length - 12} more` : ''}.${didYouMean(header, headers)}`
    throw new InputError([{ path: `data.${key}`, message }])
  }
  if (headers.includes(header, at + 1)) {
    const message = `${file}: the header \`${header}\` occurs more than once; rename all but one.`
    throw new InputError([{ path: `data.${key}`, message }])
  }
  return at
}

function requireValues(table: RawTable, columns: readonly number[]): void {
  const fault = (table.faults ?? []).find(({ column }) => columns.includes(column))
  if (fault !== undefined) throw faultError(table, fault)
}

function faultError(table: RawTable, { column, row, text }: CellFault): InputError {
  return refusal(table, { line: row === null ? null : table.lines[row], column: table.headers[column], text })
}

function requireSensible({ file }: RawTable, { variable }: LongLayout, cells: number): void {
  if (cells <= mostCells) return
  const message = `${describePlace({ file, column: variable })}: so many different names on so many dates would make ${cells.toLocaleString('en-US')} cells; is this the column of variables?`
  throw new InputError([{ path: 'data.variable', message }])
}

interface Refusal {
  readonly line: number | null
  readonly column: string
  readonly text: string
}

function refusal({ file }: RawTable, { line, column, text }: Refusal): InputError {
  const place = describePlace({ file, column, ...(line === null ? {} : { lines: [line] }) })
  return new InputError([{ path: line === null ? file : `${file}:${line}`, message: `${place}: ${text}.` }])
}
