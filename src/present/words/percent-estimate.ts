import type { Interval } from '../table/table.js'
import { formatInterval } from '../../decision/words/format.js'

/**
 * A ratio and its interval in percent, with no more decimals than the interval has: `-1 % (-21 to 22 %)`.
 *
 * @example percentEstimate({ mean: -0.0092, q05: -0.21, q95: 0.22 }).mean  // '-1 %'
 */
export function percentEstimate({ mean, q05, q95 }: Interval): { readonly mean: string; readonly range: string } {
  const widest = Math.max(Math.abs(mean), Math.abs(q05), Math.abs(q95))
  return {
    mean: `${formatInterval(mean, widest, 'percent').split(' to ')[0]} %`,
    range: formatInterval(q05, q95, 'percent'),
  }
}
