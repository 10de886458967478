import type { Model } from '../../src/model/design/model.js'

export interface Calibration {
  /** Per figure and data set, the rank of the truth as a number that is uniform in (0, 1) where the posterior is right. */
  readonly uniform: ReadonlyMap<string, Float64Array>
  readonly divergences: number
  /** Fewest draws that the chain of a data set had to rank. */
  readonly fewest: number
}

export interface CalibrationOptions {
  readonly dataSets: number
  readonly seed: number
  /** Called after each data set with its number. */
  readonly visit?: (set: number) => void
}

/** Fits so many data sets that the model makes of its priors; every scale of the model must be stated or frozen. */
export function calibrate(model: Model, options: CalibrationOptions): Calibration
