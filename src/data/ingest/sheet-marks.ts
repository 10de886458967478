/** What a sheet's XML says of its cells beyond their values; rows and columns count from 1. */
export interface SheetMarks {
  /** Last row and column that hold anything. */
  readonly lastRow: number
  readonly lastColumn: number
  /** Cells without a value of their own, and why, as clauses. */
  readonly faults: readonly { readonly row: number; readonly column: number; readonly text: string }[]
  /** Cells that hold a date as text, which no time zone may move. */
  readonly isoDates: readonly { readonly row: number; readonly column: number; readonly text: string }[]
}

/**
 * Finds errors of formulas, formulas that were never computed, merged cells and dates stored as text in a sheet.
 *
 * @param xml content of the sheet's part of the workbook.
 */
export function sheetMarks(xml: string): SheetMarks {
  const faults: SheetMarks['faults'][number][] = []
  const isoDates: SheetMarks['isoDates'][number][] = []
  let lastRow = 0
  let lastColumn = 0
  for (const [, attributes = '', content] of xml.matchAll(filledCell)) {
    const place = reference.exec(attributes)
    if (place === null) continue
    const [row, column] = [Number(place[2]), columnNumber(place[1])]
    if (row > lastRow) lastRow = row
    if (column > lastColumn) lastColumn = column
    const type = cellType.exec(attributes)?.[1]
    const value = valueElement.exec(content)?.[1]
    if (type === 'e') faults.push({ row, column, text: `the formula of the cell ends in the error ${value ?? ''}` })
    else if (type === 'd' && value !== undefined) isoDates.push({ row, column, text: value })
    else if (value === undefined && formula.test(content)) faults.push({ row, column, text: uncomputed })
  }
  for (const [, fromColumn, fromRow, toColumn, toRow] of xml.matchAll(mergedCells)) {
    const first = { row: Number(fromRow), column: columnNumber(fromColumn) }
    const text = `the cell is merged with ${fromColumn}${fromRow}; unmerge the cells and fill each of them`
    for (let row = first.row; row <= Math.min(Number(toRow), lastRow); row++) {
      for (let column = first.column; column <= Math.min(columnNumber(toColumn), lastColumn); column++) {
        if (row !== first.row || column !== first.column) faults.push({ row, column, text })
      }
    }
  }
  return { lastRow, lastColumn, faults, isoDates }
}

/** Cells with content, whatever the prefix of their namespace; those that close themselves are empty. */
const filledCell = /<(?:\w+:)?c\b([^>]*[^>/])?>([\s\S]*?)<\/(?:\w+:)?c>/g
const reference = /\br=["']([A-Z]{1,3})(\d{1,7})["']/
const cellType = /\bt=["'](\w+)["']/
const valueElement = /<(?:\w+:)?v\b[^>]*>([^<]*)</
const formula = /<(?:\w+:)?f\b/
const mergedCells = /<(?:\w+:)?mergeCell\b[^>]*\bref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g
const uncomputed = 'the formula of the cell was never computed; open the workbook in a spreadsheet program and save it'

/** 1 for A, 27 for AA. */
function columnNumber(letters: string): number {
  let number = 0
  for (let i = 0; i < letters.length; i++) number = 26 * number + (letters.charCodeAt(i) - 64)
  return number
}
