import { isoDay, weekdayNames, weekdayOf } from '../calendar/civil-date.js'
import { readDateColumn } from '../calendar/date-column.js'
import type { DateColumn } from '../calendar/date-column.js'
import {
  addPeriods,
  isoWeekStarts,
  nextPeriod,
  periodIndex,
  periodLabel,
  periodStart,
} from '../calendar/period-arithmetic.js'
import type { PeriodKind } from '../calendar/period.js'
import type { AssemblyRequest } from './assembly.js'
import type { Finding } from './dataset.js'
import type { Source } from './finding.js'
import { describePlace, describeRows, sourceOf } from './finding.js'
import { mixedPeriods } from './mixed-periods.js'
import { periodOfSteps } from './period-of-steps.js'
import type { RawTable } from './raw-table.js'

/** The rows of a table in time. */
export interface TimeAxis {
  /** Indices of the table's rows, oldest first. */
  readonly order: readonly number[]
  /** First day of each row's period, in that order. */
  readonly startDays: readonly number[]
  /** Errors where the rows are no even, gapless sequence of periods; notes on forms and sorting. */
  readonly findings: readonly Finding[]
}

/**
 * Reads the date column and puts the rows in order.
 *
 * @param rows indices of the table's rows to use, in file order.
 * @param date position of the date column.
 */
export function readTimeAxis(
  table: RawTable,
  rows: readonly number[],
  date: number,
  request: AssemblyRequest,
): TimeAxis {
  const source = sourceOf(table)
  const lineOf = (cell: number): number => table.lines[rows[cell]]
  const column = readDateColumn(
    rows.map((row) => table.rows[row][date]),
    request.period,
    (cell) => describeRows(source, [lineOf(cell)]),
  )
  const context: DateContext = { file: source, column: request.date, period: request.period, lineOf }
  if (column.problems.length > 0) return { order: rows, startDays: [], findings: problemFindings(column, context) }
  const mismatch = mixture(column.days, context) ?? stepMismatch(column.days, context)
  if (mismatch !== null) return { order: rows, startDays: [], findings: [mismatch] }
  const findings: Finding[] = []
  if (column.remark !== null) {
    const message = `${describePlace({ file: source, column: request.date })}: the dates ${column.remark}.`
    findings.push(note('date-form', message, request.date))
  }
  const weekStarts = settleWeekday(column.days, request, context, findings)
  const starts = Array.from(column.days, (day) => periodStart(request.period, day, weekStarts))
  const cells = starts.map((_, cell) => cell).sort((a, b) => starts[a] - starts[b])
  if (cells.some((cell, position) => cell !== position)) findings.push(sortedNote(starts, context))
  findings.push(...stepFindings(cells, starts, context))
  findings.push(...partialByDate(cells, column, context))
  return { order: cells.map((cell) => rows[cell]), startDays: cells.map((cell) => starts[cell]), findings }
}

interface DateContext {
  readonly file: Source
  readonly column: string
  readonly period: PeriodKind
  readonly lineOf: (cell: number) => number
}

const problemsNamed = 5

function problemFindings({ problems }: DateColumn, { file, column, lineOf }: DateContext): Finding[] {
  const findings = problems.slice(0, problemsNamed).map(({ kind, cell, text }): Finding => {
    const message = `${describePlace({ file, lines: [lineOf(cell)], column })}: ${text}.`
    return { id: kind, severity: 'error', message, column, row: lineOf(cell), decide: null }
  })
  const more = problems.length - problemsNamed
  if (more > 0) {
    const message = `${describePlace({ file, column })}: ${more} more dates cannot be used.`
    findings.push({ id: 'unparsable-date', severity: 'error', message, column, row: null, decide: null })
  }
  return findings
}

/** An error where the rows change from one period to another. */
function mixture(days: Float64Array, { file, column, lineOf }: DateContext): Finding | null {
  const mixed = mixedPeriods(days)
  if (mixed === null) return null
  const { before, after, at } = mixed
  const place = describePlace({ file, lines: [lineOf(at)], column })
  const message = `${place}: the rows are ${before}s before ${isoDay(days[at])} and ${after}s from then on; a table must have rows of one period, so add up the shorter ones.`
  return { id: 'mixed-periods', severity: 'error', message, column, row: lineOf(at), decide: null }
}

