/** Mean with the bounds of nine of ten cases; every `Estimate` is one. */
export interface Interval {
  readonly mean: number
  readonly q05: number
  readonly q95: number
  readonly median?: number
  readonly sd?: number
}

/** Two ends without a middle: near-optimal spend from `low` to `high`. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** One cell: text, a number, a number with its interval, a yes or no, two ends, or nothing (null: it has no meaning here). */
export type Cell = string | number | boolean | Interval | Range | null

/**
 * How a column's numbers are written for a reader; CSV and JSON carry them in full.
 *
 * `amount`: three digits in a k, M or bn that the whole column shares. `ratio`: two or three digits (ROAS).
 * `percent`: a ratio times 100. `probability`: whole percent, never 0 or 100. `p-value`: three decimals.
 * `figure`: each cell in its own sensible digits, for columns that mix sizes. `exact`: as it is.
 */
type CellFormat =
  'text' | 'amount' | 'ratio' | 'percent' | 'probability' | 'p-value' | 'figure' | 'coefficient' | 'exact'

/** One column of a table: its key for programs, its heading and format for readers. */
export interface Column {
  /** Name in CSV and JSON. */
  readonly key: string
  /** Heading for a reader, without the unit. */
  readonly label: string
  /** Currency, `units`, `%`, `weeks`; null where it has none. */
  readonly unit: string | null
  readonly align: 'left' | 'right'
  readonly format: CellFormat
  /** `amount` and `ratio`: digits that a typical figure of the column keeps. @defaultValue 2 */
  readonly digits?: number
  /** Columns of the same group share one unit. */
  readonly group?: string
  /** The higher, the sooner a narrow terminal leaves the column out; 0 (the default) is never left out. */
  readonly droppable?: number
}

/** What every list of figures passes through on its way to a terminal, a CSV file, JSON or the report. */
export interface Table {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly Readonly<Record<string, Cell>>[]
  /** Sentences under the table: definitions, windows, what was left out. */
  readonly notes?: readonly string[]
}

export function isInterval(cell: Cell | undefined): cell is Interval {
  return typeof cell === 'object' && cell !== null && 'mean' in cell
}

export function isRange(cell: Cell | undefined): cell is Range {
  return typeof cell === 'object' && cell !== null && 'low' in cell
}
