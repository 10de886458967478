import type { Outcome } from '../counterfactual/outcome.js'
import type { AdstockCurve } from '../results.js'
import { log } from '../../numeric/special/exp-log.js'
import { quantile } from '../../numeric/stats/summary.js'
import { channelDraw } from '../counterfactual/outcome.js'
import { summarise, summariseSeries } from './summarise.js'

/** Lags beyond these are never shown. */
const MOST_LAGS = 156
/** Share of the effect that must have arrived within the lags shown, in nine draws of ten. */
const SHOWN_SHARE = 0.99

/**
 * Each channel's adstock weights by lag, with bands, and the periods until half of its effect has arrived.
 *
 * Weights sum to one over all lags; those shown reach far enough for 99 % of the effect in nine draws of ten.
 */
export function adstockCurves(outcome: Outcome): AdstockCurve[] {
  return outcome.model.channels.map((channel, c) => {
    const lags = Math.min(channel.length, MOST_LAGS)
    const weights = new Float64Array(outcome.draws.count * lags)
    for (let d = 0; d < outcome.draws.count; d++) {
      const { adstock } = channelDraw(outcome, d, c).native
      channel.adstock.weightsInto(adstock, channel.length, weights.subarray(d * lags, (d + 1) * lags))
    }
    const rows = Array.from({ length: outcome.draws.count }, (_, d) => weights.subarray(d * lags, (d + 1) * lags))
    const shown = Math.ceil(
      quantile(
        Float64Array.from(rows, (row) => periodsUntil(row, SHOWN_SHARE)),
        0.9,
      ),
    )
    const length = Math.max(1, Math.min(lags, shown))
    const cut = Float64Array.from({ length: rows.length * length }, (_, i) => rows[Math.floor(i / length)][i % length])
    return {
      channel: channel.name,
      weights: summariseSeries(cut, length),
      halfLife: summarise(Float64Array.from(rows, (row) => periodsUntil(row, 0.5))),
    }
  })
}

/**
 * Periods until a share of the effect has arrived; 0 where it all arrives at once.
 *
 * What is left after n whole periods is 1 less the first n weights; between whole periods it falls geometrically, so that a
 * geometric adstock has the half-life log(1/2) / log(retention).
 *
 * @param weights by lag, adding up to at most 1.
 * @param share in (0, 1); a share that the weights never reach gives their number.
 */
export function periodsUntil(weights: Float64Array, share: number): number {
  const wanted = 1 - share
  let left = 1
  for (let n = 0; n < weights.length; n++) {
    const after = left - weights[n]
    if (after <= wanted + 1e-12) {
      if (after <= 1e-12) return n === 0 ? 0 : n + (left - wanted) / (left - Math.max(after, 0))
      return n + log(wanted / left) / log(after / left)
    }
    left = after
  }
  return weights.length
}
