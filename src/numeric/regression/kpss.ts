import { leastSquares } from '../linalg/least-squares.js'
import { matrixFromColumns } from '../linalg/matrix.js'

export interface Kpss {
  readonly statistic: number
  /** Interpolated between the four published points: 0.01 and 0.1 mean at most and at least. */
  readonly p: number
  /** At 10 %, 5 %, 2.5 % and 1 %. */
  readonly criticalValues: readonly [number, number, number, number]
}

const CRITICAL = {
  constant: [0.347, 0.463, 0.574, 0.739],
  trend: [0.119, 0.146, 0.176, 0.216],
} as const
const LEVELS = [0.1, 0.05, 0.025, 0.01] as const

/**
 * KPSS test of stationarity about a constant or trend: a small p says that the series wanders, the reverse of Dickey-Fuller.
 *
 *     Σ_t S_t^2 / (n^2 v),   S_t = e_1 + … + e_t,   v = (Σ e_t^2 + 2 Σ_{l=1..lags} (1 - l / (lags + 1)) Σ_t e_t e_{t-l}) / n
 *
 * @param series in time order, not constant.
 * @param lags Bartlett lags of the long-run variance; whole, at least 0.
 * @see Kwiatkowski, Phillips, Schmidt and Shin (1992), "Testing the null hypothesis of stationarity against the alternative of a unit root".
 */
export function kpss(series: Float64Array, lags: number, about: 'constant' | 'trend'): Kpss {
  const n = series.length
  const columns = [new Float64Array(n).fill(1)]
  if (about === 'trend') columns.push(Float64Array.from({ length: n }, (_, t) => t + 1))
  const { residuals } = leastSquares(matrixFromColumns(columns), series)
  let partial = 0
  let partialSquares = 0
  let variance = 0
  for (let t = 0; t < n; t++) {
    partial += residuals[t]
    partialSquares += partial * partial
    variance += (residuals[t] * residuals[t]) / n
  }
  for (let lag = 1; lag <= lags; lag++) {
    let products = 0
    for (let t = lag; t < n; t++) products += residuals[t] * residuals[t - lag]
    variance += (2 * (1 - lag / (lags + 1)) * products) / n
  }
  const statistic = partialSquares / (n * n * variance)
  return { statistic, p: interpolatedP(statistic, CRITICAL[about]), criticalValues: CRITICAL[about] }
}

function interpolatedP(statistic: number, critical: readonly number[]): number {
  if (!(statistic > critical[0])) return statistic === statistic ? LEVELS[0] : NaN
  for (let i = 1; i < critical.length; i++) {
    if (statistic <= critical[i]) {
      const share = (statistic - critical[i - 1]) / (critical[i] - critical[i - 1])
      return LEVELS[i - 1] + share * (LEVELS[i] - LEVELS[i - 1])
    }
  }
  return LEVELS[3]
}
