import type { Finding, MissingRule } from './dataset.js'
import type { RowRange } from './fill-missing.js'
import { describePlace, yamlText } from './finding.js'
import type { RawTable } from './raw-table.js'
import type { ResolvedColumns } from './resolve-columns.js'
import { columnCells } from './used-cells.js'
import type { DatasetRows } from './window.js'

export interface TextContext extends DatasetRows {
  /** Indices of the table's rows, oldest first. */
  readonly order: readonly number[]
  readonly window: RowRange
  readonly missing: Readonly<Record<string, MissingRule>>
}

/** Category columns of a dataset: their cells by header, and errors for empty cells inside the window. */
export interface TextColumns {
  readonly texts: ReadonlyMap<string, readonly string[]>
  /** The same before any filling, for the fingerprint. */
  readonly parsed: ReadonlyMap<string, readonly string[]>
  readonly findings: readonly Finding[]
}

/**
 * Reads the category columns.
 *
 * `na` is a level like any other. An empty cell in the window is an error, unless `missing: previous` repeats the level
 * before it; the other rules have no meaning for text. Empty cells outside the window stay empty.
 */
export function readTexts(table: RawTable, resolved: ResolvedColumns, context: TextContext): TextColumns {
  const texts = new Map<string, readonly string[]>()
  const parsed = new Map<string, readonly string[]>()
  const findings: Finding[] = []
  for (const header of resolved.textHeaders) {
    const cells = columnCells(table, context.order, header)
    const use = resolved.uses.find(({ use }) => use.role === 'category' && use.column === header)!.use
    parsed.set(header, cells.slice())
    const finding = fillText(header, cells, context.missing[header] ?? use.missing, context)
    if (finding !== null) findings.push(finding)
    texts.set(header, cells)
  }
  return { texts, parsed, findings }
}

function fillText(header: string, cells: string[], rule: MissingRule | null, context: TextContext): Finding | null {
  const { file, lines, window } = context
  const empty: number[] = []
  for (let t = window.from; t < window.to; t++) if (cells[t] === '') empty.push(t)
  if (empty.length === 0) return null
  for (const t of empty) if (rule === 'previous' && t > 0) cells[t] = cells[t - 1]
  const left = empty.filter((t) => cells[t] === '')
  const rows = (left.length > 0 ? left : empty).map((t) => lines[t]).sort((a, b) => a - b)
  const place = describePlace({ file, lines: rows, column: header })
  const finding = { column: header, row: rows[0] }
  if (left.length === 0) {
    const count = empty.length === 1 ? 'empty cell was' : 'empty cells were'
    const message = `${place}: ${empty.length} ${count} filled by the rule \`previous\`.`
    return { ...finding, id: `missing-filled:${header}`, severity: 'note', message, decide: null }
  }
  const decide = `missing: { ${yamlText(header)}: previous }`
  const why =
    rule === null || rule === 'previous'
      ? 'the category is empty'
      : `the category is empty, and \`${rule}\` is no rule for text`
  const message = `${place}: ${why}; write a level that means nothing, such as na, or \`${decide}\` in the spec.`
  return { ...finding, id: `missing-cell:${header}`, severity: 'error', message, decide }
}
