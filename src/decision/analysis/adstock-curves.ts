import type { Outcome } from '../counterfactual/outcome.js'
import type { AdstockCurve } from '../results.js'
import { log } from '../../numeric/special/exp-log.js'
import { mean, quantile } from '../../numeric/stats/summary.js'
import { channelDraw, drawValue } from '../counterfactual/outcome.js'
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
    const rows = weightRows(outcome, c)
    const shown = Math.ceil(
      quantile(
        Float64Array.from(rows, (row) => periodsUntil(row, SHOWN_SHARE)),
        0.9,
      ),
    )
    const length = Math.max(1, Math.min(rows[0].length, shown))
    const cut = Float64Array.from({ length: rows.length * length }, (_, i) => rows[Math.floor(i / length)][i % length])
    return {
      channel: channel.name,
      weights: summariseSeries(cut, length),
      halfLife: summarise(Float64Array.from(rows, (row) => periodsUntil(row, 0.5))),
    }
  })
}

/**
 * Periods until 99 % of the slowest channel's effect has arrived, a lagged KPI's share included: the N of "effects within N weeks". A mean
 * over draws, whole, at least 1 (0 without channels).
 */
export function tailPeriods(outcome: Outcome): number {
  const slowest = outcome.model.channels.map((_, c) => {
    const rows = weightRows(outcome, c)
    return mean(
      Float64Array.from(rows, (row, d) => {
        const lambda = drawValue(outcome, d, outcome.model.layout.laggedKpi)
        return periodsUntil(lambda === 0 ? row : carriedOn(row, lambda), SHOWN_SHARE)
      }),
    )
  })
  return slowest.reduce((most, periods) => Math.max(most, Math.ceil(periods), 1), 0)
}

/** Adstock weights of a channel, a row a draw. */
function weightRows(outcome: Outcome, channel: number): Float64Array[] {
  const { adstock, length } = outcome.model.channels[channel]
  return Array.from({ length: outcome.draws.count }, (_, d) => {
    const row = new Float64Array(Math.min(length, MOST_LAGS))
    adstock.weightsInto(channelDraw(outcome, d, channel).native.adstock, length, row)
    return row
  })
}

/** Weights of the whole effect where the KPI carries lambda of itself into the next period; they add up to one again. */
function carriedOn(weights: Float64Array, lambda: number): Float64Array {
  const out = new Float64Array(MOST_LAGS)
  for (let l = 0; l < out.length; l++) {
    out[l] = (1 - lambda) * (l < weights.length ? weights[l] : 0) + (l > 0 ? lambda * out[l - 1] : 0)
  }
  return out
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
