import { median } from '../../numeric/stats/summary.js'
import type { PeriodKind } from '../calendar/period.js'
import { medianOfFew } from './median-of-few.js'

/** Rows on either side whose median is a row's usual level: about two months, as far as the period allows. */
const levelReach: Readonly<Record<PeriodKind, number>> = { day: 28, week: 5, month: 3, quarter: 2, year: 2 }

/** Rows in a year, and how far a yearly feast may move from one year to the next, in rows. */
const yearInRows: Readonly<Record<PeriodKind, { readonly rows: number; readonly slack: number } | null>> = {
  day: { rows: 365, slack: 14 },
  week: { rows: 52, slack: 2 },
  month: { rows: 12, slack: 1 },
  quarter: { rows: 4, slack: 0 },
  year: null,
}

/**
 * Deviations of a series from its usual level: the median of the rows around, for days of the same weekday.
 *
 * At the ends of the series the rows around are shifted inwards, so that there are as many of them.
 *
 * @param values one a row, finite, oldest first.
 */
export function deviationsFromLevel(values: Float64Array, period: PeriodKind): Float64Array {
  const step = period === 'day' ? 7 : 1
  const rows = 2 * (levelReach[period] / step) + 1
  const around = new Float64Array(rows)
  return values.map((value, t) => {
    const phase = t % step
    const last = Math.floor((values.length - 1 - phase) / step)
    const first = Math.max(0, Math.min((t - phase) / step - (rows - 1) / 2, last - rows + 1))
    const count = Math.min(rows, last - first + 1)
    for (let i = 0; i < count; i++) around[i] = values[phase + (first + i) * step]
    return value - medianOfFew(around, count)
  })
}

/**
 * Whether what stands out in a row comes back in other years: a deviation of the same sign and at least half the size, about
 * a whole number of years away.
 */
export function comesBackYearly(deviations: Float64Array, t: number, period: PeriodKind): boolean {
  const year = yearInRows[period]
  if (year === null) return false
  const half = deviations[t] / 2
  const isSimilar = (s: number): boolean => (half > 0 ? deviations[s] >= half : deviations[s] <= half)
  for (let away = year.rows; away - year.slack < deviations.length; away += year.rows) {
    for (let distance = away - year.slack; distance <= away + year.slack; distance++) {
      if (isSimilar(t - distance) || isSimilar(t + distance)) return true
    }
  }
  return false
}

/** Robust standard deviation about zero: 1.4826 times the median size; 0 where most sizes are 0. */
export function robustScale(deviations: Float64Array): number {
  return 1.4826 * median(deviations.map(Math.abs))
}
