/**
 * A table as its file has it: headers and cells as text, nothing typed, sorted or dropped yet.
 *
 * Made by `readTable(text, { file })` from CSV text; every row has as many cells as there are headers.
 */
export interface RawTable {
  /** File name without folder, as messages print it. */
  readonly file: string
  /** What separates the cells. With a semicolon numbers may have decimal commas. */
  readonly delimiter: Delimiter
  /** Headers in the order of the file, without surrounding blanks; a name may occur twice. */
  readonly headers: readonly string[]
  /** Cells by row, in the order of the file and of the headers. */
  readonly rows: readonly (readonly string[])[]
  /** Line of each row in the file; the header is line 1. */
  readonly lines: readonly number[]
}

export type Delimiter = ',' | ';' | '\t' | '|'
