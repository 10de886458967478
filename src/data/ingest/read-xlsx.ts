import { InputError } from '../../check/errors.js'
import { didYouMean } from '../../check/nearest-name.js'
import { requireCellCount, requireUnpackedSize } from '../table/cell-count.js'
import type { CellFault, RawTable } from '../table/raw-table.js'
import { cellText } from './cell-text.js'
import type { SheetMarks } from './sheet-marks.js'
import { sheetMarks } from './sheet-marks.js'
import { unzipEntry, zipEntries } from './zip-entries.js'

export interface ReadXlsxOptions {
  /** Name of the file without folder, for messages. */
  readonly file: string
  /** Name of the sheet, or its number from 1 if none has the number for a name; null where the workbook has only one. */
  readonly sheet?: string | number | null
}

/**
 * Reads a sheet of an Excel workbook (.xlsx): the first row that holds anything is the header.
 *
 * Numbers keep every bit; cells formatted as dates are days where they have no time; true and false are 1 and 0; a formula
 * is the value that the workbook was saved with. Merged cells, errors of formulas and formulas without a value are there,
 * but can't be used. Rows have the numbers that spreadsheet programs show.
 *
 * @param bytes the whole file.
 * @throws InputError if the file is damaged, encrypted, too large or no workbook, the sheet isn't there or has no rows, or
 *   `sheet` is left out where there are several.
 * @example (await readXlsx(bytes, { file: 'sales.xlsx', sheet: 'Data' })).headers  // ['week', 'tv']
 */
export async function readXlsx(bytes: Uint8Array, { file, sheet = null }: ReadXlsxOptions): Promise<RawTable> {
  const parts = await unpack(bytes, file)
  const workbook = parts.get('xl/workbook.xml')
  const relations = parts.get('xl/_rels/workbook.xml.rels')
  if (workbook === undefined || relations === undefined) throw refusal(file, 'is an archive, but not an Excel workbook')
  const sheets = sheetsOf(workbook, relations)
  const chosen = chooseSheet(sheets, sheet, file)
  const xml = parts.get(sheets[chosen].path)
  if (xml === undefined)
    throw refusal(file, `: sheet \`${sheets[chosen].name}\` is a chart or missing; it must hold cells`)
  const marks = sheetMarks(xml)
  requireCellCount(file, marks.lastRow, marks.lastColumn)
  const days1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904=["']true["']/.test(workbook) ? 1462 : 0
  const cells = await readCells(bytes, { file, sheet: chosen + 1 })
  const texts = cells.map((row) => row.map((cell) => textOf(cell, days1904)))
  for (const { row, column, text } of marks.isoDates)
    if (texts[row - 1]?.[column - 1] !== undefined) texts[row - 1][column - 1] = text
  return tableOf(texts, marks, { file, sheet: sheets[chosen].name })
}

/** The parts that describe the workbook, unpacked; all parts must be sound, and small enough together. */
async function unpack(bytes: Uint8Array, file: string): Promise<Map<string, string>> {
  if (bytes[0] === 0xd0) {
    const isEncrypted = new TextDecoder('utf-16le')
      .decode(bytes.subarray(0, bytes.length & ~1))
      .includes('EncryptedPackage')
    throw refusal(
      file,
      isEncrypted
        ? 'is encrypted with a password; save it without one'
        : 'is a workbook in the old Excel format; save it as .xlsx',
    )
  }
  const entries = zipEntries(bytes, file)
  requireUnpackedSize(
    file,
    entries.reduce((size, entry) => size + entry.size, 0),
  )
  const parts = new Map<string, string>()
  for (const entry of entries) {
    if (entry.isEncrypted) throw refusal(file, 'is encrypted with a password; save it without one')
    const content = await unzipEntry(bytes, entry, file)
    if (/\.(?:xml|rels)$/.test(entry.name)) parts.set(entry.name, new TextDecoder().decode(content))
  }
  return parts
}

interface Sheet {
  readonly name: string
  /** Name of its part in the archive; empty where the workbook has none. */
  readonly path: string
}

function sheetsOf(workbook: string, relations: string): Sheet[] {
  const targets = new Map<string, string>()
  for (const [element] of relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)) {
    targets.set(attribute(element, 'Id'), attribute(element, 'Target'))
  }
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([element]) => {
    const target = targets.get(attribute(element, '\\w+:id')) ?? ''
    return { name: attribute(element, 'name'), path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }
  })
}

function attribute(element: string, name: string): string {
  const match = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(element)
  return match === null ? '' : unescapeXml(match[1] ?? match[2])
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name] : all
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

function chooseSheet(sheets: readonly Sheet[], wanted: string | number | null, file: string): number {
  const names = sheets.map(({ name }) => name)
  const listed = `its sheets are ${names.map((name) => `\`${name}\``).join(', ')}`
  if (names.length === 0) throw refusal(file, 'has no sheets')
  if (wanted === null) {
    if (names.length === 1) return 0
    throw refusal(file, `has ${names.length} sheets; write which one to read as \`sheet\` beside \`file\`: ${listed}`)
  }
  const named = names.indexOf(String(wanted))
  const at = named === -1 && typeof wanted === 'number' ? wanted - 1 : named
  if (at >= 0 && at < names.length) return at
  const hint = typeof wanted === 'string' ? didYouMean(wanted, names) : ''
  throw refusal(file, `has no sheet ${typeof wanted === 'number' ? wanted : `\`${wanted}\``}; ${listed}`, hint)
}

async function readCells(bytes: Uint8Array, { file, sheet }: { file: string; sheet: number }): Promise<unknown[][]> {
  const { readSheet } = await import('read-excel-file/universal')
  try {
    return await readSheet(new Uint8Array(bytes).buffer, sheet)
  } catch {
    throw refusal(file, 'cannot be read as an Excel workbook; open it in a spreadsheet program and save it as .xlsx')
  }
}

const millisecondsPerDay = 86_400_000

function textOf(cell: unknown, laterBy: number): string {
  const value = cell instanceof Date && laterBy > 0 ? new Date(cell.getTime() + laterBy * millisecondsPerDay) : cell
  return cellText(value) ?? ''
}

function tableOf(
  texts: readonly (readonly string[])[],
  marks: SheetMarks,
  { file, sheet }: { file: string; sheet: string },
): RawTable {
  const faulty = new Set(marks.faults.map(({ row }) => row - 1))
  const isFilled = (row: number): boolean => faulty.has(row) || texts[row].some((text) => text !== '')
  const [header, ...kept] = [...texts.keys()].filter(isFilled)
  if (header === undefined) throw refusal(file, `has nothing in its sheet \`${sheet}\``)
  if (kept.length === 0) throw refusal(file, `has a header but no rows in its sheet \`${sheet}\``)
  const positions = new Map(kept.map((row, i) => [row, i]))
  const faults = marks.faults.flatMap(({ row, column, text }): CellFault[] => {
    const at = positions.get(row - 1)
    return at === undefined ? [] : [{ column: column - 1, row: at, text }]
  })
  return {
    file,
    delimiter: null,
    headers: texts[header],
    rows: kept.map((row) => texts[row]),
    lines: kept.map((row) => row + 1),
    faults,
  }
}

function refusal(file: string, text: string, hint = ''): InputError {
  const message = `${file}${text.startsWith(':') ? '' : ' '}${text}.${hint}`
  return new InputError([{ path: file, message }])
}
