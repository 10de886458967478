/** One sheet of a workbook as plain data: cells by row, from A1 on. */
export interface Sheet {
  /** At most 31 characters, see `sheetName`. */
  readonly name: string
  readonly rows: readonly SheetRow[]
  /** Rows and columns that stay in sight when the sheet is scrolled. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** Width of each column in characters. */
  readonly widths: readonly number[]
}

export type SheetRow = readonly SheetCell[]

/** One cell; null is an empty one. */
export type SheetCell = TextCell | NumberCell | FormulaCell | null

/** Text, never run as a formula, whatever it begins with. */
export interface TextCell {
  readonly kind: 'text'
  readonly text: string
  readonly style: TextStyle
}

export type TextStyle =
  'plain' | 'title' | 'heading' | 'number-heading' | 'name' | 'number-name' | 'total' | 'note' | 'wrapped'

/** A number at full precision, and the Excel number format that a reader sees it in. */
export interface NumberCell {
  readonly kind: 'number'
  readonly value: number
  readonly format: string
  readonly style?: NumberStyle
}

/** `left`: among texts rather than in a column of numbers; `total`: in a row that sums up others. */
export type NumberStyle = 'left' | 'total'

/** A formula without its `=`, made by mixwright alone, and what it comes to. */
export interface FormulaCell {
  readonly kind: 'formula'
  readonly formula: string
  readonly value: number
  readonly format: string
  readonly style?: NumberStyle
}

/** A cell of text. */
export function textCell(text: string, style: TextStyle = 'plain'): TextCell {
  return { kind: 'text', text, style }
}

/** A cell of a number; empty where it is null, NaN or infinite. */
export function numberCell(value: number | null | undefined, format: string): NumberCell | null {
  return typeof value === 'number' && Number.isFinite(value) ? { kind: 'number', value, format } : null
}

/** A cell of a formula with its value, so that viewers that don't calculate show it. */
export function formulaCell(formula: string, value: number, format: string): FormulaCell {
  return { kind: 'formula', formula, value, format }
}
