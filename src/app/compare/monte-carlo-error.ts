import type { Fit } from '../../fit/fit.js'
import { meanEss } from '../../inference/diagnose/convergence.js'
import { standardDeviation } from '../../numeric/stats/summary.js'

/**
 * Standard error of the mean of a figure because its draws are finite: their standard deviation over the root of their effective number. Draws
 * of chains count by their autocorrelation, those of other methods one each.
 *
 * @param figure a value a draw from which a fit answers: all, or evenly spaced ones, chain after chain.
 */
export function monteCarloError(figure: Float64Array, { draws, method }: Pick<Fit, 'draws' | 'method'>): number {
  const own = figure.length
  const effective = method === 'bayes' ? meanEss(chainsOf(figure, draws)) : own
  return standardDeviation(figure) / Math.sqrt(effective > 0 ? effective : own)
}

/** A figure's draws by the chain that they come from, all as long as the shortest. */
function chainsOf(figure: Float64Array, { count, chains }: Fit['draws']): Float64Array[] {
  const parts = Array.from({ length: chains }, (): number[] => [])
  figure.forEach((value, d) => {
    const source = Math.floor(((d + 0.5) * count) / figure.length)
    parts[Math.floor((source * chains) / count)].push(value)
  })
  const length = Math.min(...parts.map((part) => part.length))
  return parts.map((part) => Float64Array.from(part.slice(0, length)))
}
