import { fSurvival } from '../../numeric/special/distributions.js'
import { leastSquares } from '../../numeric/linalg/least-squares.js'
import { matrixFromColumns } from '../../numeric/linalg/matrix.js'

/** How the errors of a regression hang together: AR(1) correlation, and penalised columns of a Gaussian process. */
export interface ErrorStructure {
  readonly correlation: number
  /** Columns of the smooth trend, rows as the regression's. */
  readonly smooth: readonly Float64Array[]
  /** Amplitude of the smooth trend over the standard deviation of the noise's innovations; above 0. */
  readonly amplitudeRatio: number
}

/** Whether some columns explain what others leave of a series. */
export interface PartialTest {
  readonly f: number
  readonly pValue: number
  /** Share of what the base columns leave that the tested columns explain. */
  readonly partialR2: number
  /** Coefficients of the tested columns; 0 for those that the base spans. */
  readonly coefficients: Float64Array
}

/**
 * Partial F test of `tested` given `base` by generalised least squares, the error structure taken as known:
 *
 *     F = ((RSS0 - RSS1) / k) / (RSS1 / (n - p)),    partial R^2 = (RSS0 - RSS1) / RSS0
 *
 * Rows are filtered by the AR(1) correlation (Prais and Winsten 1954); the smooth trend enters as penalised columns, so RSS is
 * that of its marginal covariance. k and p count columns that are not combinations of others.
 *
 * @returns null with fewer than `leastDegrees` degrees of freedom, nothing left to explain, or tested columns that the base spans.
 */
export function partialTest(
  y: Float64Array,
  { base, tested }: { base: readonly Float64Array[]; tested: readonly Float64Array[] },
  errors: ErrorStructure,
): PartialTest | null {
  const rows = y.length
  const filtered = extend(filter(y, errors.correlation), errors.smooth.length)
  const penalised = errors.smooth.map((column, j) => penalisedColumn(column, j, errors))
  const fixed = (columns: readonly Float64Array[]): Float64Array[] =>
    columns.map((column) => extend(filter(column, errors.correlation), errors.smooth.length))
  const small = [...penalised, ...fixed(base)]
  const large = [...small, ...fixed(tested)]
  if (rows <= base.length + tested.length + leastDegrees) return null
  const without = leastSquares(matrixFromColumns(small), filtered)
  const withTested = leastSquares(matrixFromColumns(large), filtered)
  const k = withTested.rank - without.rank
  const degrees = rows - (withTested.rank - errors.smooth.length)
  const scale = filtered.reduce((sum, value) => sum + value * value, 0)
  if (k < 1 || degrees < leastDegrees || !(without.residualSumOfSquares > ROUNDING * scale)) return null
  const explained = Math.max(0, without.residualSumOfSquares - withTested.residualSumOfSquares)
  const f = explained / k / (withTested.residualSumOfSquares / degrees)
  return {
    f,
    pValue: fSurvival(f, k, degrees),
    partialR2: explained / without.residualSumOfSquares,
    coefficients: withTested.coefficients.slice(small.length),
  }
}

/**
 * Test of one column given `base` by ordinary least squares, with a variance that holds where errors are uneven (HC3, MacKinnon and
 * White 1985), as those of spend in flights are. F is the squared t, on 1 and n - p degrees of freedom.
 *
 * @returns null where `partialTest` would.
 */
export function robustTest(
  y: Float64Array,
  { base, tested }: { base: readonly Float64Array[]; tested: Float64Array },
): PartialTest | null {
  if (y.length <= base.length + 1 + leastDegrees) return null
  const design = matrixFromColumns(base)
  const without = leastSquares(design, y)
  const withTested = leastSquares(matrixFromColumns([...base, tested]), y)
  const scale = y.reduce((sum, value) => sum + value * value, 0)
  if (withTested.rank === without.rank || !(without.residualSumOfSquares > ROUNDING * scale)) return null
  const own = leastSquares(design, tested).residuals
  let variation = 0
  let meat = 0
  for (let t = 0; t < y.length; t++) {
    const score = (own[t] * withTested.residuals[t]) / Math.max(SMALLEST_GAP, 1 - withTested.leverage[t])
    variation += own[t] * own[t]
    meat += score * score
  }
  const coefficient = withTested.coefficients[base.length]
  const f = (coefficient * coefficient * variation * variation) / meat
  return {
    f,
    pValue: fSurvival(f, 1, y.length - withTested.rank),
    partialR2: Math.max(0, 1 - withTested.residualSumOfSquares / without.residualSumOfSquares),
    coefficients: Float64Array.of(coefficient),
  }
}

/** Least distance of a leverage from 1: a row that a column of its own fits exactly has no score. */
const SMALLEST_GAP = 1e-8

/** A test on fewer degrees of freedom is not worth its name. */
export const leastDegrees = 20

const ROUNDING = 1e-20

/** x[0] sqrt(1 - rho^2), then x[t] - rho x[t-1]. */
function filter(x: Float64Array, correlation: number): Float64Array {
  if (correlation === 0) return x
  return x.map((value, t) =>
    t === 0 ? value * Math.sqrt(1 - correlation * correlation) : value - correlation * x[t - 1],
  )
}

function extend(x: Float64Array, by: number): Float64Array {
  const longer = new Float64Array(x.length + by)
  longer.set(x)
  return longer
}

/** A smooth column per unit of its prior, with the row that holds its coefficient to Normal(0, 1) innovations. */
function penalisedColumn(column: Float64Array, j: number, errors: ErrorStructure): Float64Array {
  const longer = extend(filter(column, errors.correlation), errors.smooth.length)
  for (let t = 0; t < column.length; t++) longer[t] *= errors.amplitudeRatio
  longer[column.length + j] = 1
  return longer
}
