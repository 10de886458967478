import type { Estimate } from '../numeric/stats/estimate.js'

export type { Estimate, SeriesEstimate } from '../numeric/stats/estimate.js'

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
