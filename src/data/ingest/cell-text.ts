import { isoDay } from '../calendar/civil-date.js'

/**
 * A value as a CSV file would hold it, or null where it is no single value (a list, an object, bytes, a function).
 *
 * Numbers become the shortest text that reads back the same (of zeros the sign is lost), NaN, null and undefined an empty
 * cell, true and false 1 and 0. A `Date` at midnight UTC is its day; any other keeps its time, which a date column refuses,
 * since its day depends on the time zone. Texts lose surrounding blanks.
 *
 * @example cellText(0.1)  // '0.1'
 */
export function cellText(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value.trim()
    case 'number':
      return Number.isNaN(value) ? '' : String(value)
    case 'bigint':
      return String(value)
    case 'boolean':
      return value ? '1' : '0'
    case 'undefined':
      return ''
    default:
      if (value === null) return ''
      return value instanceof Date ? dateText(value) : null
  }
}

const millisecondsPerDay = 86_400_000

function dateText(date: Date): string {
  const time = date.getTime()
  if (Number.isNaN(time)) return ''
  return time % millisecondsPerDay === 0 ? isoDay(time / millisecondsPerDay) : date.toISOString()
}
