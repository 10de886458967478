import { daysInPeriod } from '../period-arithmetic.js'
import type { PeriodKind } from '../period.js'

/**
 * How much of an event falls into each period: the indicator column of an event, partial periods weighted by days.
 *
 *     weight[t] = days of the event in period t / min(length of the event, length of period t)
 *
 * So a one-day event is 1 in its period; a week that splits over two is 3/7 and 4/7; of a month-long event every week that
 * it fills is 1 and the weeks at its ends are their share of days. For day data the weight is 1 on each day of the event.
 * The length of an event that recurs is that of most of its runs of consecutive days (the longest of them in a tie); two
 * runs in one period add up.
 *
 * @param days days of the event, since 1970-01-01, ascending, each once.
 * @param startDays first day of each period, ascending.
 * @returns a new array, one weight a period, 0 where the event is not held.
 * @example eventWeights([3, 4, 5], [0, 4], 'week')  // with periods of 7 days from 0 and 7: see the tests
 */
export function eventWeights(days: readonly number[], startDays: readonly number[], period: PeriodKind): Float64Array {
  const length = usualRunLength(days)
  const weights = new Float64Array(startDays.length)
  let next = 0
  for (let t = 0; t < startDays.length; t++) {
    const daysHere = daysInPeriod(period, startDays[t])
    const end = startDays[t] + daysHere
    while (next < days.length && days[next] < startDays[t]) next += 1
    let count = 0
    for (; next < days.length && days[next] < end; next++) count += 1
    weights[t] = count === 0 ? 0 : count / Math.min(length, daysHere)
  }
  return weights
}

/** Most common length of the runs of consecutive days. */
function usualRunLength(days: readonly number[]): number {
  const counts = new Map<number, number>()
  let run = 0
  for (let i = 0; i < days.length; i++) {
    run += 1
    if (i + 1 < days.length && days[i + 1] === days[i] + 1) continue
    counts.set(run, (counts.get(run) ?? 0) + 1)
    run = 0
  }
  let usual = 1
  let most = 0
  for (const [length, count] of counts) {
    if (count < most || (count === most && length < usual)) continue
    usual = length
    most = count
  }
  return usual
}
