import type { PriorInterval } from '../../model/identify/prior-beliefs.js'
import { log, pow } from '../../numeric/special/exp-log.js'
import { normalQuantile } from '../../numeric/special/normal.js'
import { quantile } from '../../numeric/stats/summary.js'

/** Contraction from the prior below which a channel's effect is called prior-driven. */
const LITTLE = 0.3

/**
 * Contraction of a channel's effect from its prior: 1 - variance of the draws / variance of the prior, both on the log scale and taken from
 * the 5 % and 95 % quantiles, which heavy tails don't move. 0 where the data say nothing; below 0 where draws spread further than the
 * prior. On the natural scale where an effect may be negative.
 *
 * @param draws share of the outcome that the channel causes, a value a draw.
 * @param prior of the same share.
 */
export function contraction(draws: Float64Array, prior: Pick<PriorInterval, 'q05' | 'q95'>): number {
  const posterior = { q05: quantile(draws, 0.05), q95: quantile(draws, 0.95) }
  const positive = posterior.q05 > 0 && prior.q05 > 0
  const width = ({ q05, q95 }: { readonly q05: number; readonly q95: number }): number =>
    positive ? log(q95) - log(q05) : q95 - q05
  const ratio = width(posterior) / width(prior)
  return 1 - ratio * ratio
}

/** Whether the data have hardly moved a channel's effect from its prior. */
export function isPriorDriven(draws: Float64Array, prior: Pick<PriorInterval, 'q05' | 'q95'>): boolean {
  return contraction(draws, prior) < LITTLE
}

/** The range that holds 99 % of a prior given by its 5 % and 95 % quantiles: log-normal where it is positive, else normal. */
export function priorEdges({ q05, q95 }: Pick<PriorInterval, 'q05' | 'q95'>): readonly [number, number] {
  const reach = normalQuantile(0.995) / normalQuantile(0.95)
  if (!(q05 > 0)) {
    const half = 0.5 * (q95 - q05) * reach
    return [0.5 * (q05 + q95) - half, 0.5 * (q05 + q95) + half]
  }
  const middle = Math.sqrt(q05) * Math.sqrt(q95)
  const factor = pow(q95 / middle, reach)
  return [middle / factor, middle * factor]
}
