import { InputError } from '../../check/errors.js'
import { didYouMean } from '../../check/nearest-name.js'
import type { Finding } from './dataset.js'
import type { RawTable } from './raw-table.js'

/** Where in a file a finding is: lines (the header is line 1), a column, both or neither. */
export interface Place {
  readonly file: Source
  readonly lines?: readonly number[]
  readonly column?: string
}

/** A file by name, or with names for rows that are made from several of its lines. */
export type Source = string | { readonly file: string; readonly rowNames: ReadonlyMap<number, string> }

/** What messages about a table name as its file. */
export function sourceOf({ file, rowNames }: Pick<RawTable, 'file' | 'rowNames'>): Source {
  return rowNames === undefined ? file : { file, rowNames }
}

/** Place as messages begin with it: "sales.csv lines 4, 9 and 12 more, column `tv`". */
export function describePlace({ file: source, lines = [], column }: Place): string {
  const file = typeof source === 'string' ? source : source.file
  const at = lines.length === 0 ? file : `${file} ${describeRows(source, lines)}`
  return column === undefined ? at : `${at}, column \`${column}\``
}

/** Rows as messages call them: "line 4" of a text file, "rows 4 and 9" of a workbook, "date 2024-01-08" of the long layout. */
export function describeRows(source: Source, lines: readonly number[]): string {
  if (typeof source !== 'string') return describeMany('date', namesOf(lines, source.rowNames))
  return describeMany(hasLines(source) ? 'line' : 'row', lines.map(String))
}

const rowsNamed = 3

/** "line 4", "lines 4 and 9", "lines 4, 9, 11 and 12 more". */
function describeMany(word: string, names: readonly string[]): string {
  if (names.length === 1) return `${word} ${names[0]}`
  if (names.length <= rowsNamed) return `${word}s ${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
  return `${word}s ${names.slice(0, rowsNamed).join(', ')} and ${names.length - rowsNamed} more`
}

function namesOf(lines: readonly number[], rowNames: ReadonlyMap<number, string>): string[] {
  return lines.map((line) => rowNames.get(line) ?? String(line)).sort()
}

/** Workbooks, Parquet and JSON have rows; everything else is read line by line. */
function hasLines(file: string): boolean {
  return !/\.(?:xlsx|xlsm|parquet|json)$/i.test(file)
}

/** A key or text inside a YAML flow collection: words, with dots, hyphens or colons inside, stay bare, all else is quoted. */
export function yamlText(text: string): string {
  const isBare = /^[A-Za-z_](?:[\w.:-]*\w)?$/.test(text) && !/^(?:true|false|null)$/i.test(text)
  return isBare ? text : JSON.stringify(text)
}

const severityRank: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, note: 2 }

/** Findings, most severe first; within a severity in their old order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => severityRank[a.severity] - severityRank[b.severity])
}

/**
 * Throws one `InputError` that holds every finding of severity error, in order, if there is one.
 *
 * The path of an issue is `file:line column` as far as the finding has them.
 */
export function requireNoErrors(findings: readonly Finding[], file: string): void {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (errors.length === 0) return
  throw new InputError(
    errors.map(({ row, column, message }) => ({
      path: `${file}${row === null ? '' : `:${row}`}${column === null ? '' : ` ${column}`}`,
      message,
    })),
  )
}

/**
 * Turns accepted warnings into notes that say so, and warns of every accepted id that no finding has.
 *
 * Call it once, on the findings of every check together. Errors stay errors: only the data or `missing:` can mend those.
 * An id without a column (`outlier`) accepts that kind of finding in every column.
 *
 * @param accept ids as `accept:` in the spec lists them.
 * @returns the findings in their order, then the warnings about ids.
 */
export function acceptFindings(findings: readonly Finding[], accept: readonly string[]): Finding[] {
  const matches = (id: string, finding: Finding): boolean => finding.id === id || finding.id.startsWith(`${id}:`)
  const result = findings.map((finding) => {
    if (finding.severity !== 'warning' || !accept.some((id) => matches(id, finding))) return finding
    return { ...finding, severity: 'note' as const, message: `Accepted: ${finding.message}`, decide: null }
  })
  for (const id of new Set(accept)) {
    const matched = findings.filter((finding) => matches(id, finding))
    if (matched.length === 0) result.push(unknownId(id, findings))
    else if (matched.every((finding) => finding.severity === 'error')) result.push(unacceptable(id))
  }
  return result
}

function unknownId(id: string, findings: readonly Finding[]): Finding {
  const candidates = findings.filter((finding) => finding.severity === 'warning').map((finding) => finding.id)
  const suggestion = didYouMean(id, candidates)
  return {
    id: `unknown-accept:${id}`,
    severity: 'warning',
    message: `\`accept\` names \`${id}\`, but no finding has this id.${suggestion}`,
    column: null,
    row: null,
    decide: 'remove it from `accept`',
  }
}

function unacceptable(id: string): Finding {
  return {
    id: `unknown-accept:${id}`,
    severity: 'warning',
    message: `\`accept\` names \`${id}\`, which is an error; an error cannot be accepted.`,
    column: null,
    row: null,
    decide: 'mend the data',
  }
}
