import { InputError } from '../../check/errors.js'
import { didYouMean, nearestName } from '../../check/nearest-name.js'
import type { ColumnExpression } from '../expression/column-expression.js'
import { parseExpression } from '../expression/parse-expression.js'
import type { AssemblyRequest } from './assembly.js'
import type { ColumnUse, Finding } from './dataset.js'
import { describePlace } from './finding.js'
import type { RawTable } from './raw-table.js'

/** What the uses of a spec read from a table. */
export interface ResolvedColumns {
  /** Position of the date column; null where there is none. */
  readonly date: number | null
  readonly uses: readonly ResolvedUse[]
  /** Headers whose cells must be numbers, each once. */
  readonly numberHeaders: readonly string[]
  /** Headers whose cells are categories, each once. */
  readonly textHeaders: readonly string[]
  readonly findings: readonly Finding[]
}

/** A use and the headers that it reads: one, or those of its expression. */
export interface ResolvedUse {
  readonly use: ColumnUse
  readonly headers: readonly string[]
  /** null where the column is a header. */
  readonly expression: ColumnExpression | null
}

/**
 * Finds every used column among a table's headers.
 *
 * A text that equals a header exactly is that column, whatever its characters; any other is an expression over headers.
 * Findings: unknown columns (with a suggestion), expressions that are refused, used headers that occur twice, and
 * `missing:` keys that no use reads.
 */
export function resolveColumns(table: RawTable, request: AssemblyRequest): ResolvedColumns {
  const findings: Finding[] = []
  const uses: ResolvedUse[] = []
  for (const use of request.uses) {
    const resolved = resolveUse(table, use)
    if ('severity' in resolved) findings.push(resolved)
    else uses.push(resolved)
  }
  const dateAt = table.headers.indexOf(request.date)
  if (dateAt === -1) findings.push(unknownColumn(table, request.date, 'data.date'))
  const headersOf = (isText: boolean): string[] => [
    ...new Set(uses.filter(({ use }) => (use.role === 'category') === isText).flatMap(({ headers }) => headers)),
  ]
  const [numberHeaders, textHeaders] = [headersOf(false), headersOf(true)]
  const used = new Set([request.date, ...numberHeaders, ...textHeaders])
  findings.push(...repeatedHeaders(table, used))
  if (findings.length === 0) findings.push(...unreadMissingKeys(request, used))
  return { date: dateAt === -1 ? null : dateAt, uses, numberHeaders, textHeaders, findings }
}

function resolveUse(table: RawTable, use: ColumnUse): ResolvedUse | Finding {
  if (table.headers.includes(use.column)) return { use, headers: [use.column], expression: null }
  if (use.role === 'category') return unknownColumn(table, use.column, use.path)
  try {
    const expression = parseExpression(use.column, { path: use.path, headers: table.headers })
    if (expression.headers.length > 0) return { use, headers: expression.headers, expression }
    const message = `\`${use.path}\`: the expression \`${use.column}\` names no column, so it is the same in every row.`
    return expressionFinding(use, message)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    if (looksLikeName(use.column)) return unknownColumn(table, use.column, use.path)
    return expressionFinding(use, error.message)
  }
}

function expressionFinding(use: ColumnUse, message: string): Finding {
  return { id: `expression:${use.path}`, severity: 'error', message, column: use.column, row: null, decide: null }
}

/** Whether a text that is neither header nor expression was meant as a header: nothing in it computes. */
function looksLikeName(text: string): boolean {
  return !/[()+*/^<>=!?:,"]/.test(text)
}

const headersNamed = 12

function unknownColumn(table: RawTable, column: string, path: string): Finding {
  const named = table.headers.slice(0, headersNamed).map((header) => `\`${header}\``)
  const more = table.headers.length > headersNamed ? ` and ${table.headers.length - headersNamed} more` : ''
  const has = `${table.file} has no column \`${column}\``
  const message = `\`${path}\`: ${has}; its columns are ${named.join(', ')}${more}.${didYouMean(column, table.headers)}`
  const nearest = nearestName(column, table.headers)
  const decide = nearest === null ? null : `${path.split('.').pop()}: ${nearest}`
  return { id: `unknown-column:${column}`, severity: 'error', message, column, row: null, decide }
}

function repeatedHeaders(table: RawTable, used: ReadonlySet<string>): Finding[] {
  return [...used]
    .filter((header) => table.headers.indexOf(header) !== table.headers.lastIndexOf(header))
    .map((column) => ({
      id: `duplicate-header:${column}`,
      severity: 'error',
      message: `${describePlace({ file: table.file, lines: [1], column })}: the header occurs more than once; rename all but one.`,
      column,
      row: 1,
      decide: null,
    }))
}

function unreadMissingKeys(request: AssemblyRequest, used: ReadonlySet<string>): Finding[] {
  return Object.keys(request.missing)
    .filter((key) => !used.has(key))
    .map((key) => ({
      id: `unused-missing:${key}`,
      severity: 'error',
      message: `\`missing.${key}\`: the spec uses no column of this name.${didYouMean(key, used)}`,
      column: key,
      row: null,
      decide: `remove \`${key}\` from \`missing\``,
    }))
}
