import { InputError } from '../../check/errors.js'
import { requireCellCount } from '../table/cell-count.js'
import { describePlace } from '../table/finding.js'
import type { RawTable } from '../table/raw-table.js'
import { cellText } from './cell-text.js'

/**
 * Reads rows from JSON: a list of flat objects, or one flat object a line (JSON Lines).
 *
 * Columns are the keys of all rows, in the order in which they first occur; a row without a key has an empty cell there.
 * Values may be text, numbers, true, false (1 and 0) and null (missing). Rows count from 1 in a list, by their line otherwise.
 *
 * @param text the decoded file.
 * @param options.file name of the file without folder, for messages.
 * @throws InputError if the text is not JSON, is no list of flat objects, has no rows, or a row has one key twice.
 * @example readJson('[{ "week": "2024-01-01", "tv": 5 }]', { file: 'a.json' }).rows  // [['2024-01-01', '5']]
 */
export function readJson(text: string, options: { readonly file: string }): RawTable {
  const { file } = options
  const content = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const entries = content.trimStart().startsWith('{') ? readLines(content, file) : readList(content, file)
  if (entries.length === 0) throw refusal(file, { text: 'has no rows' })
  const rows = entries.map(({ line, value }) => ({ line, cells: cellsOf(value, line, file) }))
  requireDistinctKeys(content, rows, file)
  const columns = new Map<string, number>()
  for (const { cells } of rows) for (const key of cells.keys()) if (!columns.has(key)) columns.set(key, columns.size)
  if (columns.size === 0) throw refusal(file, { text: 'has rows without any key' })
  requireCellCount(file, rows.length, columns.size)
  return {
    file,
    delimiter: null,
    headers: [...columns.keys()].map((key) => key.trim()),
    rows: rows.map(({ cells }) => {
      const row = new Array<string>(columns.size).fill('')
      for (const [key, cell] of cells) row[columns.get(key)!] = cell
      return row
    }),
    lines: rows.map(({ line }) => line),
  }
}

interface Entry {
  /** Number of the row, or of its line. */
  readonly line: number
  readonly value: unknown
}

function readList(content: string, file: string): Entry[] {
  if (!content.trimStart().startsWith('[')) throw refusal(file, { text: 'is not JSON rows: it must begin with [ or {' })
  const parsed = parse(content, (fault) => refusal(file, { text: `is not JSON${describeFault(fault, content)}` }))
  if (!Array.isArray(parsed)) throw refusal(file, { text: `must be a list of objects, not ${describe(parsed)}` })
  return parsed.map((value: unknown, i) => ({ line: i + 1, value }))
}

function readLines(content: string, file: string): Entry[] {
  const lines = content.split('\n')
  const entries: Entry[] = []
  lines.forEach((text, i) => {
    if (text.trim() === '') return
    const value = parse(text, () => {
      const hint = isJson(content) ? '; it holds one object (pandas writes rows with orient="records")' : ''
      const what = 'must be a list of objects, or hold one object a line'
      return refusal(file, { text: `${what}, but line ${i + 1} is not an object by itself${hint}` })
    })
    entries.push({ line: i + 1, value })
  })
  return entries
}

function parse(text: string, refuse: (fault: string) => InputError): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : '')
  }
}

/** Where JSON.parse stumbled, as far as its message says: not every one holds a position. */
function describeFault(fault: string, content: string): string {
  if (/end of JSON|unterminated/i.test(fault)) return ': it ends too early'
  const position = /position (\d+)/.exec(fault)
  return position === null ? '' : ` from line ${lineAt(content, Number(position[1]))} on`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function cellsOf(value: unknown, line: number, file: string): Map<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const hint = Array.isArray(value) ? ' (pandas writes rows with orient="records")' : ''
    throw refusal(file, { line, text: `must be an object of columns and values, not ${describe(value)}${hint}` })
  }
  const cells = new Map<string, string>()
  for (const [key, entry] of Object.entries(value)) {
    if (key === '__proto__') throw refusal(file, { line, text: 'has the key `__proto__`, which is no name; rename it' })
    const text = cellText(entry)
    if (text === null) {
      const message = `must be text, a number, true, false or null, not ${describe(entry)}`
      throw refusal(file, { line, column: key, text: message })
    }
    cells.set(key, text)
  }
  return cells
}

/** JSON.parse keeps the last of two equal keys without a word; a count of the keys in the text shows it. */
function requireDistinctKeys(content: string, rows: readonly { cells: Map<string, string> }[], file: string): void {
  const kept = rows.reduce((count, { cells }) => count + cells.size, 0)
  let written = 0
  let keys = new Set<string>()
  let repeated: { row: number; key: string } | null = null
  let row = -1
  for (const [, name, colon, brace] of content.matchAll(/"((?:[^"\\]|\\.)*)"\s*(:)?|(\{)/g)) {
    if (brace !== undefined) {
      keys = new Set()
      row += 1
    } else if (colon !== undefined) {
      written += 1
      if (keys.has(name)) repeated ??= { row, key: name }
      keys.add(name)
    }
  }
  if (written === kept) return
  const place = repeated === null ? '' : ` \`${repeated.key}\` in object ${repeated.row + 1}`
  throw refusal(file, { text: `has a key twice in one row:${place === '' ? ' rename one of them' : place}` })
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? 'text' : `${typeof value} ${String(value)}`
}

function lineAt(content: string, position: number): number {
  let line = 1
  for (let at = content.indexOf('\n'); at !== -1 && at < position; at = content.indexOf('\n', at + 1)) line += 1
  return line
}

interface Refusal {
  readonly line?: number
  readonly column?: string
  readonly text: string
}

function refusal(file: string, { line, column, text }: Refusal): InputError {
  const place = describePlace({
    file,
    ...(line === undefined ? {} : { lines: [line] }),
    ...(column === undefined ? {} : { column }),
  })
  const path = line === undefined ? file : `${file}:${line}`
  return new InputError([{ path, message: `${place} ${text}.` }])
}
