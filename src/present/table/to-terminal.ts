import CliTable from 'cli-table3'

import { columnTexts, onOneLine, type CellText, type ColumnText } from './column-text.js'
import { displayWidth } from './display-width.js'
import type { Table } from './table.js'

/** Paints text on a terminal; the identity where colour is off. */
type Colour = (style: 'bold' | 'dim', text: string) => string

export interface TerminalOptions {
  /** Columns of the terminal, at least 40. @defaultValue 80 */
  readonly width?: number
  /** @defaultValue no colour */
  readonly color?: Colour
}

/**
 * A table for a terminal, at most `width` columns wide, ending in a line feed.
 *
 * Where it is too wide, intervals go on a second line, then texts wrap, then the columns marked droppable go, which a
 * last line names. Control characters in names and messages are taken out.
 *
 * @example toTerminal(returnsTable(summary), { width: 80 })
 */
export function toTerminal(table: Table, options: TerminalOptions = {}): string {
  const width = Math.max(40, options.width ?? 80)
  const color = options.color ?? ((_, text) => text)
  const layout = fitColumns(columnTexts(table), width)
  const lines = [color('bold', printable(table.title)), '', draw(layout, color)]
  const notes = (table.notes ?? []).map((note) => wrap(printable(note), width))
  if (layout.dropped.length > 0) {
    const names = layout.dropped.map(({ column }) => column.label).join(', ')
    notes.push(wrap(`Not shown at this width: ${names}. A wider terminal or JSON has them.`, width))
  }
  if (notes.length > 0) lines.push('', color('dim', notes.join('\n')))
  return `${lines.join('\n')}\n`
}

interface Layout {
  readonly columns: readonly ColumnText[]
  readonly dropped: readonly ColumnText[]
  readonly widths: readonly number[]
  readonly stacked: boolean
}

const gap = 2
const narrowestText = 12

function fitColumns(all: readonly ColumnText[], width: number): Layout {
  let columns = all
  for (;;) {
    for (const stacked of [false, true]) {
      const natural = columns.map((column) => naturalWidth(column, stacked))
      const widths = shrinkTexts(columns, natural, width)
      const dropped = all.filter((column) => !columns.includes(column))
      if (widths !== null) return { columns, dropped, widths, stacked }
    }
    const next = mostDroppable(columns)
    if (next === null) {
      const dropped = all.filter((column) => !columns.includes(column))
      return { columns, dropped, widths: columns.map((column) => naturalWidth(column, true)), stacked: true }
    }
    columns = columns.filter((column) => column !== next)
  }
}

function naturalWidth(text: ColumnText, stacked: boolean): number {
  const heading = Math.max(...words(text.column.label, stacked).map(displayWidth), displayWidth(text.unit))
  return text.cells.reduce((most, cell) => {
    const parts = stacked ? [cell.main, cell.interval] : [onOneLine(cell)]
    return Math.max(most, ...parts.map((part) => displayWidth(printable(part))))
  }, heading)
}

/** Headings may break between words where the columns are stacked. */
function words(label: string, stacked: boolean): string[] {
  return stacked ? label.split(' ') : [label]
}

/** Takes what is missing from the text columns, the widest first; null where that isn't enough. */
function shrinkTexts(columns: readonly ColumnText[], natural: readonly number[], width: number): number[] | null {
  const widths = [...natural]
  const total = (): number => widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1)
  while (total() > width) {
    let widest = -1
    columns.forEach(({ column }, index) => {
      const shrinkable = column.format === 'text' && widths[index] > narrowestText
      if (shrinkable && (widest < 0 || widths[index] > widths[widest])) widest = index
    })
    if (widest < 0) return null
    widths[widest]--
  }
  return widths
}

function mostDroppable(columns: readonly ColumnText[]): ColumnText | null {
  const rank = (text: ColumnText): number => text.column.droppable ?? 0
  const most = columns.reduce((best, column) => (rank(column) >= rank(best) ? column : best))
  return rank(most) > 0 ? most : null
}

function draw(layout: Layout, color: Colour): string {
  const { columns, widths, stacked } = layout
  const table = new CliTable({
    chars: blankChars,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colAligns: columns.map(({ column }) => column.align),
  })
  const head = columns.map(({ column, unit }, index) => {
    const label = wrap(column.label, Math.max(widths[index], ...words(column.label, stacked).map(displayWidth)))
    return color('bold', label) + (unit === '' ? '' : `\n${color('dim', unit)}`)
  })
  table.push(head)
  const count = columns[0]?.cells.length ?? 0
  for (let row = 0; row < count; row++) {
    table.push(columns.map(({ cells }, index) => lines(cells[row], widths[index], stacked, color)))
  }
  // Trailing blanks of the last column are of no use to anyone.
  return table.toString().replace(/[ \t]+$/gm, '')
}

function lines(cell: CellText, width: number, stacked: boolean, color: Colour): string {
  if (!stacked || cell.interval === '') return wrap(printable(onOneLine(cell)), width)
  return `${cell.main}\n${color('dim', cell.interval)}`
}

const blankChars = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
}

/** Breaks between words, and inside a word that is longer than the line. */
function wrap(text: string, width: number): string {
  const done: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    let rest = word
    if (line !== '' && displayWidth(line) + 1 + displayWidth(rest) > width) {
      done.push(line)
      line = ''
    }
    while (displayWidth(rest) > width) {
      const part = headOf(rest, width)
      done.push(part)
      rest = rest.slice(part.length)
    }
    line = line === '' ? rest : `${line} ${rest}`
  }
  return [...done, line].join('\n')
}

function headOf(text: string, width: number): string {
  let head = ''
  for (const character of text) {
    if (head !== '' && displayWidth(head + character) > width) break
    head += character
  }
  return head
}

/** Names and messages may hold anything: no escape sequence of theirs may reach the terminal. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
}
