import type { GainCurve } from './curve-points.js'
import { valueAt } from './knots.js'
import { refineRoot } from './refine-root.js'

/** Share of the greatest profit that may be missing for a spend to count as near-optimal. */
const NEAR = 0.01

/**
 * Multiples about profit-max at which profit stays within 1 % of its greatest value: one interval, cut at the curve's end.
 *
 * @param profitMax multiple of the greatest profit; where that profit isn't positive the interval is the point itself.
 */
export function nearOptimalRange(curve: GainCurve, profitMax: number): readonly [number, number] {
  const out = new Float64Array(2)
  const exact = (multiple: number): number => {
    curve.exact(multiple, out)
    return out[0] - curve.spend * multiple
  }
  const near = (multiple: number): number => valueAt(curve.knots, multiple) - curve.spend * multiple
  const { x, y } = curve.knots
  const floor = (1 - NEAR) * exact(profitMax)
  if (!(floor > 0)) return [profitMax, profitMax]
  const missing = (i: number): boolean => y[i] - curve.spend * x[i] < floor
  let below = 0
  for (let i = 0; i < x.length && x[i] < profitMax; i++) if (missing(i)) below = i
  const low = refineRoot({
    exact: (multiple) => floor - exact(multiple),
    near: (multiple) => floor - near(multiple),
    low: x[below],
    high: Math.min(profitMax, x[below + 1]),
  })
  const above = x.findIndex((multiple, i) => multiple > profitMax && missing(i))
  if (above < 0) return [low, x[x.length - 1]]
  const high = refineRoot({
    exact: (multiple) => exact(multiple) - floor,
    near: (multiple) => near(multiple) - floor,
    low: Math.max(profitMax, x[above - 1]),
    high: x[above],
  })
  return [low, high]
}
