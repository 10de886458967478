import type { Ols } from './ols.js'

/** How much each row weighs in a regression; one entry a row. */
export interface Influence {
  /** Diagonal of the hat matrix, in [0, 1]; on average columns / rows. */
  readonly leverage: Float64Array
  /** e / (s sqrt(1 - h)). */
  readonly internallyStudentised: Float64Array
  /** The same with s estimated without the row: Student with rows - columns - 1 degrees of freedom. */
  readonly externallyStudentised: Float64Array
  /** Shift of all fitted values if the row were left out, in units of their uncertainty; above 1 the row decides. */
  readonly cooksDistance: Float64Array
  /** Error of predicting the row from all others, e / (1 - h). */
  readonly leaveOneOut: Float64Array
  /** Sum of squared leave-one-out errors. */
  readonly press: number
}

/** Leverage, studentised residuals, Cook's distance and PRESS. Rows of leverage 1 give infinities or NaN. */
export function influence(fit: Ols): Influence {
  const { leverage, residuals, sigma, degreesOfFreedom, rank } = fit
  const internallyStudentised = residuals.map((e, t) => e / (sigma * Math.sqrt(1 - leverage[t])))
  const externallyStudentised = internallyStudentised.map(
    (r) => r * Math.sqrt((degreesOfFreedom - 1) / (degreesOfFreedom - r * r)),
  )
  const cooksDistance = internallyStudentised.map((r, t) => (r * r * leverage[t]) / (rank * (1 - leverage[t])))
  const leaveOneOut = residuals.map((e, t) => e / (1 - leverage[t]))
  const press = leaveOneOut.reduce((sum, e) => sum + e * e, 0)
  return { leverage, internallyStudentised, externallyStudentised, cooksDistance, leaveOneOut, press }
}
