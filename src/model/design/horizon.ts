import { periodsPerYear } from '../../data/calendar/period.js'
import type { Model } from './model.js'

/** Whole periods in a year: 365, 52, 12, 4, 1. */
export function yearPeriods(period: keyof typeof periodsPerYear): number {
  return Math.floor(periodsPerYear[period])
}

/** What the last observed year is found from. */
type Horizon = Pick<Model, 'dataset' | 'periods' | 'ahead'>

/** Mean of a window series over its last observed year (all of it if shorter): its value after the last row. */
export function lastYearMean(model: Horizon, series: Float64Array): number {
  const { from, to } = lastYear(model)
  let sum = 0
  for (let t = from; t < to; t++) sum += series[t]
  return sum / (to - from)
}

/** The last observed year: window periods `from` to `to - 1`; all of them if there are fewer. */
export function lastYear({ dataset, periods, ahead = 0 }: Horizon): { readonly from: number; readonly to: number } {
  const observed = periods - ahead
  return { from: observed - Math.min(observed, yearPeriods(dataset.period)), to: observed }
}

/** A window series followed by its last year's mean in `tail` later periods. */
export function extended(model: Horizon, series: Float64Array, tail: number): Float64Array {
  const out = new Float64Array(series.length + tail).fill(lastYearMean(model, series))
  out.set(series)
  return out
}