/** An error where most rows lie as far apart as another kind of period is long. */
function stepMismatch(days: Float64Array, { file, column, period, lineOf }: DateContext): Finding | null {
  const steps = periodOfSteps(days)
  if (steps === null || steps.period === period) return null
  const found = `${describePlace({ file, column })}: most rows lie ${steps.days === 1 ? '1 day' : `${steps.days} days`} apart, so they are no ${period}s`
  const addUp = steps.period === 'day' ? ', or add them up with `aggregate: {}`' : ''
  const message = `${found}; ${steps.period === null ? 'add them up to one of the known periods' : `write \`period: ${steps.period}\` in the spec${addUp}`}.`
  const decide = steps.period === null ? null : `data: { period: ${steps.period} }`
  return { id: 'period-mismatch', severity: 'error', message, column, row: lineOf(0), decide }
}

/** The day that weeks begin on; rows on another weekday than most are errors. */
function settleWeekday(
  days: Float64Array,
  { period, weekStarts }: AssemblyRequest,
  { file, column, lineOf }: DateContext,
  findings: Finding[],
): number {
  if (period !== 'week') return isoWeekStarts
  const counts = new Array<number>(7).fill(0)
  for (const day of days) counts[weekdayOf(day)] += 1
  const usual = counts.indexOf(Math.max(...counts))
  const odd = [...days.keys()].filter((cell) => weekdayOf(days[cell]) !== usual)
  for (const cell of odd.slice(0, problemsNamed)) {
    const day = `${isoDay(days[cell])} is a ${weekdayNames[weekdayOf(days[cell])]}`
    const message = `${describePlace({ file, lines: [lineOf(cell)], column })}: ${day}, but the other weeks are dated by a ${weekdayNames[usual]}.`
    findings.push({ id: 'uneven-dates', severity: 'error', message, column, row: lineOf(cell), decide: null })
  }
  if (odd.length > problemsNamed) {
    const message = `${describePlace({ file, column })}: ${odd.length - problemsNamed} more weeks are not dated by a ${weekdayNames[usual]}.`
    findings.push({ id: 'uneven-dates', severity: 'error', message, column, row: null, decide: null })
  }
  if (weekStarts !== null && weekStarts !== usual && odd.length === 0) {
    const read = `weeks are dated by their ${weekdayNames[usual]} and named by the ${weekdayNames[weekStarts]} that they begin on`
    findings.push(note('week-start', `${describePlace({ file, column })}: ${read}.`, column))
  }
  return weekStarts ?? usual
}

function sortedNote(starts: readonly number[], { file, column }: DateContext): Finding {
  const isReversed = starts.every((start, cell) => cell === 0 || start < starts[cell - 1])
  const found = isReversed ? 'the rows run from the newest to the oldest' : 'the rows are not in the order of time'
  return note('rows-sorted', `${describePlace({ file, column })}: ${found}; they were sorted.`, column)
}

/** Errors for periods that occur twice and for those that are missing between the first and the last. */
function stepFindings(cells: readonly number[], starts: readonly number[], context: DateContext): Finding[] {
  const { file, column, period, lineOf } = context
  const findings: Finding[] = []
  let unnamed = 0
  const add = (id: string, line: number, message: string): void => {
    if (findings.length < problemsNamed) {
      findings.push({ id, severity: 'error', message, column, row: line, decide: null })
    } else unnamed += 1
  }
  for (let i = 1; i < cells.length; i++) {
    const [before, now] = [starts[cells[i - 1]], starts[cells[i]]]
    const step = periodIndex(period, now) - periodIndex(period, before)
    if (step === 1) continue
    const line = lineOf(cells[i])
    if (step === 0) {
      const place = describePlace({ file, lines: [lineOf(cells[i - 1]), line], column })
      add(
        'duplicate-date',
        line,
        `${place}: both hold the ${period} ${periodLabel(period, now)}; keep one row a ${period}.`,
      )
    } else {
      const place = describePlace({ file, lines: [line], column })
      const follows = `${periodLabel(period, now)} follows ${periodLabel(period, before)}`
      add('missing-date', line, `${place}: ${follows}, so ${missingClause(period, before, step - 1)}; add the rows.`)
    }
  }
  if (unnamed > 0) {
    const message = `${describePlace({ file, column })}: ${unnamed} more ${period}s are missing or occur twice.`
    findings.push({ id: 'missing-date', severity: 'error', message, column, row: null, decide: null })
  }
  return findings
}

function missingClause(period: PeriodKind, before: number, count: number): string {
  const first = periodLabel(period, nextPeriod(period, before))
  if (count === 1) return `the ${period} ${first} is missing`
  return `${count} ${period}s are missing (${first} to ${periodLabel(period, addPeriods(period, before, count))})`
}

/** A warning where all rows but the last are dated by the first, or by the last, day of their period. */
function partialByDate(cells: readonly number[], { days, resolution }: DateColumn, context: DateContext): Finding[] {
  const { file, column, period, lineOf } = context
  if (resolution !== 'day' || period === 'day' || period === 'week' || cells.length < 3) return []
  const last = cells[cells.length - 1]
  const isFirstDay = (cell: number): boolean => days[cell] === periodStart(period, days[cell])
  const isLastDay = (cell: number): boolean => days[cell] + 1 === nextPeriod(period, periodStart(period, days[cell]))
  const edge = [isFirstDay, isLastDay].find((isEdge) => cells.slice(0, -1).every(isEdge))
  if (edge === undefined || edge(last)) return []
  const dated = `${isoDay(days[last])} is not the ${edge === isFirstDay ? 'first' : 'last'} day of its ${period} as in all other rows`
  const message = `${describePlace({ file, lines: [lineOf(last)], column })}: ${dated}, so the last ${period} may be partial; drop it unless it is complete.`
  const decide = 'accept: [partial-last-period]'
  return [{ id: 'partial-last-period', severity: 'warning', message, column, row: lineOf(last), decide }]
}

function note(id: string, message: string, column: string): Finding {
  return { id, severity: 'note', message, column, row: null, decide: null }
}
