import { mixtureQuantile } from '../../numeric/stats/normal-mixture.js'
import type { Outcome } from '../counterfactual/outcome.js'
import { noiseSpread } from '../counterfactual/noise-spread.js'
import { drawValue } from '../counterfactual/outcome.js'

/** The 5 % and 95 % quantiles of the KPI itself, noise included, one entry a period. */
export interface PredictiveBand {
  readonly q05: readonly number[]
  readonly q95: readonly number[]
}

/**
 * The predictive band: quantiles of the mixture over draws of Normal(fitted, stationary noise), found by root finding, so nothing is drawn.
 *
 * @param fitted indexed by [draw * periods + period], KPI units.
 */
export function predictiveBand(fitted: Float64Array, noise: Float64Array): PredictiveBand {
  const draws = noise.length
  const periods = fitted.length / draws
  const column = new Float64Array(draws)
  const ends = (p: number): number[] =>
    Array.from({ length: periods }, (_, t) => {
      for (let d = 0; d < draws; d++) column[d] = fitted[d * periods + t]
      return mixtureQuantile({ means: column, sds: noise }, p)
    })
  return { q05: ends(0.05), q95: ends(0.95) }
}

/**
 * Stationary standard deviation of the KPI about its structural mean, a value a draw: of noise with lag-one correlation rho, carried on by a
 * lagged KPI with coefficient lambda; Student noise as `noiseSpread` has it.
 */
export function stationaryNoise(outcome: Outcome): Float64Array {
  const { layout } = outcome.model
  return Float64Array.from({ length: outcome.draws.count }, (_, d) => {
    const sigma = noiseSpread(outcome, d)
    const rho = drawValue(outcome, d, layout.correlation)
    const lambda = drawValue(outcome, d, layout.laggedKpi)
    const both = rho * lambda
    return sigma * Math.sqrt((1 + both) / ((1 - both) * (1 - rho * rho) * (1 - lambda * lambda)))
  })
}
