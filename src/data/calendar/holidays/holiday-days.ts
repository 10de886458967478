import { InputError } from '../../../check/errors.js'
import { didYouMean } from '../../../check/nearest-name.js'
import { dateOfDay, dayOfDate } from '../civil-date.js'
import type { YearlyEvent } from './date-rule.js'
import { daysOfRule } from './date-rule.js'
import { publicHolidays } from './public-holidays.js'
import { retailEvents } from './retail-events.js'

/** The days of one named event. */
export interface EventDays {
  readonly name: string
  /** Days since 1970-01-01, ascending, each once. */
  readonly days: readonly number[]
}

/** The shipped calendars: nationwide public holidays, and the events that move retail sales. */
export const calendarNames = ['public', 'retail'] as const

/** Countries that both calendars know, by ISO 3166 code. */
export const calendarCountries: readonly string[] = [...publicHolidays.keys()]

/** Years that countries with Hijri holidays cover; the others cover every year from 1900 to 2199. */
const hijriCoverage = { from: dayOfDate(2000, 1, 1), to: dayOfDate(2040, 12, 31), years: '2000 to 2040' }

/**
 * The days of a shipped calendar's events in a range of days, one entry an event that occurs in it.
 *
 * Days of an event that spans the range's edge are cut off there.
 *
 * @param calendar `retail` or `public`.
 * @param country ISO 3166 code: AE, AT, CH, DE, ES, FR, GB, IT, NL, PL, SA, TR or US.
 * @param fromDay first day, in days since 1970-01-01.
 * @param toDay last day, included.
 * @throws InputError for an unknown calendar or country, naming those that there are, and for years that are not covered.
 * @example holidayDays('public', 'DE', dayOfDate(2024, 4, 1), dayOfDate(2024, 4, 1))  // [{ name: 'Easter Monday', days: [19814] }]
 */
export function holidayDays(calendar: string, country: string | null, fromDay: number, toDay: number): EventDays[] {
  const events = eventsOf(calendar, country)
  requireCoverage(events, country!, fromDay, toDay)
  const byName = new Map<string, Set<number>>()
  const [firstYear, lastYear] = [dateOfDay(fromDay).year - 1, dateOfDay(toDay).year + 1]
  for (const event of events) {
    const days = byName.get(event.name) ?? new Set<number>()
    byName.set(event.name, days)
    for (let year = Math.max(firstYear, event.from); year <= Math.min(lastYear, event.to); year++) {
      for (const day of daysOfRule(event.rule, year)) addSpan(days, day, event.span, [fromDay, toDay])
    }
  }
  return [...byName]
    .filter(([, days]) => days.size > 0)
    .map(([name, days]) => ({ name, days: [...days].sort((a, b) => a - b) }))
}

function addSpan(
  days: Set<number>,
  day: number,
  span: readonly [number, number],
  range: readonly [number, number],
): void {
  for (let d = Math.max(day + span[0], range[0]); d <= Math.min(day + span[1], range[1]); d++) days.add(d)
}

function eventsOf(calendar: string, country: string | null): readonly YearlyEvent[] {
  const tables = { public: publicHolidays, retail: retailEvents }
  if (calendar !== 'public' && calendar !== 'retail') {
    const hint = didYouMean(calendar, calendarNames)
    throw issue('events.calendar', `\`events.calendar\` must be retail or public, not \`${calendar}\`.${hint}`)
  }
  const known = calendarCountries.join(', ')
  if (country === null) {
    throw issue('events.country', `\`events.country\` is missing; the ${calendar} calendar knows ${known}.`)
  }
  const events = tables[calendar].get(country)
  if (events !== undefined) return events
  const meant = country === 'UK' ? 'GB' : country.toUpperCase()
  const hint = calendarCountries.includes(meant)
    ? ` Did you mean \`${meant}\`?`
    : ' Give the days of others as `events.custom`.'
  throw issue('events.country', `\`events.country\` must be one of ${known}, not \`${country}\`.${hint}`)
}

function requireCoverage(events: readonly YearlyEvent[], country: string, fromDay: number, toDay: number): void {
  const [firstYear, lastYear] = [dateOfDay(fromDay).year, dateOfDay(toDay).year]
  if (firstYear < 1900 || lastYear > 2199) {
    throw issue('events.calendar', `The event calendars cover the years 1900 to 2199, not ${firstYear} to ${lastYear}.`)
  }
  const isHijri = events.some(({ rule }) => rule.kind === 'hijri')
  if (!isHijri || (fromDay >= hijriCoverage.from && toDay <= hijriCoverage.to)) return
  const message = `The event calendar of ${country} has Ramadan and the feasts of ${hijriCoverage.years}, not of ${firstYear} to ${lastYear}.`
  throw issue('events.calendar', message)
}

function issue(path: string, message: string): InputError {
  return new InputError([{ path, message }])
}
