import Papa from 'papaparse'
import { InputError } from '../../check/errors.js'
import type { InputIssue } from '../../check/errors.js'
import type { Delimiter, RawTable } from '../table/raw-table.js'
import { detectDelimiter } from './detect-delimiter.js'
import { requireText } from './require-text.js'

/**
 * Reads CSV text (or text with `;`, tab or `|` between the cells) into headers and text cells.
 *
 * The delimiter is detected; a byte-order mark, either kind of line end, blank lines and quoted cells are fine. Cells and
 * headers lose surrounding blanks. Nothing is typed here: `assembleDataset` reads the columns that a spec uses.
 *
 * @param text the decoded file.
 * @param options.file name of the file without folder, for messages.
 * @returns every row that is not blank, with the line it stands in (the header is line 1; a quoted line break counts).
 * @throws InputError if the text is empty, not text at all, has no delimiter, no row below the header, a quote that
 *   is not closed, or a row of another length than the header; up to five such rows are named, the rest counted.
 * @example readTable('week,tv\n2024-01-01,5\n', { file: 'a.csv' }).rows  // [['2024-01-01', '5']]
 */
export function readTable(text: string, options: { readonly file: string }): RawTable {
  const { file } = options
  requireText(text, file)
  const content = withPlainLineEnds(text)
  const delimiter = detectDelimiter(content, file)
  const parsed = Papa.parse<string[]>(content, { delimiter, newline: '\n', header: false, skipEmptyLines: false })
  const { rows, lines } = keepFilledRows(parsed.data, content.includes('"'))
  requireClosedQuotes(parsed.errors, parsed.data, file)
  const headers = (rows.shift() ?? []).map((header) => header.trim())
  lines.shift()
  requireRows(rows, file)
  requireEqualLengths({ file, delimiter, headers, rows, lines })
  trimCells(rows)
  return { file, delimiter, headers, rows, lines }
}

function withPlainLineEnds(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark
}

/** Drops blank lines and says in which line of the file every other row begins. */
function keepFilledRows(data: string[][], mayBreakInCells: boolean): { rows: string[][]; lines: number[] } {
  const rows: string[][] = []
  const lines: number[] = []
  let line = 1
  for (const row of data) {
    if (row.length > 1 || row[0].trim() !== '') {
      rows.push(row)
      lines.push(line)
    }
    line += 1
    if (mayBreakInCells) for (const cell of row) line += countLineBreaks(cell)
  }
  return { rows, lines }
}

function countLineBreaks(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}

/** Papa's row index counts every row, blank ones too; the line is found by the same walk as `keepFilledRows`. */
function requireClosedQuotes(errors: readonly Papa.ParseError[], data: string[][], file: string): void {
  const broken = errors.find((error) => error.type === 'Quotes')
  if (broken === undefined) return
  let line = 1
  for (const row of data.slice(0, broken.row ?? 0)) {
    line += 1
    for (const cell of row) line += countLineBreaks(cell)
  }
  const what =
    broken.code === 'MissingQuotes'
      ? 'has an opening quote that is never closed'
      : 'has a quote in the middle of a cell'
  throw issueError(
    `${file}:${line}`,
    `${file} line ${line} ${what}; put the whole cell in quotes and double those inside.`,
  )
}

function requireRows(rows: readonly string[][], file: string): void {
  if (rows.length === 0) throw issueError(file, `${file} has a header but no rows.`)
}

const rowsNamed = 5

function requireEqualLengths({ file, delimiter, headers, rows, lines }: RawTable): void {
  const issues: InputIssue[] = []
  let unequal = 0
  for (let i = 0; i < rows.length; i++) {
    if (rows[i].length === headers.length) continue
    unequal += 1
    if (unequal > rowsNamed) continue
    const message = `${file} line ${lines[i]} has ${cellCount(rows[i].length)}, but the header has ${headers.length}.`
    issues.push({
      path: `${file}:${lines[i]}`,
      message: message + lengthHint(delimiter, rows[i].length - headers.length),
    })
  }
  if (unequal > rowsNamed) {
    const message = `${file} has ${unequal - rowsNamed} more rows of another length than the header.`
    issues.push({ path: file, message })
  }
  if (issues.length > 0) throw new InputError(issues)
}

function lengthHint(delimiter: Delimiter | null, excess: number): string {
  if (delimiter !== ',' || excess < 1) return ''
  return ' Numbers with a decimal comma need semicolons between the cells, and text with a comma needs quotes.'
}

function cellCount(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`
}

/** In place, and only where a cell begins or ends in a blank: most tables have none, and some have millions of cells. */
function trimCells(rows: readonly string[][]): void {
  for (const row of rows) {
    for (let j = 0; j < row.length; j++) {
      const cell = row[j]
      if (cell.length > 0 && (isBlank(cell.charCodeAt(0)) || isBlank(cell.charCodeAt(cell.length - 1))))
        row[j] = cell.trim()
    }
  }
}

/** Control characters and the space, then the no-break spaces and the mark that String.trim takes off too. */
function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x202f || code === 0xfeff
}

function issueError(path: string, message: string): InputError {
  return new InputError([{ path, message }])
}
