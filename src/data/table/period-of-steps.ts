import type { PeriodKind } from '../calendar/period.js'

/** How far apart the rows of a table lie. */
export interface Steps {
  /** Median number of days from one date to the next different one. */
  readonly days: number
  /** The period that is this long, or null. */
  readonly period: PeriodKind | null
}

/**
 * Guesses the period of a table from the days of its rows, in any order; null for fewer than four different days.
 *
 * @example periodOfSteps([0, 7, 14, 21])  // { days: 7, period: 'week' }
 */
export function periodOfSteps(days: ArrayLike<number>): Steps | null {
  const sorted = [...new Set(Array.from(days))].sort((a, b) => a - b)
  if (sorted.length < 4) return null
  const steps = sorted.slice(1).map((day, i) => day - sorted[i])
  steps.sort((a, b) => a - b)
  const median = steps[Math.floor((steps.length - 1) / 2)]
  return { days: median, period: periodOfLength(median) }
}

/** The period that is so many days long, or null. */
export function periodOfLength(days: number): PeriodKind | null {
  const match = lengths.find(([low, high]) => days >= low && days <= high)
  return match === undefined ? null : match[2]
}

/** Medians in days; every 28 days is not a month. */
const lengths: readonly (readonly [number, number, PeriodKind])[] = [
  [1, 1, 'day'],
  [7, 7, 'week'],
  [29, 31, 'month'],
  [89, 92, 'quarter'],
  [365, 366, 'year'],
]
