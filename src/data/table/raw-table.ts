/**
 * A table as its file has it: headers and cells as text, nothing typed, sorted or dropped yet.
 *
 * Made by `readTable` (CSV), `readJson`, `readParquet`, `readXlsx` or `pivotLong`; every row has as many cells as there are
 * headers. Files that have types of their own give their numbers in the shortest text that reads back the same, dates as
 * 2024-01-31, true and false as 1 and 0, and what is missing as an empty cell: from here on all forms are one.
 */
export interface RawTable {
  /** File name without folder, as messages print it. */
  readonly file: string
  /** What separates the cells; null where none does. With a semicolon numbers may have decimal commas. */
  readonly delimiter: Delimiter | null
  /** Headers in the order of the file, without surrounding blanks; a name may occur twice. */
  readonly headers: readonly string[]
  /** Cells by row, in the order of the file and of the headers. */
  readonly rows: readonly (readonly string[])[]
  /** Line or row of the file in which each row stands (begins, where it was made from several); in a text file the header is line 1. */
  readonly lines: readonly number[]
  /** Names by line of rows that are not rows of the file, as messages call them: the dates of the long layout. */
  readonly rowNames?: ReadonlyMap<number, string>
  /** What the file has no single value for; an error in every column that is used. */
  readonly faults?: readonly CellFault[]
}

export type Delimiter = ',' | ';' | '\t' | '|'

/** A cell, or a column as a whole, that holds no value that could be read. */
export interface CellFault {
  /** Index of the header. */
  readonly column: number
  /** Index of the row; null for the column as a whole. */
  readonly row: number | null
  /** Clause that follows the place: "the cell is merged with B3; unmerge them and fill every cell". */
  readonly text: string
}
