import type { Knots } from './knots.js'
import { slopeCoefficients } from './knots.js'

/** Money that spend brings after variable cost, as a function of the multiple of today's spend: known at knots, exact in between. */
export interface GainCurve {
  /** From multiple 0, where the gain is 0, to the largest multiple. */
  readonly knots: Knots
  /** Fills `out` with gain and derivative at a multiple. */
  readonly exact: (multiple: number, out: Float64Array) => void
  /** Money spent at multiple 1; above 0. */
  readonly spend: number
}

/** Cells are split no further than this share of their multiple. */
const FINEST_CELL = 1e-3

/**
 * The knots, and exact points in between wherever a cell may hide a maximum of profit or ROI better than those in sight.
 *
 * A cell is split where its derivative can't be monotone (the secant lies outside the derivatives at its ends, or the cubic's derivative peaks
 * above the spend) and where it could matter: gain is taken to be monotone, so profit inside a cell is at most the larger gain less the
 * smaller spend. Curves of one smooth bend need no point at all.
 */
export function insertHidden({ knots, exact, spend }: GainCurve): Knots {
  const x = Array.from(knots.x)
  const y = Array.from(knots.y)
  const slope = Array.from(knots.slope)
  const out = new Float64Array(2)
  const best = { profit: 0, ratio: slope[0] / spend }
  const see = (i: number): void => {
    best.profit = Math.max(best.profit, y[i] - spend * x[i])
    best.ratio = Math.max(best.ratio, y[i] / (spend * x[i]))
  }
  for (let i = 1; i < x.length; i++) see(i)
  for (let i = 0; i + 1 < x.length;) {
    if (!mayHide({ x, y, slope }, i, spend, best)) {
      i++
      continue
    }
    const middle = 0.5 * (x[i] + x[i + 1])
    exact(middle, out)
    x.splice(i + 1, 0, middle)
    y.splice(i + 1, 0, out[0])
    slope.splice(i + 1, 0, out[1])
    see(i + 1)
  }
  if (x.length === knots.x.length) return knots
  return { x: Float64Array.from(x), y: Float64Array.from(y), slope: Float64Array.from(slope) }
}

interface OpenKnots {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly slope: readonly number[]
}

/** Whether the derivative isn't monotone inside a cell that could hold more profit, a higher ratio, or profit at all. */
function mayHide(
  { x, y, slope }: OpenKnots,
  i: number,
  spend: number,
  best: { readonly profit: number; readonly ratio: number },
): boolean {
  const width = x[i + 1] - x[i]
  if (width <= FINEST_CELL * Math.max(x[i + 1], FINEST_CELL)) return false
  const most = Math.max(y[i], y[i + 1])
  const crossesZero = most >= spend * x[i] && y[i + 1] < spend * x[i + 1]
  if (most - spend * x[i] <= best.profit && most <= best.ratio * spend * x[i] && !crossesZero) return false
  const secant = (y[i + 1] - y[i]) / width
  const low = Math.min(slope[i], slope[i + 1])
  const high = Math.max(slope[i], slope[i + 1])
  const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high))
  if (secant < low - slack || secant > high + slack) return true
  return high <= spend && steepest({ x, y, slope }, i) > spend
}

/** Greatest derivative of the cubic inside a cell, where it isn't at an end. */
function steepest(knots: OpenKnots, i: number): number {
  const cell = (values: readonly number[]): Float64Array => Float64Array.of(values[i], values[i + 1])
  const { start, bend, curvature } = slopeCoefficients(
    { x: cell(knots.x), y: cell(knots.y), slope: cell(knots.slope) },
    0,
  )
  const t = -bend / (2 * curvature)
  return curvature < 0 && t > 0 && t < 1 ? start + t * (bend + t * curvature) : -Infinity
}
