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

/** What a channel, a group or all paid media did and returned over a window; null where it has no meaning. */
export interface Returns {
  /** Money over the window; null for organic channels. */
  readonly spend: number | null
  readonly contribution: Estimate
  readonly share: Estimate
  readonly carriedIn: Estimate
  readonly carriedOut: Estimate
  readonly incrementalKpi: Estimate
  readonly incrementalValue: Estimate | null
  readonly profit: Estimate | null
  readonly roas: Estimate | null
  readonly roi: Estimate | null
  readonly marginalRoas: Estimate | null
  readonly marginalRoi: Estimate | null
  readonly costPerKpi: Estimate | null
  readonly pProfitable: number | null
}
