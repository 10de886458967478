import { displayWidth } from '../table/display-width.js'
import type { SheetRow } from './sheet.js'

/** Characters of running text, bold or plain, that fit into the width of one digit: by style that wraps. */
const perDigit: Readonly<Record<string, number>> = { heading: 1, 'number-heading': 1, wrapped: 1.15 }

/** Lines that a row takes in columns of these widths: those of its longest text that wraps. */
export function rowLines(row: SheetRow, widths: readonly number[]): number {
  const lines = row.map((cell, column) =>
    cell?.kind === 'text' && cell.style in perDigit
      ? textLines(cell.text, perDigit[cell.style] * (widths[column] - 1))
      : 1,
  )
  return Math.max(1, ...lines)
}

/** Lines of a text that breaks at blanks, and inside words that are longer than a line. */
function textLines(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const length = displayWidth(word)
    if (used > 0 && used + 1 + length > width) {
      lines++
      used = 0
    }
    used += (used > 0 ? 1 : 0) + length
    while (used > width) {
      lines++
      used -= width
    }
  }
  return lines
}
