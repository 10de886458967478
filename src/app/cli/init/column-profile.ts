import type { RawTable } from '../../../data/table/raw-table.js'
import type { HeaderSense } from './header-words.js'
import { decimalMark, isMissing, readNumberColumn } from '../../../data/table/number-column.js'
import { headerSense } from './header-words.js'

/** What a column's header and cells say about it. */
export interface ColumnProfile {
  readonly header: string
  readonly sense: HeaderSense
  readonly cells: readonly string[]
  /** Its numbers, NaN where a cell is empty; null if any other cell is not a number. */
  readonly numbers: Float64Array | null
  /** Cells without a value. */
  readonly missing: number
  /** Different texts, at most 20 of them. */
  readonly levels: readonly string[]
  readonly isConstant: boolean
  readonly isNonNegative: boolean
  /** Why the column can't be used whatever it holds, or null. */
  readonly unusable: string | null
}

/** Profiles of a table's columns, in their order. */
export function profileColumns(table: RawTable): ColumnProfile[] {
  const columns = table.headers.map((_, i) => table.rows.map((row) => row[i]))
  const mark = decimalMark(table.delimiter, columns)
  return table.headers.map((header, i) => {
    const cells = columns[i]
    const read = readNumberColumn(cells, mark)
    const filled = cells.filter((cell) => !isMissing(cell))
    const numbers = read.problems.length === 0 && filled.length > 0 ? read.values : null
    const levels = [...new Set(cells)].slice(0, 20)
    const repeated = table.headers.indexOf(header) !== i || table.headers.indexOf(header, i + 1) !== -1
    return {
      header,
      sense: headerSense(header),
      cells,
      numbers,
      missing: numbers === null ? cells.filter((cell) => cell === '').length : read.missing.length,
      levels,
      isConstant: numbers === null ? levels.length < 2 : new Set(numbers.filter((value) => value === value)).size < 2,
      isNonNegative: numbers !== null && numbers.every((value) => !(value < 0)),
      unusable: unusable(header, {
        repeated,
        empty: filled.length === 0 && levels.every((level) => level === ''),
        fault: table.faults?.find(({ column }) => column === i)?.text ?? null,
      }),
    }
  })
}

interface Usability {
  readonly repeated: boolean
  readonly empty: boolean
  /** What is wrong with the first of its cells that hold no value. */
  readonly fault: string | null
}

function unusable(header: string, { repeated, empty, fault }: Usability): string | null {
  if (header === '') return 'it has no header'
  if (repeated) return 'its header occurs twice'
  if (fault !== null) return `it has cells without a value: ${fault}`
  if (empty) return 'it is empty'
  return header.length > 2000 ? 'its header is too long' : null
}
