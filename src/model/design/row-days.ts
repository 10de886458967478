import { addPeriods } from '../../data/calendar/period-arithmetic.js'
import type { Dataset } from '../../data/table/dataset.js'

/** First days of the window's periods and of the `horizon` periods after it, in days since 1970-01-01. */
export function rowStartDays(dataset: Dataset, horizon: number): Float64Array {
  const periods = dataset.windowEnd - dataset.windowStart
  const first = dataset.startDays[dataset.windowStart]
  return Float64Array.from({ length: periods + horizon }, (_, t) => {
    const row = dataset.windowStart + t
    return row < dataset.startDays.length ? dataset.startDays[row] : addPeriods(dataset.period, first, t)
  })
}
