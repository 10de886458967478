import { evaluateExpression } from '../expression/evaluate-expression.js'
import type { ColumnUse, Finding, MissingRule } from './dataset.js'
import { fillMissing } from './fill-missing.js'
import type { RowRange } from './fill-missing.js'
import { describePlace, yamlText } from './finding.js'
import type { ResolvedUse } from './resolve-columns.js'
import { rangeFindings } from './value-range.js'
import type { DatasetRows } from './window.js'

export interface FillContext extends DatasetRows {
  readonly window: RowRange
  readonly missing: Readonly<Record<string, MissingRule>>
}

/** The numeric columns of a dataset, by the text that the spec gives as `column`. */
export interface FilledUses {
  readonly columns: ReadonlyMap<string, Float64Array>
  readonly findings: readonly Finding[]
}

/**
 * Fills missing cells by their rules, computes expressions, and checks that every value that must be known is, and is allowed.
 *
 * Fills the arrays of `numbers` in place. Findings: missing cells (errors, or notes where a rule filled them), expressions
 * without a finite value, negative spend and media, values and margins out of range.
 */
export function fillUses(
  uses: readonly ResolvedUse[],
  numbers: ReadonlyMap<string, Float64Array>,
  context: FillContext,
): FilledUses {
  const findings: Finding[] = []
  const numeric = uses.filter(({ use }) => use.role !== 'category')
  const broken = new Set<string>()
  for (const [header, values] of numbers) {
    const readers = numeric.filter(({ headers }) => headers.includes(header))
    const found = fillHeader(header, values, readers, context)
    findings.push(...found)
    if (found.some((finding) => finding.severity === 'error')) broken.add(header)
  }
  const columns = new Map<string, Float64Array>()
  for (const resolved of numeric) {
    const { use, expression, headers } = resolved
    if (headers.some((header) => broken.has(header))) continue
    if (!columns.has(use.column)) {
      const values =
        expression === null ? numbers.get(use.column)! : evaluateExpression(expression, numbers, context.rows)
      columns.set(use.column, values)
    }
    const values = columns.get(use.column)!
    if (expression !== null) findings.push(...expressionFindings(resolved, values, numbers, context))
    findings.push(...rangeFindings(use, values, context))
  }
  return { columns: withoutInfinities(columns), findings: withoutRepeats(findings) }
}

/** Rows in which a use needs a value: media and spend from the first row on, everything else inside the window. */
export function neededRows(role: ColumnUse['role'], window: RowRange): RowRange {
  return role === 'spend' || role === 'media' ? { from: 0, to: window.to } : window
}

function fillHeader(
  header: string,
  values: Float64Array,
  readers: readonly ResolvedUse[],
  { file, lines, window, missing }: FillContext,
): Finding[] {
  const isNeededBefore = readers.some(({ use }) => neededRows(use.role, window).from === 0)
  const range: RowRange = { from: isNeededBefore ? 0 : window.from, to: window.to }
  const empty: number[] = []
  for (let t = range.from; t < range.to; t++) if (values[t] !== values[t]) empty.push(t)
  if (empty.length === 0) return []
  const rule = missing[header] ?? readers.find(({ use }) => use.column === header)?.use.missing ?? null
  const isKpi = readers.some(({ use }) => use.role === 'kpi')
  const emptyLines = empty.map((t) => lines[t]).sort((a, b) => a - b)
  const place = describePlace({ file, lines: emptyLines, column: header })
  const finding = (severity: Finding['severity'], id: string, message: string, decide: string | null): Finding => {
    return { id: `${id}:${header}`, severity, message, column: header, row: emptyLines[0], decide }
  }
  if (rule === null) {
    const decide = `missing: { ${yamlText(header)}: ${isKpi ? 'interpolate' : suggestedRule(readers)} }`
    const what = isKpi ? 'the KPI is empty between rows where it is known' : 'the cell is empty, which is not zero'
    return [finding('error', 'missing-cell', `${place}: ${what}; fill it, or write \`${decide}\` in the spec.`, decide)]
  }
  const { rows, unfilled } = fillMissing(values, range, rule)
  if (unfilled.length > 0) {
    const unfilledLines = unfilled.map((t) => lines[t]).sort((a, b) => a - b)
    const at = describePlace({ file, lines: unfilledLines, column: header })
    const needs =
      rule === 'interpolate'
        ? 'a known cell on both sides'
        : rule === 'previous'
          ? 'a known cell before'
          : 'any known cell'
    const message = `${at}: the cell is empty and \`missing: { ${yamlText(header)}: ${rule} }\` needs ${needs}; fill it, or choose another rule.`
    return [{ ...finding('error', 'missing-cell', message, null), row: unfilledLines[0] }]
  }
  const filled = `${place}: ${rows.length} empty ${rows.length === 1 ? 'cell was' : 'cells were'} filled by the rule \`${rule}\``
  if (!isKpi) return [finding('note', 'missing-filled', `${filled}.`, null)]
  const message = `${filled}; a made-up KPI makes intervals too narrow.`
  return [finding('warning', 'missing-filled', message, `accept: [${yamlText(`missing-filled:${header}`)}]`)]
}

function suggestedRule(readers: readonly ResolvedUse[]): MissingRule {
  return readers.every(({ use }) => use.role === 'spend' || use.role === 'media') ? 'zero' : 'interpolate'
}

/** An error where an expression has no finite value in a row that needs one. */
function expressionFindings(
  { use, headers }: ResolvedUse,
  values: Float64Array,
  numbers: ReadonlyMap<string, Float64Array>,
  { file, lines, window }: FillContext,
): Finding[] {
  const range = neededRows(use.role, window)
  const bad: number[] = []
  for (let t = range.from; t < range.to; t++) if (!Number.isFinite(values[t])) bad.push(t)
  if (bad.length === 0) return []
  const badLines = bad.map((t) => lines[t]).sort((a, b) => a - b)
  const first = bad.find((t) => lines[t] === badLines[0])!
  const given = headers.map((header) => `${header} = ${numbers.get(header)![first]}`).join(', ')
  const place = describePlace({ file, lines: badLines })
  const lagHint = use.column.includes('lag') ? '; a lag needs rows before it, whose KPI may be empty' : ''
  const message = `${place}: \`${use.path}\`: \`${use.column}\` has no finite value (${given})${lagHint}.`
  return [
    { id: `not-finite:${use.column}`, severity: 'error', message, column: use.column, row: badLines[0], decide: null },
  ]
}

/** What an expression cannot say of rows that need no value is unknown. */
function withoutInfinities(columns: ReadonlyMap<string, Float64Array>): ReadonlyMap<string, Float64Array> {
  for (const values of columns.values()) {
    for (let t = 0; t < values.length; t++) if (!Number.isFinite(values[t])) values[t] = NaN
  }
  return columns
}

/** Two uses of one column find the same things. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ id, message }) => {
    const isNew = !seen.has(`${id} ${message}`)
    seen.add(`${id} ${message}`)
    return isNew
  })
}
