/** The econometrician's table of one linear regression; arrays have one entry a coefficient. */
export interface RegressionTable {
  readonly names: readonly string[]
  readonly coefficients: readonly number[]
  readonly standardErrors: readonly number[]
  readonly hc3: readonly number[]
  readonly neweyWest: readonly number[]
  readonly neweyWestLags: number
  readonly t: readonly number[]
  readonly p: readonly number[]
  readonly rows: number
  readonly r2: number
  readonly adjustedR2: number
  readonly f: number
  readonly fP: number
  readonly sigma: number
  readonly logLikelihood: number
  readonly aic: number
  readonly bic: number
  readonly vif: readonly (number | null)[]
  readonly conditionNumber: number
  readonly tests: readonly {
    readonly name: string
    readonly statistic: number
    readonly p: number | null
    readonly note: string
  }[]
  /** Lagged outcome: each coefficient's sum over all later periods, b / (1 - lambda). */
  readonly longRun: readonly { readonly name: string; readonly shortRun: number; readonly longRun: number }[] | null
  /** AR(1) errors: estimated lag-one correlation; null for independent errors. */
  readonly correlation: number | null
}
