import type { Generator } from '../../numeric/random/generator.js'
import { exp, log } from '../../numeric/special/exp-log.js'

/** A number drawn evenly from a range. */
export function between(generator: Generator, low: number, high: number): number {
  return low + (high - low) * generator.uniform()
}

/** A number whose logarithm is drawn evenly from a range. */
export function logUniform(generator: Generator, low: number, high: number): number {
  return exp(between(generator, log(low), log(high)))
}

/** So many draws, in order. */
export function draws(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw)
}

/** The parts divided by their sum. */
export function normalised(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / total)
}
