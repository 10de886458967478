import type { RawTable } from '../table/raw-table.js'
import { InputError } from '../../check/errors.js'
import { describePlace } from '../table/finding.js'
import { cellText } from './cell-text.js'

/** What `fromDanfo` reads of a data frame: every `DataFrame` of danfojs and danfojs-node has it. */
export interface DanfoFrame {
  /** Names in order. */
  readonly columns: readonly string[]
  /** Cells by row, in the order of the columns. */
  readonly values: readonly unknown[]
}

export interface FromDanfoOptions {
  /** What messages call the frame. @defaultValue `frame` */
  readonly name?: string
}

/**
 * A danfo data frame as a table for `assembleDataset`: the same data as CSV gives the same dataset and fingerprint.
 *
 * Numbers keep every bit (of zeros the sign is lost). Null, undefined, NaN and invalid dates are missing. A `Date` at
 * midnight UTC is its day; at any other time its day depends on the time zone, and reading it as a date is refused.
 * True and false are 1 and 0.
 * The dtypes of danfo are not looked at: they are guesses from the first rows.
 *
 * Read, join, filter and group with danfo, but beware: arithmetic between frames is float32 there, and its sums and
 * means count null as 0. Fill what is missing on purpose before grouping, and do arithmetic after `fromDanfo`, in
 * the spec's expressions, or on plain arrays.
 *
 * @param frame at least one row; every row has a cell a column.
 * @param options.name stands in messages where a file's name would; the first row is line 2, as in CSV.
 * @throws InputError if it is no frame, has no rows, or a cell holds something other than text, number, boolean, date
 *   or nothing.
 * @example fromDanfo(new dfd.DataFrame({ week: ['2024-01-01'], tv: [0.1] })).rows  // [['2024-01-01', '0.1']]
 */
export function fromDanfo(frame: DanfoFrame, { name = 'frame' }: FromDanfoOptions = {}): RawTable {
  const headers = headersOf(frame, name)
  const rows = rowsOf(frame, headers.length, name)
  return {
    file: name,
    delimiter: ',',
    headers: headers.map((header) => header.trim()),
    rows: rows.map((cells, row) =>
      cells.map((cell, at) => cellText(cell) ?? refuse(cell, placeOf(name, row, headers[at]))),
    ),
    lines: rows.map((_, row) => row + firstLine),
  }
}

const firstLine = 2

/** A column called `columns` or `values` takes the place of that property of a danfo frame, so neither can be trusted. */
function headersOf(frame: DanfoFrame, name: string): readonly string[] {
  const columns = columnsOf(frame)
  if (isTextList(columns)) return columns
  throw noFrame(name, 'its `columns` must be names; rename a column that is itself called `columns`')
}

/** danfo 1.2 calls itself without end where a column is called `columns`. */
function columnsOf(frame: DanfoFrame): unknown {
  try {
    return frame.columns
  } catch {
    return null
  }
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string')
}

function rowsOf({ values }: DanfoFrame, length: number, name: string): readonly (readonly unknown[])[] {
  if (!Array.isArray(values)) {
    throw noFrame(name, 'its `values` must be rows; rename a column that is itself called `values`')
  }
  if (values.length === 0) throw new InputError([{ path: name, message: `${name} has columns but no rows.` }])
  const isRow = (row: unknown): row is readonly unknown[] => Array.isArray(row) && row.length === length
  const wrong = values.findIndex((row) => !isRow(row))
  if (wrong === -1) return values
  const row: unknown = values[wrong]
  const found = Array.isArray(row) ? `has ${row.length}` : 'is no list, as in a Series'
  throw noFrame(name, `every row must be a list of as many cells as columns (${length}), but row ${wrong + 1} ${found}`)
}

function noFrame(name: string, why: string): InputError {
  return new InputError([{ path: name, message: `${name} is not a danfo DataFrame: ${why}.` }])
}

function refuse(cell: unknown, where: string): never {
  const found = Array.isArray(cell) ? 'an array' : typeof cell === 'object' ? 'an object' : `a ${typeof cell}`
  const message = `${where}: a cell must be text, a number, a boolean, a date or empty, not ${found}; convert or drop the column.`
  throw new InputError([{ path: where, message }])
}

function placeOf(file: string, row: number, column: string): string {
  return describePlace({ file, lines: [row + firstLine], column })
}
