import type { Dataset } from '../../data/table/dataset.js'
import { InputError } from '../../check/errors.js'
import { parseIsoDay } from '../../data/calendar/civil-date.js'
import { parseMonth, parseQuarter, parseYear } from '../../data/calendar/parse-period.js'
import { nextPeriod, periodStart } from '../../data/calendar/period-arithmetic.js'
import { daysPerPeriod, type PeriodKind } from '../../data/calendar/period.js'

/** What the command line asks for; nothing asks for the whole fit window. */
export interface WindowRequest {
  readonly from?: string
  readonly to?: string
  readonly last?: number
}

/** Days since 1970-01-01, both included. */
interface DaySpan {
  readonly first: number
  readonly last: number
}

/**
 * Periods `from` to `to - 1` of the fit window that a request means.
 *
 * A date is a day, month, quarter or year (2024-01-31, 2024-01, 2024-Q1, 2024). A month, quarter or year means the periods
 * that begin in it, so that neighbours share none; a day, or anything shorter than a period, the period that holds it.
 *
 * @throws InputError if a date can't be read or no period of the fit is meant.
 * @example resolveWindow(dataset, { last: 52 })  // { from: 104, to: 156 }
 */
export function resolveWindow(dataset: Dataset, request: WindowRequest): { from: number; to: number } {
  const periods = dataset.windowEnd - dataset.windowStart
  const { from: fromText, to: toText, last } = request
  if (last !== undefined) {
    if (last > periods) throw new InputError(`--last must be at most ${periods}, the ${fitText(dataset)}, not ${last}.`)
    return { from: periods - last, to: periods }
  }
  const from = fromText === undefined ? -Infinity : readWindowDate('--from', fromText, dataset).first
  const to = toText === undefined ? Infinity : readDate('--to', toText).last
  if (fromText !== undefined && readDate('--from', fromText).first > to) {
    throw new InputError(`--from ${fromText} must not be after --to ${toText}.`)
  }
  const window = fitPeriods(dataset, { first: from, last: to })
  if (window === null) {
    const asked = [fromText && `from ${fromText}`, toText && `to ${toText}`].filter(Boolean).join(' ')
    throw new InputError(`There is no period ${asked}: the window is the ${fitText(dataset)}.`)
  }
  return window
}

/** Periods of the fit window with a day in the span; null where there is none. */
export function fitPeriods(dataset: Dataset, { first, last }: DaySpan): { from: number; to: number } | null {
  const { windowStart, windowEnd, period } = dataset
  const starts = dataset.startDays.slice(windowStart, windowEnd)
  const from = starts.findIndex((start) => nextPeriod(period, start) > first)
  const to = starts.filter((start) => start <= last).length
  return from < 0 || from >= to ? null : { from, to }
}

/** What a date of an option spans as it is written, in days. @throws InputError if it can't be read. */
export function readDate(option: string, text: string): DaySpan & { readonly kind: PeriodKind } {
  const span = daySpan(text)
  if (span !== null) return span
  throw new InputError(`${option} must be a date such as 2024-01-31, 2024-01, 2024-Q1 or 2024, not ${text}.`)
}

/** What a date of an option spans, in days, a month, quarter or year from its first week on: every period with a day in it is meant. */
export function readWindowDate(option: string, text: string, dataset: RowDays): DaySpan {
  const span = readDate(option, text)
  if (span.kind === 'day' || daysPerPeriod[span.kind] < daysPerPeriod[dataset.period]) return span
  return { ...span, first: firstBegun(span.first, dataset) }
}

type RowDays = Pick<Dataset, 'period' | 'startDays'>

function daySpan(text: string): (DaySpan & { readonly kind: PeriodKind }) | null {
  const day = parseIsoDay(text)
  if (day !== null) return { kind: 'day', first: day, last: day }
  const spans = [
    ['month', parseMonth(text)],
    ['quarter', parseQuarter(text)],
    ['year', parseYear(text)],
  ] as const
  for (const [kind, first] of spans) {
    if (first !== null) return { kind, first: periodStart(kind, first), last: nextPeriod(kind, first) - 1 }
  }
  return null
}

/** First day on or after the first of a month on which a period begins; months, quarters and years begin there themselves. */
function firstBegun(first: number, { period, startDays }: RowDays): number {
  return period === 'week' ? first + ((((startDays[0] - first) % 7) + 7) % 7) : first
}

/** The fit window in words: `60 weeks of the fit, 2024-01-29 to 2025-03-17`. */
export function fitText({ periods, period, windowStart, windowEnd }: Dataset): string {
  const count = windowEnd - windowStart
  return `${count} ${period}s of the fit, ${periods[windowStart]} to ${periods[windowEnd - 1]}`
}
