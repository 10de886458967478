import type { ReportData } from '../results.js'
import type { ResponseTable } from './response-table.js'
import { NEXT_TENTH } from './multiples.js'
import { multipleDraws } from './response-table.js'
import { summarise } from './summarise.js'

/** What a tenth more spend in the window costs and brings. */
export type NextTenPercent = ReportData['nextTenPercent'][number]

/**
 * The return on the next 10 % of a channel's spend: the difference between 110 % and 100 % of its own history, tail included.
 *
 * `spend`, `value` and `profit` are money over the window, `roas` is value per money of that tenth. Null where the KPI has no value
 * (`value`, `roas`), no margin (`profit`), or the channel no spend in the window (all three).
 *
 * @param table at `standardMultiples`.
 */
export function nextTenPercent(table: ResponseTable): NextTenPercent {
  const { channel, spend: today } = table.response
  const spend = today / 10
  const more = (quantity: 'value' | 'gain'): Float64Array => {
    const before = multipleDraws(table, 1, quantity)
    return multipleDraws(table, NEXT_TENTH, quantity).map((after, d) => after - before[d])
  }
  const value = more('value')
  const gain = more('gain')
  const known = (values: Float64Array): boolean => spend > 0 && values[0] === values[0]
  return {
    channel,
    spend,
    value: known(value) ? summarise(value) : null,
    roas: known(value) ? summarise(value.map((money) => money / spend)) : null,
    profit: known(gain) ? summarise(gain.map((money) => money - spend)) : null,
  }
}
