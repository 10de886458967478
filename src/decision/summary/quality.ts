import { mean } from '../../numeric/stats/summary.js'
import { durbinWatson } from '../../numeric/regression/durbin-watson.js'
import type { Summary } from '../results.js'

/** Residuals of the structural mean and the shocks behind them, one a window period, KPI units. */
export interface Residuals {
  readonly structural: Float64Array
  readonly innovations: Float64Array
}

/** Noise parameters at which shocks are taken out of residuals: means over draws, 0 where the model has none. */
export interface NoiseDynamics {
  /** Lag-one correlation of the noise, in (-1, 1). */
  readonly correlation: number
  /** Coefficient of the lagged KPI. */
  readonly laggedKpi: number
}

/**
 * Residuals `observed - fitted` and innovations: what is left of them after the lagged KPI and the noise's lag-one correlation.
 *
 *     n[t] = r[t] - lambda r[t-1],    e[t] = n[t] - rho n[t-1],    e[0] = sqrt(1 - rho^2) n[0]
 */
export function residualsOf(observed: Float64Array, fitted: Float64Array, dynamics: NoiseDynamics): Residuals {
  const structural = observed.map((kpi, t) => kpi - fitted[t])
  const { correlation, laggedKpi } = dynamics
  const noise = structural.map((r, t) => (t === 0 ? r : r - laggedKpi * structural[t - 1]))
  const first = Math.sqrt(1 - correlation * correlation)
  return { structural, innovations: noise.map((n, t) => (t === 0 ? first * n : n - correlation * noise[t - 1])) }
}

/**
 * How well the structural mean follows the KPI over a window.
 *
 * R2 = 1 - Σ r^2 / Σ (y - mean)^2; adjusted by (n - 1) / (n - parameters), at least one degree of freedom; MAPE = mean |r / y|, null where a y
 * is 0; NRMSE = RMSE / (max y - min y).
 *
 * @param parameters estimated parameters of the mean.
 */
export function qualityOf(observed: Float64Array, residuals: Residuals, parameters: number): Summary['quality'] {
  const { structural, innovations } = residuals
  const n = observed.length
  const level = mean(observed)
  const squares = (values: Float64Array, about: number): number =>
    values.reduce((sum, value) => sum + (value - about) * (value - about), 0)
  const unexplained = squares(structural, 0) / squares(observed, level)
  const range = observed.reduce((a, b) => Math.max(a, b)) - observed.reduce((a, b) => Math.min(a, b))
  return {
    r2: 1 - unexplained,
    adjustedR2: 1 - (unexplained * (n - 1)) / Math.max(1, n - parameters),
    mape: observed.includes(0) ? null : mean(structural.map((r, t) => Math.abs(r / observed[t]))),
    nrmse: Math.sqrt(squares(structural, 0) / n) / range,
    durbinWatson: durbinWatson(structural),
    durbinWatsonInnovations: durbinWatson(innovations),
  }
}
