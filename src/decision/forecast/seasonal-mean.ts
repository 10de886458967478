import type { PeriodKind } from '../../data/calendar/period.js'
import { seasonalLag } from '../../fit/holdout/cut-model.js'
import { mean } from '../../numeric/stats/summary.js'

/**
 * Mean of a series in the same season as period `t`: one, two, … years before it, as far as the series reaches; of all of it where it doesn't
 * reach that far back.
 *
 * @param values one entry a period from period 0; at least one.
 * @example seasonalMean(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), 9, 'quarter')  // (6 + 2) / 2
 */
export function seasonalMean(values: Float64Array, t: number, period: PeriodKind): number {
  const lag = seasonalLag(period)
  let sum = 0
  let count = 0
  for (let back = t - lag; back >= 0; back -= lag) {
    if (back >= values.length) continue
    sum += values[back]
    count++
  }
  return count === 0 ? mean(values) : sum / count
}
