import { createGenerator } from '../../numeric/random/generator.js'
import { exp } from '../../numeric/special/exp-log.js'
import { paretoSmoothedWeights, reliableK } from '../diagnose/pareto-smoothed-weights.js'
import type { LogDensity } from '../log-density.js'

/** Draws of an approximation, what the target thinks of them, and how far they may be believed. */
export interface WeightedDraws {
  /** Indexed by [draw * dimension + coordinate]. */
  readonly points: Float64Array
  /** Log density of the target at each draw, up to its own constant; -Infinity outside its support. */
  readonly logDensity: Float64Array
  /** Log density of the approximation at each draw, constants included. */
  readonly logProposal: Float64Array
  /** Logarithms of importance weights that add up to 1, their tail smoothed. */
  readonly logWeights: Float64Array
  /** Pareto shape of the weights: the approximation is good below about 0.5; see `reliable`. */
  readonly k: number
  /** Draws from the target that the weighted draws are worth. */
  readonly ess: number
  /** Whether weighted averages may be believed: k below min(1 - 1 / log10 draws, 0.7). */
  readonly reliable: boolean
}

/**
 * Weighs draws of an approximation by the target.
 *
 * A draw where the target isn't a number weighs nothing. Where no draw has any weight, k is NaN and nothing may be believed.
 *
 * @param points indexed by [draw * dimension + coordinate], at least one draw.
 */
export function weighDraws(density: LogDensity, points: Float64Array, logProposal: Float64Array): WeightedDraws {
  const n = density.dimension
  const gradient = new Float64Array(n)
  const logDensity = logProposal.map((_, draw) => {
    const value = density.valueAndGradient(points.slice(draw * n, (draw + 1) * n), gradient)
    return value === value ? value : -Infinity
  })
  const { logWeights, k, ess } = paretoSmoothedWeights(logDensity.map((value, draw) => value - logProposal[draw]))
  return { points, logDensity, logProposal, logWeights, k, ess, reliable: k < reliableK(logProposal.length) }
}

/**
 * Draws with equal weights, taken from weighted ones with replacement, each as often as its weight says to within one.
 *
 * @param count draws wanted.
 * @returns points indexed by [draw * dimension + coordinate], in random order.
 * @example resampleDraws(laplace(density, options), { count: 1000, seed: 1 })
 */
export function resampleDraws(
  draws: WeightedDraws,
  options: { readonly count: number; readonly seed: number },
): Float64Array {
  const { count, seed } = options
  const { points, logWeights } = draws
  const n = points.length / logWeights.length
  const generator = createGenerator(seed, 'resample')
  const result = new Float64Array(count * n)
  const places = shuffled(count, generator.integer.bind(generator))
  const first = generator.uniform()
  let source = 0
  let below = exp(logWeights[0])
  for (let i = 0; i < count; i++) {
    const level = (i + first) / count
    while (below < level && source < logWeights.length - 1) below += exp(logWeights[++source])
    result.set(points.subarray(source * n, (source + 1) * n), places[i] * n)
  }
  return result
}

function shuffled(count: number, integer: (below: number) => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = integer(i + 1)
    const kept = order[i]
    order[i] = order[j]
    order[j] = kept
  }
  return order
}
