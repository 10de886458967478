import type { PeriodKind } from '../calendar/period.js'
import { periodOfLength } from './period-of-steps.js'

/** Where the rows of a table change from one period to another. */
export interface MixedPeriods {
  readonly before: PeriodKind
  readonly after: PeriodKind
  /** Index of the date at which the second period begins. */
  readonly at: number
}

/** So many steps of one length in a row make a period: fewer can be gaps. */
const leastRun = 3

/**
 * Finds the first change of period among dates, in any order; null where all runs of steps have one length.
 *
 * @param days days since 1970-01-01.
 * @example mixedPeriods([0, 7, 14, 21, 22, 23, 24])  // { before: 'week', after: 'day', at: 3 }
 */
export function mixedPeriods(days: ArrayLike<number>): MixedPeriods | null {
  const order = Array.from(days, (_, i) => i).sort((a, b) => days[a] - days[b])
  const distinct = order.filter((cell, i) => i === 0 || days[cell] !== days[order[i - 1]])
  let before: PeriodKind | null = null
  let run: { period: PeriodKind | null; length: number } = { period: null, length: 0 }
  for (let i = 1; i < distinct.length; i++) {
    const period = periodOfLength(days[distinct[i]] - days[distinct[i - 1]])
    run = period === run.period ? { period, length: run.length + 1 } : { period, length: 1 }
    if (period === null || run.length < leastRun) continue
    if (before !== null && period !== before) return { before, after: period, at: distinct[i - leastRun] }
    before = period
  }
  return null
}
