import { dateOfDay, dayOfDate, weekdayOf } from '../civil-date.js'
import { easterSunday } from './easter.js'
import { daysInHijriMonth, hijriMonthStart } from './umm-al-qura.js'

/** How a yearly date is found. Weekdays are 0 = Sunday … 6 = Saturday; offsets are in days. */
export type DateRule =
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  | { readonly kind: 'easter'; readonly offset: number }
  /** The nth such weekday of a month (-1 is the last), then `offset` days. */
  | {
      readonly kind: 'weekday'
      readonly month: number
      readonly weekday: number
      readonly nth: number
      readonly offset: number
    }
  /** A day of a Hijri month, by the Umm al-Qura table. */
  | { readonly kind: 'hijri'; readonly month: number; readonly day: number }
  | { readonly kind: 'computed'; dayIn(year: number): number | null }

/** A holiday or event of every year in a range. */
export interface YearlyEvent {
  readonly name: string
  readonly rule: DateRule
  /** First and last day of the event relative to the date of the rule. */
  readonly span: readonly [number, number]
  /** First year in which it is held. */
  readonly from: number
  /** Last year in which it is held. */
  readonly to: number
}

export const fixed = (month: number, day: number): DateRule => ({ kind: 'fixed', month, day })
export const easter = (offset: number): DateRule => ({ kind: 'easter', offset })
export const hijri = (month: number, day: number): DateRule => ({ kind: 'hijri', month, day })
export const computed = (dayIn: (year: number) => number | null): DateRule => ({ kind: 'computed', dayIn })
export const nthWeekday = (month: number, weekday: number, nth: number, offset = 0): DateRule => {
  return { kind: 'weekday', month, weekday, nth, offset }
}

/** A one-day event held since a year (or always) and until a year (or ever). */
export function yearly(
  name: string,
  rule: DateRule,
  { from = -Infinity, to = Infinity, span = oneDay } = {},
): YearlyEvent {
  return { name, rule, span, from, to }
}

const oneDay: readonly [number, number] = [0, 0]

/** Days on which a rule falls in a Gregorian year, none or one (two where a Hijri year is shorter). */
export function daysOfRule(rule: DateRule, year: number): number[] {
  if (rule.kind === 'fixed') return [dayOfDate(year, rule.month, rule.day)]
  if (rule.kind === 'easter') return [easterSunday(year) + rule.offset]
  if (rule.kind === 'weekday') return [weekdayInMonth(year, rule) + rule.offset]
  if (rule.kind === 'hijri') return hijriDays(rule, year)
  const day = rule.dayIn(year)
  return day === null ? [] : [day]
}

function weekdayInMonth(
  year: number,
  { month, weekday, nth }: { month: number; weekday: number; nth: number },
): number {
  if (nth < 0) {
    const last = dayOfDate(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1
    return last - ((weekdayOf(last) - weekday + 7) % 7) + 7 * (nth + 1)
  }
  const first = dayOfDate(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1)
}

function hijriDays({ month, day }: { month: number; day: number }, year: number): number[] {
  const near = Math.floor((year - 622) * (33 / 32))
  return [near - 1, near, near + 1, near + 2].flatMap((hijriYear) => {
    const start = hijriMonthStart(hijriYear, month)
    if (start === null || day > daysInHijriMonth(hijriYear, month)!) return []
    return dateOfDay(start + day - 1).year === year ? [start + day - 1] : []
  })
}
