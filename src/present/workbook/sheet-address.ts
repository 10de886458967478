/** A cell of a sheet, both counted from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/**
 * The address of a cell as formulas write it.
 *
 * @example cellAddress({ row: 2, column: 27 })  // 'AB3'
 */
export function cellAddress({ row, column }: CellPlace): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${row + 1}`
}

/**
 * A cell, or the range between two, on a named sheet.
 *
 * @example sheetRange('Returns', { row: 1, column: 0 }, { row: 9, column: 0 })  // "'Returns'!A2:A10"
 */
export function sheetRange(sheet: string, from: CellPlace, to: CellPlace = from): string {
  const range = from === to ? cellAddress(from) : `${cellAddress(from)}:${cellAddress(to)}`
  return `'${sheet.replaceAll("'", "''")}'!${range}`
}
