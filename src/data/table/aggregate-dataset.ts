import { isoDay } from '../calendar/civil-date.js'
import { isoWeekStarts, periodLabel, periodStart } from '../calendar/period-arithmetic.js'
import type { AssemblyRequest } from './assembly.js'
import type { AggregateRule, Dataset, Finding } from './dataset.js'
import { describePlace } from './finding.js'
import { datasetFingerprint } from './fingerprint.js'
import { rowsInPeriod } from './row-period.js'

/** A dataset of longer periods and what was left out on the way. */
export interface Aggregation {
  /** Null where no period is complete. */
  readonly dataset: Dataset | null
  readonly findings: readonly Finding[]
}

/**
 * Adds up the rows of a checked dataset to longer periods.
 *
 * A sum of some of its days is not a week: periods that are incomplete at the beginning or the end of the rows are left out,
 * and those in which the KPI is known in part only count as media history or future. Each is a warning. A value is unknown
 * where one of its rows is. Sums are rounded once, whatever the number of rows.
 *
 * @param rows days, months or quarters that make up `request.period`, gapless.
 * @param rules the rule of every column of `rows`.
 * @example aggregateDataset(days, rules, { ...request, period: 'week' }).dataset?.periods[0]  // '2024-01-01'
 */
export function aggregateDataset(
  rows: Dataset,
  rules: ReadonlyMap<string, AggregateRule>,
  request: AssemblyRequest,
): Aggregation {
  const { period } = request
  const findings: Finding[] = []
  const all = spansOf(rows, request)
  const spans = all.filter(isComplete)
  for (const span of all) if (!isComplete(span)) findings.push(partialWarning(span, { rows, request }))
  if (spans.length === 0) {
    const message = `${describePlace({ file: rows.file, column: request.date })}: the rows do not fill a single ${period}.`
    findings.push({ id: 'no-period', severity: 'error', message, column: request.date, row: null, decide: null })
    return { dataset: null, findings }
  }
  const isKnown = ({ from, to }: Span): boolean => from >= rows.windowStart && to <= rows.windowEnd
  const windowStart = spans.findIndex(isKnown)
  const windowEnd = spans.findLastIndex(isKnown) + 1
  for (const span of spans) if (isTornByWindow(span, rows)) findings.push(tornWarning(span, { rows, request }))
  if (windowStart === -1) {
    const message = `${describePlace({ file: rows.file })}: the KPI is known in every row of no ${period}.`
    findings.push({ id: 'no-period', severity: 'error', message, column: null, row: null, decide: null })
    return { dataset: null, findings }
  }
  const columns = new Map<string, Float64Array>()
  for (const [column, values] of rows.columns) {
    columns.set(
      column,
      Float64Array.from(spans, (span) => combined(values, span, rules.get(column)!)),
    )
  }
  const texts = new Map<string, readonly string[]>()
  for (const [column, cells] of rows.texts) {
    const isFirst = rules.get(column) === 'first'
    texts.set(
      column,
      spans.map(({ from, to }) => cells[isFirst ? from : to - 1]),
    )
  }
  const periods = spans.map(({ start }) => periodLabel(period, start))
  const fingerprint = datasetFingerprint({ period, periods, numbers: columns, texts })
  const startDays = spans.map(({ start }) => start)
  const dataset = { file: rows.file, period, periods, startDays, windowStart, windowEnd, columns, texts, fingerprint }
  return { dataset, findings }
}

/** The rows of one longer period. */
interface Span {
  /** First day of the period. */
  readonly start: number
  readonly from: number
  to: number
  /** Rows that the whole period has. */
  readonly expected: number
}

function spansOf(rows: Dataset, { period, weekStarts }: AssemblyRequest): Span[] {
  const spans: Span[] = []
  rows.startDays.forEach((day, t) => {
    const start = periodStart(period, day, weekStarts ?? isoWeekStarts)
    const last = spans.at(-1)
    if (last?.start === start) last.to = t + 1
    else spans.push({ start, from: t, to: t + 1, expected: rowsInPeriod(rows.period, period, start) })
  })
  return spans
}

function isComplete({ from, to, expected }: Span): boolean {
  return to - from === expected
}

function isTornByWindow({ from, to }: Span, { windowStart, windowEnd }: Dataset): boolean {
  return (from < windowStart && windowStart < to) || (from < windowEnd && windowEnd < to)
}

function combined(values: Float64Array, { from, to }: Span, rule: AggregateRule): number {
  const part = values.subarray(from, to)
  if (part.some((value) => value !== value) && rule !== 'first' && rule !== 'last') return NaN
  switch (rule) {
    case 'sum':
      return compensatedSum(part)
    case 'mean':
      return compensatedSum(part) / part.length
    case 'first':
      return part[0]
    case 'last':
      return part[part.length - 1]
    case 'min':
      return Math.min(...part)
    case 'max':
      return Math.max(...part)
  }
}

/** Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen". */
function compensatedSum(values: Float64Array): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

interface WarningContext {
  readonly rows: Dataset
  readonly request: AssemblyRequest
}

function partialWarning(span: Span, { rows, request }: WarningContext): Finding {
  const { period, date } = request
  const days = `${isoDay(rows.startDays[span.from])} to ${isoDay(rows.startDays[span.to - 1])}`
  const has = `has ${span.to - span.from} of its ${span.expected} ${rows.period}s (${days})`
  const name = `the ${span.from === 0 ? 'first' : 'last'} ${period}, ${periodLabel(period, span.start)},`
  const message = `${describePlace({ file: rows.file, column: date })}: ${name} ${has}, so it was left out.`
  return warning(edgeId(span), message, date)
}

function tornWarning(span: Span, { rows, request }: WarningContext): Finding {
  const { windowStart, windowEnd } = rows
  const known = Math.min(span.to, windowEnd) - Math.max(span.from, windowStart)
  const isFirst = span.from < windowStart
  const name = `the ${request.period} ${periodLabel(request.period, span.start)}`
  const counts = `it counts as ${isFirst ? 'media history' : 'the future'}`
  const kpi = request.uses.find(({ role }) => role === 'kpi')!.column
  const message = `${describePlace({ file: rows.file, column: kpi })}: the KPI is known in ${known} of the ${span.expected} ${rows.period}s of ${name}, so ${counts}.`
  return warning(isFirst ? 'partial-first-period' : 'partial-last-period', message, kpi)
}

function edgeId({ from }: Span): string {
  return from === 0 ? 'partial-first-period' : 'partial-last-period'
}

function warning(id: string, message: string, column: string): Finding {
  return { id, severity: 'warning', message, column, row: null, decide: `accept: [${id}]` }
}
