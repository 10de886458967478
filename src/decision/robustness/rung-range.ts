import type { Rung, RungFigures, RungRange, RobustnessStudy } from '../../fit/robustness/robustness.js'
import type { Estimate } from '../estimate.js'

/** Part of the interval's width over which estimates may spread before the choice of the model counts. */
const MOST_SPREAD = 0.5

/**
 * How far one answer moves over the rungs.
 *
 * It depends on the choice that was varied where some variant's estimate lies outside the answer's own interval of nine in ten cases, or the
 * estimates spread over more than half of its width: the interval claims to hold what is unknown, and one that counted in the choice among
 * models that describe the same data would be wider by a tenth or more. Smaller movements are covered by the interval, and far above what
 * short chains add by chance.
 *
 * @param main the answer that the variants are held against.
 * @param own the same answer in every rung, the model as it stands first.
 */
export function rungRange(
  main: RungFigures,
  own: readonly { readonly rung: Rung; readonly figures: RungFigures }[],
  measure: RobustnessStudy['measure'],
): RungRange {
  const of = (figures: RungFigures): Estimate => figures.return ?? figures.share
  const estimate = of(main)
  const counted = own.filter(({ rung }) => rung.status === 'counted' || rung.status === 'preferred')
  const means = counted.map(({ figures }) => of(figures).mean)
  const variants = counted
    .filter(({ rung }) => rung.id !== asSpecified)
    .map(({ rung, figures }) => ({ id: rung.id, label: rung.label, mean: of(figures).mean }))
  const byDistance = variants.toSorted((a, b) => Math.abs(b.mean - estimate.mean) - Math.abs(a.mean - estimate.mean))
  const outside = byDistance.filter(({ mean }) => mean < estimate.q05 || mean > estimate.q95)
  const low = Math.min(estimate.mean, ...means)
  const high = Math.max(estimate.mean, ...means)
  return {
    name: main.name,
    measure: main.return === null ? 'share' : measure,
    estimate,
    low,
    high,
    farthest: byDistance[0] ?? null,
    outside,
    dependent: outside.length > 0 || high - low > MOST_SPREAD * (estimate.q95 - estimate.q05),
  }
}

/** Id of the first rung: the model as it stands. */
export const asSpecified = 'as-specified'
