import type { Estimate, SeriesEstimate } from '../estimate.js'
import { NumericalError } from '../../check/errors.js'
import { mean, quantileSorted, standardDeviation } from '../../numeric/stats/summary.js'

/**
 * Mean, median, standard deviation (divisor n - 1) and the 5 % and 95 % quantiles (R's type 7) of one figure over draws.
 *
 * A single draw has standard deviation 0. Infinite draws are kept (a ratio may be infinite in some of them).
 *
 * @param values one value a draw, in any unit and order; not changed.
 * @throws NumericalError if there is no draw, or a draw is NaN.
 * @example summarise(Float64Array.of(1, 2, 3))  // { mean: 2, median: 2, sd: 1, q05: 1.1, q95: 2.9 }
 */
export function summarise(values: Float64Array): Estimate {
  const bad = values.findIndex((value) => value !== value)
  if (values.length === 0 || bad >= 0) {
    throw new NumericalError('A summary needs draws that are numbers', {
      draws: values.length,
      draw: bad,
      value: values[bad],
    })
  }
  const sorted = values.slice().sort()
  return {
    mean: mean(values),
    median: quantileSorted(sorted, 0.5),
    sd: values.length === 1 ? 0 : standardDeviation(values),
    q05: quantileSorted(sorted, 0.05),
    q95: quantileSorted(sorted, 0.95),
  }
}

/**
 * `summarise` for every period (or multiple) of a table of draws.
 *
 * @param values indexed by [draw * length + period].
 * @param length number of periods; `values.length` is a multiple of it.
 * @example summariseSeries(Float64Array.of(1, 10, 3, 30), 2).mean  // [2, 20]
 */
export function summariseSeries(values: Float64Array, length: number): SeriesEstimate {
  const draws = values.length / length
  const column = new Float64Array(draws)
  const estimates: Estimate[] = []
  for (let t = 0; t < length; t++) {
    for (let d = 0; d < draws; d++) column[d] = values[d * length + t]
    estimates.push(summarise(column))
  }
  return {
    mean: estimates.map((estimate) => estimate.mean),
    median: estimates.map((estimate) => estimate.median),
    sd: estimates.map((estimate) => estimate.sd),
    q05: estimates.map((estimate) => estimate.q05),
    q95: estimates.map((estimate) => estimate.q95),
  }
}
