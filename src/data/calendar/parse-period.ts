import { dayOfDate, parseIsoDay } from './civil-date.js'
import { isoWeekStarts, periodStart } from './period-arithmetic.js'
import type { PeriodKind } from './period.js'

/**
 * First day of the period that an ISO text names, in days since 1970-01-01, or null where the text names none.
 *
 * Every kind reads 2024-01-31 (the period that holds the day); months also 2024-01, quarters 2024-Q1, years 1907.
 *
 * @param weekStarts first day of a week, 0 = Sunday … 6 = Saturday; read for weeks only.
 * @example parsePeriod('2024-Q2', 'quarter')  // the day of 2024-04-01
 */
export function parsePeriod(text: string, kind: PeriodKind, weekStarts = isoWeekStarts): number | null {
  const day = parseIsoDay(text)
  if (day !== null) return periodStart(kind, day, weekStarts)
  if (kind === 'month') return parseMonth(text)
  if (kind === 'quarter') return parseQuarter(text)
  if (kind === 'year') return parseYear(text)
  return null
}

/** First day of a month written 2024-01, or null. */
export function parseMonth(text: string): number | null {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
  return match === null || match[1] === '0000' ? null : dayOfDate(Number(match[1]), Number(match[2]), 1)
}

/** First day of a quarter written 2024-Q1, or null. */
export function parseQuarter(text: string): number | null {
  const match = /^(\d{4})-Q([1-4])$/.exec(text)
  return match === null || match[1] === '0000' ? null : dayOfDate(Number(match[1]), 3 * Number(match[2]) - 2, 1)
}

/** First day of a year written 1907, or null. */
export function parseYear(text: string): number | null {
  return /^\d{4}$/.test(text) && text !== '0000' ? dayOfDate(Number(text), 1, 1) : null
}
