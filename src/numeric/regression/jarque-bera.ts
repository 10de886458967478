import { chiSquareSurvival } from '../special/distributions.js'
import type { HypothesisTest } from './hypothesis-test.js'

export interface JarqueBera extends HypothesisTest {
  /** Third standardised moment, divisor n. */
  readonly skewness: number
  /** Fourth standardised moment, divisor n; 3 for a normal. */
  readonly kurtosis: number
}

/**
 * Jarque-Bera test of normality: n / 6 (skewness^2 + (kurtosis - 3)^2 / 4), chi-square with 2 degrees of freedom.
 *
 * The chi-square form is poor below about 100 residuals.
 *
 * @see Jarque and Bera (1987), "A test for normality of observations and regression residuals".
 */
export function jarqueBera(residuals: Float64Array): JarqueBera {
  const n = residuals.length
  let mean = 0
  for (const value of residuals) mean += value / n
  let second = 0
  let third = 0
  let fourth = 0
  for (const value of residuals) {
    const d = value - mean
    second += (d * d) / n
    third += (d * d * d) / n
    fourth += (d * d * d * d) / n
  }
  const skewness = third / (second * Math.sqrt(second))
  const kurtosis = fourth / (second * second)
  const statistic = (n / 6) * (skewness * skewness + 0.25 * (kurtosis - 3) * (kurtosis - 3))
  return { statistic, p: chiSquareSurvival(statistic, 2), skewness, kurtosis }
}
