import { isInterval, isRange, type Cell, type Column, type Table } from '../table/table.js'
import { columnWidths } from './column-widths.js'
import { numberFormat, type MoneyUnit } from './number-format.js'
import { numberCell, textCell, type Sheet, type SheetCell, type SheetRow } from './sheet.js'
import { sheetName } from './sheet-name.js'

export interface TableSheetOptions extends MoneyUnit {
  readonly name: string
  /** Columns that stay in sight. @defaultValue 1 */
  readonly frozenColumns?: number
  /** First cells of rows that sum up others. */
  readonly totals?: readonly string[]
}

/** A table as a sheet, and where each of its cells stands. */
export interface TableSheet {
  readonly sheet: Sheet
  /** First row of the table's body, from 0. */
  readonly firstRow: number
  /** Column of a figure (of an interval: its mean), from 0; -1 where the table hasn't got it. */
  readonly columnOf: (key: string) => number
}

/** Rows above the body: title, a blank one, headings. */
const HEAD = 3

/**
 * A table as a sheet: its title, headings with units, a row a row, its notes below. An interval becomes three columns, the mean and the
 * 5 % and 95 % quantiles; a range two. Every number is the table's own, at full precision.
 *
 * @example tableSheet(returnsTable(summary), { name: 'Returns', currency: 'EUR' }).sheet.rows[0]
 */
export function tableSheet(
  table: Table,
  { name, currency, frozenColumns = 1, totals = [] }: TableSheetOptions,
): TableSheet {
  const columns = table.columns.map((column) => sheetColumn(column, table, { currency }))
  const body = table.rows.map((row) => {
    const cells = columns.flatMap((column) => column.cells(row[column.key] ?? null))
    return totals.includes(String(row[table.columns[0].key])) ? cells.map(asTotal) : cells
  })
  const notes = (table.notes ?? []).map((note): SheetRow => [textCell(note, 'note')])
  const rows: SheetRow[] = [
    [textCell(table.title, 'title')],
    [],
    columns.flatMap(({ headings }) => headings),
    ...body,
    ...(notes.length === 0 ? [] : [[], ...notes]),
  ]
  const starts = columns.map((_, place) =>
    columns.slice(0, place).reduce((sum, { headings }) => sum + headings.length, 0),
  )
  return {
    sheet: {
      name: sheetName(name),
      rows,
      frozen: { rows: HEAD, columns: frozenColumns },
      widths: columnWidths(rows),
    },
    firstRow: HEAD,
    columnOf: (key) => starts[columns.findIndex((column) => column.key === key)] ?? -1,
  }
}

function asTotal(cell: SheetCell): SheetCell {
  return cell === null ? null : { ...cell, style: 'total' }
}

interface SheetColumn {
  readonly key: string
  readonly headings: readonly SheetCell[]
  readonly cells: (cell: Cell) => SheetCell[]
}

function sheetColumn(column: Column, table: Table, money: MoneyUnit): SheetColumn {
  const { key } = column
  const all = table.rows.map((row) => row[key] ?? null)
  const common = numberFormat(column, all.flatMap(numbersOf), money)
  const number = (value: number): SheetCell =>
    numberCell(value, column.format === 'figure' ? numberFormat(column, [value], money) : common)
  const label = column.unit === null ? column.label : `${column.label} (${column.unit})`
  const right = column.align === 'right'
  const heading = (text: string): SheetCell => textCell(text, right ? 'number-heading' : 'heading')
  if (all.some(isInterval)) {
    return {
      key,
      headings: [label, `${column.label}, 5\u00a0%`, `${column.label}, 95\u00a0%`].map(heading),
      cells: (cell) =>
        isInterval(cell) ? [cell.mean, cell.q05, cell.q95].map(number) : [plainCell(cell, number), null, null],
    }
  }
  if (all.some(isRange)) {
    return {
      key,
      headings: [`${label}, from`, `${label}, to`].map(heading),
      cells: (cell) => (isRange(cell) ? [cell.low, cell.high].map(number) : [plainCell(cell, number), null]),
    }
  }
  return { key, headings: [heading(label)], cells: (cell) => [plainCell(cell, number)] }
}

function plainCell(cell: Cell, number: (value: number) => SheetCell): SheetCell {
  if (typeof cell === 'number') return number(cell)
  if (typeof cell === 'boolean') return textCell(cell ? 'yes' : 'no')
  return typeof cell === 'string' && cell !== '' ? textCell(cell) : null
}

function numbersOf(cell: Cell): number[] {
  if (isInterval(cell)) return [cell.mean, cell.q05, cell.q95].filter(Number.isFinite)
  if (isRange(cell)) return [cell.low, cell.high].filter(Number.isFinite)
  return typeof cell === 'number' && Number.isFinite(cell) ? [cell] : []
}
