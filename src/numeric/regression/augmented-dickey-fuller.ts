// Source of p-values: MacKinnon (1994), "Approximate asymptotic distribution functions for unit-root and cointegration tests";
// of critical values: MacKinnon (2010), "Critical values for cointegration tests", Queen's University working paper 1227.

import { InputError } from '../../check/errors.js'
import { matrixFromColumns } from '../linalg/matrix.js'
import { normalCdf } from '../special/normal.js'
import { ols } from './ols.js'

export interface DickeyFuller {
  /** t statistic of y_{t-1}; the further below zero, the stronger against a unit root. */
  readonly statistic: number
  readonly p: number
  /** At 1 %, 5 % and 10 %, for this number of rows. */
  readonly criticalValues: readonly [number, number, number]
  /** Rows used: the series' length minus lags minus 1. */
  readonly rows: number
  /** Coefficients of y_{t-1}, the lagged differences, the constant, and the trend if there is one. */
  readonly coefficients: Float64Array
}

interface Surface {
  /** Above it p is 1, below the least one it is 0. */
  readonly largest: number
  readonly least: number
  /** Up to it the quadratic holds, from there on the cubic. */
  readonly turn: number
  readonly quadratic: readonly number[]
  readonly cubic: readonly number[]
  /** By level: polynomial in 1 / rows. */
  readonly critical: readonly (readonly number[])[]
}

const SURFACES: Readonly<Record<'constant' | 'trend', Surface>> = {
  constant: {
    largest: 2.74,
    least: -18.83,
    turn: -1.61,
    quadratic: [2.1659, 1.4412, 0.038269],
    cubic: [1.7339, 0.93202, -0.12745, -0.010368],
    critical: [
      [-3.43035, -6.5393, -16.786, -79.433],
      [-2.86154, -2.8903, -4.234, -40.04],
      [-2.56677, -1.5384, -2.809, 0],
    ],
  },
  trend: {
    largest: 0.7,
    least: -16.18,
    turn: -2.89,
    quadratic: [3.2512, 1.6047, 0.049588],
    cubic: [2.5261, 0.61654, -0.37956, -0.060285],
    critical: [
      [-3.95877, -9.0531, -28.428, -134.155],
      [-3.41049, -4.3904, -9.036, -45.374],
      [-3.12705, -2.5856, -3.925, -22.38],
    ],
  },
}

/**
 * Augmented Dickey-Fuller test of a unit root: a small p says that the series returns to its level (or trend).
 *
 *     Δy_t = a + (b t) + rho y_{t-1} + Σ_{l=1..lags} g_l Δy_{t-l} + e_t,   rho = 0 under a unit root
 *
 * @param series in time order, not constant.
 * @param lags differences included; whole, at least 0.
 * @param about what the series returns to.
 * @throws InputError if the series is too short or its regressors are collinear.
 */
export function augmentedDickeyFuller(series: Float64Array, lags: number, about: 'constant' | 'trend'): DickeyFuller {
  const rows = series.length - lags - 1
  const columns = 2 + lags + (about === 'trend' ? 1 : 0)
  if (rows <= columns)
    throw new InputError(`A unit-root test with ${lags} lags needs more than ${series.length} values.`)
  const differences = series.slice(1).map((value, t) => value - series[t])
  const regressors = [series.slice(lags, lags + rows)]
  for (let lag = 1; lag <= lags; lag++) regressors.push(differences.slice(lags - lag, lags - lag + rows))
  regressors.push(new Float64Array(rows).fill(1))
  if (about === 'trend') regressors.push(Float64Array.from({ length: rows }, (_, t) => t + 1))
  const fit = ols(matrixFromColumns(regressors), differences.slice(lags))
  const surface = SURFACES[about]
  const [one, five, ten] = surface.critical.map((terms) => polynomial(1 / rows, terms))
  return {
    statistic: fit.t[0],
    p: surfaceP(fit.t[0], surface),
    criticalValues: [one, five, ten],
    rows,
    coefficients: fit.coefficients,
  }
}

function surfaceP(statistic: number, { largest, least, turn, quadratic, cubic }: Surface): number {
  if (statistic > largest) return 1
  if (statistic < least) return 0
  return normalCdf(polynomial(statistic, statistic <= turn ? quadratic : cubic))
}

/** Coefficients from the constant up. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
}
