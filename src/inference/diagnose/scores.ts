// Scores of predictive distributions, all in the unit of what is predicted; lower is better. Source: Gneiting and Raftery (2007),
// "Strictly proper scoring rules, prediction, and estimation".

import { exp } from '../../numeric/special/exp-log.js'
import { normalCdf } from '../../numeric/special/normal.js'

const INVERSE_SQRT_PI = 0.5641895835477563
const INVERSE_SQRT_TWO_PI = 0.3989422804014327

/**
 * Continuous ranked probability score of draws: mean |X - y| less half the mean |X - X'|; of a single draw its absolute error.
 *
 * @param draws in any order, at least one.
 * @example crpsOfDraws(Float64Array.of(1, 2.5, 3, 4.2, 7), 3.4) // 0.524
 */
export function crpsOfDraws(draws: Float64Array, observed: number): number {
  const sorted = draws.slice().sort()
  const n = sorted.length
  let error = 0
  let spread = 0
  for (let i = 0; i < n; i++) {
    error += Math.abs(sorted[i] - observed)
    spread += (2 * i + 1 - n) * sorted[i]
  }
  return error / n - spread / (n * n)
}

/** Continuous ranked probability score of a normal distribution; with an `sd` of 0 the absolute error. */
export function crpsOfNormal(mean: number, sd: number, observed: number): number {
  if (sd === 0) return Math.abs(observed - mean)
  const z = (observed - mean) / sd
  const density = INVERSE_SQRT_TWO_PI * exp(-0.5 * z * z)
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * density - INVERSE_SQRT_PI)
}

/** An interval that is meant to hold what is observed with probability `coverage`, in (0, 1). */
export interface PredictiveInterval {
  readonly lower: number
  readonly upper: number
  readonly coverage: number
}

/**
 * Width of an interval, plus 2 / (1 - coverage) times what it misses by.
 *
 * @example intervalScore({ lower: 1, upper: 3, coverage: 0.9 }, 3.4) // 10
 */
export function intervalScore({ lower, upper, coverage }: PredictiveInterval, observed: number): number {
  const missed = Math.max(0, lower - observed) + Math.max(0, observed - upper)
  return upper - lower + (2 / (1 - coverage)) * missed
}
