import { exp } from '../../numeric/special/exp-log.js'
import { normalCdf, normalQuantile } from '../../numeric/special/normal.js'
import type { CompiledPrior } from './compile-prior.js'

const HALF_LOG_TWO_PI = 0.9189385332046727
/** sqrt(pi / 2). */
const SLOPE_AT_ZERO = 1.2533141373155003
/** Below it 2 Φ(x) - 1 loses digits, and two terms of its series are exact. */
const SMALL_U = -4
const SMALL_X = 4e-5

/**
 * A half-normal prior on the scale u on which it is standard normal: x = sd Φ^-1((1 + Φ(u)) / 2).
 *
 * For a scale parameter that data may leave near zero, as the amplitude of a smooth trend. In its logarithm the posterior then has a long
 * exponential tail towards zero, which a sampler wanders through; here the tail is that of a normal distribution.
 */
export function halfNormalByQuantile(sd: number): CompiledPrior {
  const derivative = (u: number): number => {
    const x = standardised(u)
    return 0.5 * sd * exp(0.5 * (x - u) * (x + u))
  }
  return {
    support: { low: 0, high: Infinity },
    logDensityAt: (u) => -HALF_LOG_TWO_PI - 0.5 * u * u,
    gradientAt: (u) => -u,
    constrain: (u) => sd * standardised(u),
    constrainDerivative: derivative,
    unconstrain: (x) => unconstrained(x / sd),
    centre: 0,
    scale: 1,
    sampleUnconstrained: (generator) => generator.normal(),
  }
}

function standardised(u: number): number {
  if (u >= SMALL_U) return -normalQuantile(0.5 * normalCdf(-u))
  const x = SLOPE_AT_ZERO * normalCdf(u)
  return x + (x * x * x) / 6
}

function unconstrained(x: number): number {
  if (x >= SMALL_X) return -normalQuantile(2 * normalCdf(-x))
  return normalQuantile((x - (x * x * x) / 6) / SLOPE_AT_ZERO)
}
