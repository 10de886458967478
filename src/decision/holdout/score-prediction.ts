import type { HoldoutPrediction, HoldoutTotal } from '../../fit/holdout/holdout.js'
import { mean, sum } from '../../numeric/stats/summary.js'
import { mixtureCrps, mixtureQuantile, type NormalMixture } from '../../numeric/stats/normal-mixture.js'
import { expectedAhead, type AheadPrediction } from '../forecast/predict-ahead.js'

/**
 * What a model predicted against what was observed: error, score and coverage by period, and the error of the sum.
 *
 * @param observed KPI units, one entry a predicted period.
 */
export function scorePrediction(prediction: AheadPrediction, observed: Float64Array): HoldoutPrediction {
  const { periods, totalNoise } = prediction
  const expected = expectedAhead(prediction)
  const mixtures = periodMixtures(prediction)
  const q05 = mixtures.map((mixture) => mixtureQuantile(mixture, 0.05))
  const q95 = mixtures.map((mixture) => mixtureQuantile(mixture, 0.95))
  const inside = observed.reduce((count, kpi, t) => count + (kpi >= q05[t] && kpi <= q95[t] ? 1 : 0), 0)
  const totals = totalNoise.map((_, d) => sum(expected.subarray(d * periods, (d + 1) * periods)))
  const whole: NormalMixture = { means: totals, sds: totalNoise }
  const means = Float64Array.from(mixtures, (mixture) => mean(mixture.means))
  const crps = Float64Array.from(mixtures, (mixture, t) => mixtureCrps(mixture, observed[t]))
  return {
    mean: Array.from(means),
    q05,
    q95,
    ...pointErrors(means, observed),
    crps: mean(crps),
    crpsByPeriod: Array.from(crps),
    coverage: inside / periods,
    total: totalOf(mean(totals), observed, { q05: mixtureQuantile(whole, 0.05), q95: mixtureQuantile(whole, 0.95) }),
  }
}

/** What is known of the KPI in each predicted period, noise included. */
export function periodMixtures(prediction: AheadPrediction): NormalMixture[] {
  const { periods, noise } = prediction
  const expected = expectedAhead(prediction)
  return Array.from({ length: periods }, (_, t) => ({
    means: everyDraw(expected, periods, t),
    sds: everyDraw(noise, periods, t),
  }))
}

/** The same for a prediction that is one number a period. */
export function scorePoints(predicted: Float64Array, observed: Float64Array): HoldoutPrediction {
  const errors = predicted.map((kpi, t) => Math.abs(kpi - observed[t]))
  return {
    mean: Array.from(predicted),
    q05: null,
    q95: null,
    ...pointErrors(predicted, observed),
    crps: mean(errors),
    crpsByPeriod: Array.from(errors),
    coverage: null,
    total: totalOf(sum(predicted), observed, { q05: null, q95: null }),
  }
}

function everyDraw(table: Float64Array, periods: number, period: number): Float64Array {
  return Float64Array.from({ length: table.length / periods }, (_, d) => table[d * periods + period])
}

function pointErrors(
  predicted: Float64Array,
  observed: Float64Array,
): Pick<HoldoutPrediction, 'rmse' | 'relativeRmse' | 'mape'> {
  const errors = predicted.map((kpi, t) => kpi - observed[t])
  const rmse = Math.sqrt(mean(errors.map((error) => error * error)))
  const level = Math.abs(mean(observed))
  return {
    rmse,
    relativeRmse: level === 0 ? null : rmse / level,
    mape: observed.includes(0) ? null : mean(errors.map((error, t) => Math.abs(error / observed[t]))),
  }
}

function totalOf(predicted: number, observed: Float64Array, ends: Pick<HoldoutTotal, 'q05' | 'q95'>): HoldoutTotal {
  const total = sum(observed)
  const error = predicted - total
  return { observed: total, mean: predicted, ...ends, error, relativeError: total === 0 ? null : error / total }
}
