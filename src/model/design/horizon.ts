import { periodsPerYear } from '../../data/calendar/period.js'
import type { Model } from './model.js'

/** Whole periods in a year: 365, 52, 12, 4, 1. */
export function yearPeriods(period: keyof typeof periodsPerYear): number {
  return Math.floor(periodsPerYear[period])
}

/** Mean of a window series over its last year (all of it if shorter): its value after the last row. */
export function lastYearMean(model: Pick<Model, 'dataset' | 'periods'>, series: Float64Array): number {
  const count = Math.min(model.periods, yearPeriods(model.dataset.period))
  let sum = 0
  for (let t = model.periods - count; t < model.periods; t++) sum += series[t]
  return sum / count
}

/** A window series followed by its last year's mean in `tail` later periods. */
export function extended(model: Pick<Model, 'dataset' | 'periods'>, series: Float64Array, tail: number): Float64Array {
  const out = new Float64Array(series.length + tail).fill(lastYearMean(model, series))
  out.set(series)
  return out
}
