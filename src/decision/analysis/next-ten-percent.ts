import type { ChannelResponse } from '../counterfactual/response.js'
import type { ReportData } from '../results.js'
import { quantityPlace, RESPONSE_WIDTH } from './response-table.js'
import { summarise } from './summarise.js'

/** What a tenth more spend in the window costs and brings. */
export type NextTenPercent = ReportData['nextTenPercent'][number]

/**
 * The return on the next 10 % of a channel's spend: the difference between 110 % and 100 % of its own history, tail included.
 *
 * `spend`, `value` and `profit` are money over the window, `roas` is value per money of that tenth. Null where the KPI has no value
 * (`value`, `roas`), no margin (`profit`), or the channel no spend in the window (all three).
 */
export function nextTenPercent(response: ChannelResponse): NextTenPercent {
  const { channel, draws } = response
  const spend = response.spend / 10
  const value = new Float64Array(draws)
  const gain = new Float64Array(draws)
  const today = new Float64Array(RESPONSE_WIDTH)
  const more = new Float64Array(RESPONSE_WIDTH)
  for (let d = 0; d < draws; d++) {
    response.at(d, 1, today)
    response.at(d, 1.1, more)
    value[d] = more[quantityPlace.value] - today[quantityPlace.value]
    gain[d] = more[quantityPlace.gain] - today[quantityPlace.gain]
  }
  const known = (values: Float64Array): boolean => spend > 0 && values[0] === values[0]
  return {
    channel,
    spend,
    value: known(value) ? summarise(value) : null,
    roas: known(value) ? summarise(value.map((money) => money / spend)) : null,
    profit: known(gain) ? summarise(gain.map((money) => money - spend)) : null,
  }
}
