/** Summary over draws. The mean is the headline; q05 and q95 bound nine of ten cases. */
export interface Estimate {
  readonly mean: number
  readonly median: number
  readonly sd: number
  readonly q05: number
  readonly q95: number
}

/** An `Estimate` a period: five arrays of equal length. */
export interface SeriesEstimate {
  readonly mean: readonly number[]
  readonly median: readonly number[]
  readonly sd: readonly number[]
  readonly q05: readonly number[]
  readonly q95: readonly number[]
}
