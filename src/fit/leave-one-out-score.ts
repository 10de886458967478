/**
 * How well a fit predicts each period of its window from all other periods: PSIS-LOO, log densities in KPI units.
 *
 * It is interpolation, a gap filled in from both sides; whether a model forecasts is for the hold-out to say.
 */
export interface LeaveOneOutScore {
  /** Expected log predictive density, the sum over periods: the larger, the better. Only comparable between fits of the same KPI and periods. */
  readonly elpd: number
  /** Standard error of it, between periods. */
  readonly se: number
  /** Effective number of parameters. */
  readonly pLoo: number
  /** Largest Pareto shape of the importance weights, and the period it belongs to. */
  readonly worstK: number
  readonly worstPeriod: string
  /** Periods whose shape is not below `reliableK`. */
  readonly unreliable: number
  readonly reliableK: number
  /** Log predictive density of each period. */
  readonly pointwise: readonly number[]
}
