import { findRoot } from '../../numeric/solve/root.js'
import type { Knots } from './knots.js'
import { valueAt } from './knots.js'

/** Share of the greatest profit that may be missing for a spend to count as near-optimal. */
const NEAR = 0.01

/**
 * Multiples about profit-max at which profit stays within 1 % of its greatest value: one interval, cut at the curve's end.
 *
 * @param gain as for `curvePoints`.
 * @param profitMax multiple of the greatest profit; where that profit isn't positive the interval is the point itself.
 */
export function nearOptimalRange(gain: Knots, spend: number, profitMax: number): readonly [number, number] {
  const { x, y } = gain
  const profit = (multiple: number): number => valueAt(gain, multiple) - spend * multiple
  const floor = (1 - NEAR) * profit(profitMax)
  if (!(floor > 0)) return [profitMax, profitMax]
  const missing = (i: number): boolean => y[i] - spend * x[i] < floor
  const end = (low: number, high: number): number =>
    findRoot((multiple) => profit(multiple) - floor, low, high, 1e-13 * high)
  let below = 0
  for (let i = 0; i < x.length && x[i] < profitMax; i++) if (missing(i)) below = i
  const low = end(x[below], Math.min(profitMax, x[below + 1]))
  const above = x.findIndex((multiple, i) => multiple > profitMax && missing(i))
  return [low, above < 0 ? x[x.length - 1] : end(Math.max(profitMax, x[above - 1]), x[above])]
}
