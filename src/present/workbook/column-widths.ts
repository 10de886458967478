import { displayWidth } from '../table/display-width.js'
import { shownWidth } from './number-format.js'
import type { SheetCell, SheetRow } from './sheet.js'

const narrowest = 11
const widest = 60

/** Widths that show every number whole, and names as far as they are not long; headings wrap at blanks, titles and notes run over. */
export function columnWidths(rows: readonly SheetRow[]): number[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? narrowest, Math.min(widest, cellWidth(cell) + 2))
    })
  }
  return Array.from(widths, (width) => width ?? narrowest)
}

function cellWidth(cell: SheetCell): number {
  if (cell === null) return 0
  if (cell.kind !== 'text') return shownWidth(cell.value, cell.format)
  if (cell.style === 'title' || cell.style === 'note') return 0
  if (cell.style === 'plain' || cell.style === 'name' || cell.style === 'wrapped') return displayWidth(cell.text)
  return Math.max(...cell.text.split(/\s+/).map(displayWidth))
}
