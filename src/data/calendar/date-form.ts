import { dayOfDate, isCivilDate, parseIsoDay } from './civil-date.js'
import { parseMonth, parseQuarter, parseYear } from './parse-period.js'
import { periodStart } from './period-arithmetic.js'
import type { PeriodKind } from './period.js'

/** One way to write dates. `read` gives a day, a pair of day and month in unknown order, or null where the form does not fit. */
export interface DateForm {
  readonly name: string
  /** What a text of this form pins down: the shortest period that it can date. */
  readonly resolution: PeriodKind
  read(text: string): number | UnorderedDate | null
}

/** A date such as 01/02/2024, which is the 1st of February or the 2nd of January. */
export interface UnorderedDate {
  readonly first: number
  readonly second: number
  readonly year: number
}

/** The forms that date a kind of period, ISO 8601 first. */
export function dateForms(kind: PeriodKind): readonly DateForm[] {
  return forms.filter((form) => dates(form.resolution, kind))
}

/** Whether a form is the ISO 8601 one for a kind: 2024-01-31 for all, 2024-01, 2024-Q1 and 1907 for their own. */
export function isIsoForm(form: DateForm, kind: PeriodKind): boolean {
  return form.name === 'iso-day' || (form.name === `iso-${form.resolution}` && form.resolution === kind)
}

/** Why a text is no date in words that tell what to write, or null where nothing better than "not a date" is known. */
export function dateHint(text: string): string | null {
  if (/^\d{5}(\.0+)?$/.test(text))
    return "looks like a spreadsheet's day number; format the column as a date, like 2024-01-31"
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/.test(text)) return 'has a year of two digits; write four, like 2024-01-31'
  if (/^\d{4}-\d{2}-\d{2}[T ]\d/.test(text))
    return 'has a time of day, which could move it to another day; write the day alone, like 2024-01-31'
  if (/^-?\d{12,19}$/.test(text))
    return 'looks like a time counted from 1970; write the day, like 2024-01-31 (pandas: date_format="iso")'
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(text)) return 'is a day that does not exist'
  return null
}

const lengthRank: Readonly<Record<PeriodKind, number>> = { day: 0, week: 1, month: 2, quarter: 3, year: 4 }

function dates(resolution: PeriodKind, kind: PeriodKind): boolean {
  if (resolution === 'week') return kind === 'week'
  return lengthRank[resolution] <= lengthRank[kind]
}

const forms: readonly DateForm[] = [
  { name: 'iso-day', resolution: 'day', read: parseIsoDay },
  { name: 'iso-month', resolution: 'month', read: parseMonth },
  { name: 'iso-quarter', resolution: 'quarter', read: parseQuarter },
  { name: 'iso-year', resolution: 'year', read: parseYear },
  {
    name: 'midnight',
    resolution: 'day',
    read: (text) => {
      const match = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:[.,]0+)?)?(?:Z|[+-]00:?00)?$/.exec(text)
      return match === null ? null : parseIsoDay(match[1])
    },
  },
  { name: 'week-number', resolution: 'week', read: readIsoWeek },
  { name: 'year-first', resolution: 'day', read: readNumbers(/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, [1, 3, 4]) },
  { name: 'compact', resolution: 'day', read: readNumbers(/^((?:19|20)\d{2})(\d{2})(\d{2})$/, [1, 2, 3]) },
  { name: 'day-and-month', resolution: 'day', read: readUnordered },
  {
    name: 'day-name-year',
    resolution: 'day',
    read: readNamedMonth(/^(\d{1,2})\.?[ -]([A-Za-z]{3,9})\.?[ -](\d{4})$/, [3, 2, 1]),
  },
  {
    name: 'name-day-year',
    resolution: 'day',
    read: readNamedMonth(/^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/, [3, 1, 2]),
  },
  { name: 'name-year', resolution: 'month', read: readNamedMonth(/^([A-Za-z]{3,9})\.?[ -](\d{4})$/, [2, 1]) },
  { name: 'year-month', resolution: 'month', read: readNumbers(/^(\d{4})[-/](\d{1,2})$/, [1, 2]) },
  { name: 'month-year', resolution: 'month', read: readNumbers(/^(\d{1,2})[-/.](\d{4})$/, [2, 1]) },
  { name: 'year-quarter', resolution: 'quarter', read: readQuarter(/^(\d{4})[ /]?[Qq]([1-4])$/, [1, 2]) },
  { name: 'quarter-year', resolution: 'quarter', read: readQuarter(/^[Qq]([1-4])[ /-]?(\d{4})$/, [2, 1]) },
]

/** Reads year, month and (where `order` has a third group) day from the groups that `order` lists in that order. */
function readNumbers(pattern: RegExp, order: readonly number[]): (text: string) => number | null {
  return (text) => {
    const match = pattern.exec(text)
    if (match === null) return null
    return dayOrNull(Number(match[order[0]]), Number(match[order[1]]), order.length > 2 ? Number(match[order[2]]) : 1)
  }
}

function readNamedMonth(pattern: RegExp, order: readonly number[]): (text: string) => number | null {
  return (text) => {
    const match = pattern.exec(text)
    if (match === null) return null
    const month = monthOfName(match[order[1]])
    return dayOrNull(Number(match[order[0]]), month, order.length > 2 ? Number(match[order[2]]) : 1)
  }
}

function readQuarter(pattern: RegExp, order: readonly number[]): (text: string) => number | null {
  return (text) => {
    const match = pattern.exec(text)
    return match === null ? null : dayOrNull(Number(match[order[0]]), 3 * Number(match[order[1]]) - 2, 1)
  }
}

function readUnordered(text: string): UnorderedDate | null {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text)
  if (match === null) return null
  return { first: Number(match[1]), second: Number(match[3]), year: Number(match[4]) }
}

/** The Monday of an ISO week such as 2024-W05: week 1 holds the year's first Thursday, and so January 4. */
function readIsoWeek(text: string): number | null {
  const match = /^(\d{4})-?W(\d{2})$/.exec(text)
  if (match === null) return null
  const [year, week] = [Number(match[1]), Number(match[2])]
  if (year < 1 || week < 1) return null
  const monday = periodStart('week', dayOfDate(year, 1, 4)) + 7 * (week - 1)
  return monday < periodStart('week', dayOfDate(year + 1, 1, 4)) ? monday : null
}

function dayOrNull(year: number, month: number, day: number): number | null {
  return isCivilDate(year, month, day) ? dayOfDate(year, month, day) : null
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Month number of an English name or its first three letters (and "Sept"); 0 where it is none. */
function monthOfName(name: string): number {
  const lower = name.toLowerCase()
  const isShort = lower.length === 3 || lower === 'sept'
  return monthNames.findIndex((month) => month === lower || (isShort && month.startsWith(lower))) + 1
}
