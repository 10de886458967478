import type { Estimate, SeriesEstimate } from '../estimate.js'
import type { Window } from '../counterfactual/outcome.js'
import type { PartDraws } from '../counterfactual/parts.js'
import { summarise, summariseSeries } from '../analysis/summarise.js'
import { windowSums } from '../counterfactual/totals.js'

/** A part of the expected KPI over a window: its sum, and its series by period. */
export function windowSummary(
  part: PartDraws,
  periods: number,
  window: Window,
): { readonly contribution: Estimate; readonly series: SeriesEstimate } {
  return {
    contribution: summarise(windowSums(part, periods, window)),
    series: summariseSeries(windowDraws(part, periods, window), window.to - window.from),
  }
}

/** The draws of a part inside a window, indexed by [draw * length of the window + period]. */
export function windowDraws(part: PartDraws, periods: number, { from, to }: Window): Float64Array {
  const length = to - from
  const out = new Float64Array((part.length / periods) * length)
  for (let d = 0; d * periods < part.length; d++) {
    out.set(part.subarray(d * periods + from, d * periods + to), d * length)
  }
  return out
}
