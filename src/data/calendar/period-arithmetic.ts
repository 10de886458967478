import { dateOfDay, dayOfDate, daysInMonth, isoDay, weekdayOf } from './civil-date.js'
import type { PeriodKind } from './period.js'

/** First day of a week where nothing says otherwise: Monday, as ISO 8601 has it. */
export const isoWeekStarts = 1

/**
 * First day of the period that holds a day; both in days since 1970-01-01.
 *
 * @param weekStarts first day of a week, 0 = Sunday … 6 = Saturday; read for weeks only.
 */
export function periodStart(kind: PeriodKind, day: number, weekStarts = isoWeekStarts): number {
  if (kind === 'day') return day
  if (kind === 'week') return day - ((weekdayOf(day) - weekStarts + 7) % 7)
  const { year, month } = dateOfDay(day)
  return startOfMonths(Math.floor((year * 12 + month - 1) / monthsIn(kind)) * monthsIn(kind))
}

/**
 * First day of the period `count` periods later (earlier where negative) than the one that begins on `startDay`.
 *
 * @example addPeriods('month', dayOfDate(2024, 1, 1), 1)  // 2024-02-01
 */
export function addPeriods(kind: PeriodKind, startDay: number, count: number): number {
  if (kind === 'day') return startDay + count
  if (kind === 'week') return startDay + 7 * count
  const { year, month } = dateOfDay(startDay)
  return startOfMonths(year * 12 + month - 1 + count * monthsIn(kind))
}

/** First day of the following period. */
export function nextPeriod(kind: PeriodKind, startDay: number): number {
  return addPeriods(kind, startDay, 1)
}

/** Number of days in the period that begins on `startDay`. */
export function daysInPeriod(kind: PeriodKind, startDay: number): number {
  if (kind === 'month') {
    const { year, month } = dateOfDay(startDay)
    return daysInMonth(year, month)
  }
  return nextPeriod(kind, startDay) - startDay
}

/**
 * Position of a period on the endless line of its kind: neighbouring periods differ by 1.
 *
 * Days count from 1970-01-01, weeks by sevens from the same day (so only weeks that begin on one weekday compare),
 * months, quarters and years from the year 0.
 */
export function periodIndex(kind: PeriodKind, startDay: number): number {
  if (kind === 'day') return startDay
  if (kind === 'week') return Math.floor(startDay / 7)
  const { year, month } = dateOfDay(startDay)
  return Math.floor((year * 12 + month - 1) / monthsIn(kind))
}

/** A period as a table writes it: 2024-01-31 (days, and weeks by their first day), 2024-01, 2024-Q1, 1907. */
export function periodLabel(kind: PeriodKind, startDay: number): string {
  if (kind === 'day' || kind === 'week') return isoDay(startDay)
  const iso = isoDay(startDay)
  if (kind === 'month') return iso.slice(0, 7)
  if (kind === 'quarter') return `${iso.slice(0, 4)}-Q${Math.ceil(dateOfDay(startDay).month / 3)}`
  return String(dateOfDay(startDay).year).padStart(4, '0')
}

function monthsIn(kind: 'month' | 'quarter' | 'year'): number {
  return kind === 'month' ? 1 : kind === 'quarter' ? 3 : 12
}

function startOfMonths(months: number): number {
  const year = Math.floor(months / 12)
  return dayOfDate(year, months - year * 12 + 1, 1)
}
