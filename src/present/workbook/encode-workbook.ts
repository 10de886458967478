import writeXlsxFile, { type Cell, type Feature } from 'write-excel-file/universal'
import { rowLines } from './row-lines.js'
import { settleZipTimes } from './settle-zip-times.js'
import type { NumberStyle, Sheet, SheetCell, TextStyle } from './sheet.js'

/** Characters that can still be read side by side on a landscape page. */
const PAGE_WIDTH = 240
/** Points. */
const LINE_HEIGHT = 15
/** Most characters that Excel lets stand in one cell. */
const LONGEST = 32_767

/**
 * Sheets as the bytes of an XLSX file: the same bytes for the same sheets, since nothing in it knows the time.
 *
 * Text is stored as text, so that no cell can become a formula by what it begins with.
 *
 * @param sheets at least one, with different names.
 * @example await encodeWorkbook(reportSheets(data))
 */
export async function encodeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = writeXlsxFile(
    sheets.map(({ name, rows, frozen, widths }) => ({
      sheet: name,
      data: rows.map((row) => withHeight(row.map(encodedCell), rowLines(row, widths))),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: frozen.rows,
      stickyColumnsCount: frozen.columns,
      orientation: 'landscape' as const,
      showGridLines: false,
    })),
    { fontFamily: 'Calibri', fontSize: 11, features: [formulaValues(sheets), pageLayout(sheets)] },
  )
  const blob = await file.toBlob()
  return settleZipTimes(new Uint8Array(await blob.arrayBuffer()))
}

/** The height of a row of several lines: not every program works it out by itself. */
function withHeight(cells: Cell[], lines: number): Cell[] {
  const first = cells.findIndex((cell) => cell !== null)
  if (lines === 1 || first < 0) return cells
  return cells.with(first, { ...(cells[first] as object), height: LINE_HEIGHT * lines + 1 })
}

function encodedCell(cell: SheetCell): Cell {
  if (cell === null) return null
  if (cell.kind === 'number') {
    return { type: Number, value: cell.value, format: cell.format, ...(cell.style && numberStyles[cell.style]) }
  }
  if (cell.kind === 'formula')
    return { type: 'Formula', value: cell.formula, format: cell.format, ...(cell.style && numberStyles[cell.style]) }
  const text = cell.text.length > LONGEST ? `${cell.text.slice(0, LONGEST - 1)}…` : cell.text
  return { type: String, value: text, ...styles[cell.style] }
}

const numberStyles: Readonly<Record<NumberStyle, object>> = {
  left: { align: 'left', indent: 1, alignVertical: 'top' },
  total: { fontWeight: 'bold' },
}

const headed = {
  fontWeight: 'bold',
  backgroundColor: '#E8EDF3',
  alignVertical: 'bottom',
  wrap: true,
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#7A8794',
} as const

const styles: Readonly<Record<TextStyle, object>> = {
  plain: { align: 'left', indent: 1 },
  title: { fontWeight: 'bold', fontSize: 14 },
  heading: { ...headed, align: 'left', indent: 1 },
  'number-heading': { ...headed, align: 'right' },
  name: { textColor: '#55606B', align: 'left', indent: 1 },
  'number-name': { textColor: '#55606B', align: 'right' },
  total: { fontWeight: 'bold', align: 'left', indent: 1 },
  note: { textColor: '#55606B', fontStyle: 'italic' },
  wrapped: { align: 'left', indent: 1, wrap: true, alignVertical: 'top' },
}

/** Rows as high as a line of text, and prints as few pages wide as can be read. */
function pageLayout(sheets: readonly Sheet[]): Feature<Blob> {
  const pages = sheets.map(({ widths }) => Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE_WIDTH))
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            xml
              .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
              .replace('</sheetViews>', '</sheetViews><sheetFormatPr defaultRowHeight="15"/>')
              .replace('<pageSetup ', `<pageSetup fitToWidth="${pages[sheetIndex]}" fitToHeight="0" `),
        },
      },
    },
  }
}

/** Writes beside each formula what it comes to, for viewers that don't calculate. */
function formulaValues(sheets: readonly Sheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => withValues(xml, sheets[sheetIndex]),
        },
      },
    },
  }
}

function withValues(xml: string, { rows }: Sheet): string {
  const values = rows.flatMap((row) => row.flatMap((cell) => (cell?.kind === 'formula' ? [cell.value] : [])))
  let next = 0
  return xml.replace(/<\/f><\/c>/g, () => `</f><v>${values[next++]}</v></c>`)
}
