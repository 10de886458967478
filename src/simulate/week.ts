import { dateOfDay, dayOfDate } from '../data/calendar/civil-date.js'

const DAYS_PER_YEAR = 365.25

/** Days from 1970-01-01 to a day that a world writes as 2024-01-31. */
export function dayNumber(day: string): number {
  const [year, month, date] = day.split('-').map(Number)
  return dayOfDate(year, month, date)
}

/** Where in the year a week's middle lies, in [0, 1); `monday` in days since 1970-01-01. */
export function yearFraction(monday: number): number {
  const years = (monday + 3) / DAYS_PER_YEAR
  return years - Math.floor(years)
}

/** Month of a week's middle, counted from January of the year 0. */
export function monthNumber(monday: number): number {
  const { year, month } = dateOfDay(monday + 3)
  return year * 12 + month - 1
}
