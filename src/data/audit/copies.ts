import type { ColumnUse, Finding } from '../table/dataset.js'
import type { AuditContext } from './audited-column.js'
import { makeFinding, mediaOf, windowValues } from './audited-column.js'

/** Correlation from which two columns are near-copies of each other. */
const nearCopyCorrelation = 0.99

/**
 * Columns that say the same as another one.
 *
 * Media of two channels that are equal up to a factor are an error, since no data can share an effect between them; the same
 * among treatments and controls, or across kinds, is a warning, as are near-copies (correlation of at least 0.99 in size)
 * and channels that share their spend. A control or treatment that is nearly the KPI is a near-copy of it.
 */
export function copies(context: AuditContext): Finding[] {
  const { dataset, uses } = context
  const boughtMedia = uses.filter((use) => use.role === 'spend' && mediaOf(context, use) !== undefined)
  const isSpendAlone = (use: ColumnUse): boolean => use.role === 'spend' && !boughtMedia.includes(use)
  const isMediaItself = (use: ColumnUse): boolean =>
    use.role === 'media' && !uses.some((other) => isItsSpend(other, use))
  const isInput = (use: ColumnUse): boolean => otherInputs.has(use.role) || isSpendAlone(use) || isMediaItself(use)
  const inputs = uses.filter(isInput).map((use) => standardise(use, windowValues(dataset, use.column)))
  const findings = comparePairs(context, inputs)
  const shared = boughtMedia.map((use) => standardise(use, windowValues(dataset, use.column)))
  for (const [a, b] of pairs(shared)) {
    if (a.direction === null || !isEqual(a.values, b.values)) continue
    const text = `spend of ${b.use.owner} equals that of ${a.use.owner} (\`${a.use.column}\`) in every row, so it is counted twice`
    findings.push(makeFinding(context, { id: `copy:${b.use.column}`, severity: 'warning', column: b.use.column, text }))
  }
  return findings
}

const otherInputs: ReadonlySet<ColumnUse['role']> = new Set(['kpi', 'treatment', 'control'])

/** Whether a use is the spend of a channel whose media are that same column. */
function isItsSpend(use: ColumnUse, media: ColumnUse): boolean {
  return use.role === 'spend' && use.owner === media.owner && use.column === media.column
}

interface Standardised {
  readonly use: ColumnUse
  readonly values: Float64Array
  /** Deviations from the mean, divided by their length; null for a constant. */
  readonly direction: Float64Array | null
}

function standardise(use: ColumnUse, values: Float64Array): Standardised {
  let mean = 0
  for (const value of values) mean += value / values.length
  const direction = values.map((value) => value - mean)
  let squares = 0
  for (const deviation of direction) squares += deviation * deviation
  const length = Math.sqrt(squares)
  if (!(length > 0)) return { use, values, direction: null }
  for (let t = 0; t < direction.length; t++) direction[t] /= length
  return { use, values, direction }
}

function* pairs<T>(items: readonly T[]): Generator<readonly [T, T]> {
  for (let i = 0; i < items.length; i++) for (let j = i + 1; j < items.length; j++) yield [items[i], items[j]]
}

function comparePairs(context: AuditContext, inputs: readonly Standardised[]): Finding[] {
  const findings: Finding[] = []
  for (const [first, second] of pairs(inputs)) {
    if (first.direction === null || second.direction === null) continue
    let correlation = 0
    for (let t = 0; t < first.direction.length; t++) correlation += first.direction[t] * second.direction[t]
    if (Math.abs(correlation) < nearCopyCorrelation) continue
    const [a, b] = second.use.role === 'kpi' ? [second, first] : [first, second]
    findings.push(describePair(context, a, b, correlation))
  }
  return findings
}

function describePair(context: AuditContext, a: Standardised, b: Standardised, correlation: number): Finding {
  const column = b.use.column
  const other = a.use.role === 'kpi' ? 'the KPI' : `${a.use.owner} (\`${a.use.column}\`)`
  if (isMultiple(a.values, b.values)) {
    const isError = isChannel(a.use) && isChannel(b.use)
    const like = isEqual(a.values, b.values) ? 'is an exact copy of' : 'is a multiple of'
    const why = isError
      ? ', and no data can tell two such channels apart; merge them or leave one out'
      : '; leave one out'
    const text = `${b.use.owner} ${like} ${other}${why}`
    return makeFinding(context, { id: `copy:${column}`, severity: isError ? 'error' : 'warning', column, text })
  }
  const text = `${b.use.owner} is nearly a copy of ${other}: their correlation is ${Math.trunc(1e4 * correlation) / 1e4}`
  const hint = a.use.role === 'kpi' ? '; is it made from the KPI' : ''
  return makeFinding(context, { id: `near-copy:${column}`, severity: 'warning', column, text: text + hint })
}

function isChannel({ role }: ColumnUse): boolean {
  return role === 'media' || role === 'spend'
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, t) => value === b[t])
}

const relativeTolerance = 1e-9

/** Whether b = factor a in every row, to within rounding. */
function isMultiple(a: Float64Array, b: Float64Array): boolean {
  let largest = 0
  for (let t = 1; t < a.length; t++) if (Math.abs(a[t]) > Math.abs(a[largest])) largest = t
  const factor = b[largest] / a[largest]
  const slack = relativeTolerance * Math.abs(b[largest])
  return factor !== 0 && a.every((value, t) => Math.abs(b[t] - factor * value) <= slack)
}
