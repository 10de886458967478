import type { Dataset } from '../../data/table/dataset.js'
import { InputError } from '../../check/errors.js'
import { parseIsoDay } from '../../data/calendar/civil-date.js'
import { parseMonth, parseQuarter, parseYear } from '../../data/calendar/parse-period.js'
import { nextPeriod, periodStart } from '../../data/calendar/period-arithmetic.js'

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
 * A date is a day, month, quarter or year (2024-01-31, 2024-01, 2024-Q1, 2024); every period that overlaps with what
 * lies between the dates is meant, so a day means the period that holds it.
 *
 * @throws InputError if a date can't be read or no period of the fit is meant.
 * @example resolveWindow(dataset, { last: 52 })  // { from: 104, to: 156 }
 */
export function resolveWindow(dataset: Dataset, request: WindowRequest): { from: number; to: number } {
  const { windowStart, windowEnd } = dataset
  const periods = windowEnd - windowStart
  const { from: fromText, to: toText, last } = request
  if (last !== undefined) {
    if (last > periods) throw new InputError(`--last must be at most ${periods}, the ${fitText(dataset)}, not ${last}.`)
    return { from: periods - last, to: periods }
  }
  const from = fromText === undefined ? -Infinity : readDate('--from', fromText).first
  const to = toText === undefined ? Infinity : readDate('--to', toText).last
  if (from > to) throw new InputError(`--from ${fromText} must not be after --to ${toText}.`)
  const rows = Array.from({ length: periods }, (_, t) => t).filter((t) => {
    const start = dataset.startDays[windowStart + t]
    return start <= to && nextPeriod(dataset.period, start) > from
  })
  if (rows.length === 0) {
    const asked = [fromText && `from ${fromText}`, toText && `to ${toText}`].filter(Boolean).join(' ')
    throw new InputError(`There is no period ${asked}: the window is the ${fitText(dataset)}.`)
  }
  return { from: rows[0], to: rows[rows.length - 1] + 1 }
}

function readDate(option: string, text: string): DaySpan {
  const span = daySpan(text)
  if (span !== null) return span
  throw new InputError(`${option} must be a date such as 2024-01-31, 2024-01, 2024-Q1 or 2024, not ${text}.`)
}

function daySpan(text: string): DaySpan | null {
  const day = parseIsoDay(text)
  if (day !== null) return { first: day, last: day }
  const spans = [
    ['month', parseMonth(text)],
    ['quarter', parseQuarter(text)],
    ['year', parseYear(text)],
  ] as const
  for (const [kind, first] of spans) {
    if (first !== null) return { first: periodStart(kind, first), last: nextPeriod(kind, first) - 1 }
  }
  return null
}

function fitText({ periods, period, windowStart, windowEnd }: Dataset): string {
  const count = windowEnd - windowStart
  return `${count} ${period}s of the fit, ${periods[windowStart]} to ${periods[windowEnd - 1]}`
}
