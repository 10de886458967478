import { exp, log, pow } from '../special/exp-log.js'
import type { Generator } from './generator.js'

/**
 * A gamma variate of rate 1; its mean is `shape`.
 *
 * @param shape above 0.
 * @see Marsaglia and Tsang (2000), "A simple method for generating gamma variables".
 */
export function gammaVariate(generator: Generator, shape: number): number {
  if (shape < 1) return gammaVariate(generator, shape + 1) * pow(generator.uniform(), 1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = generator.normal()
    const root = 1 + c * z
    if (root <= 0) continue
    const v = root * root * root
    const u = generator.uniform()
    if (log(u) < 0.5 * z * z + d - d * v + d * log(v)) return d * v
  }
}

/** A beta variate in [0, 1]; `a` and `b` above 0. */
export function betaVariate(generator: Generator, a: number, b: number): number {
  if (Math.max(a, b) < 0.5) return smallBeta(generator, a, b)
  const x = gammaVariate(generator, a)
  return x / (x + gammaVariate(generator, b))
}

/** An exponential variate of mean 1. */
export function exponentialVariate(generator: Generator): number {
  return -log(generator.uniform())
}

/** A Student variate; `df` above 0. */
export function studentVariate(generator: Generator, df: number): number {
  const z = generator.normal()
  return z / Math.sqrt((2 * gammaVariate(generator, 0.5 * df)) / df)
}

/** Two small gammas can both underflow; their ratio is taken on the log scale (Johnk 1964). */
function smallBeta(generator: Generator, a: number, b: number): number {
  for (;;) {
    const logX = log(generator.uniform()) / a
    const logY = log(generator.uniform()) / b
    const top = Math.max(logX, logY)
    const sum = exp(logX - top) + exp(logY - top)
    if (top + log(sum) <= 0) return exp(logX - top) / sum
  }
}
