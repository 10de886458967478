import type { Knots } from '../analysis/knots.js'
import { cellOf, slopeCoefficients, withGentleStart } from '../analysis/knots.js'

/** One channel of a budget: what multiples of today's spend are expected to bring, and the bounds on the multiple. */
export interface BudgetChannel {
  /** Money at multiple 1; above 0. */
  readonly spend: number
  /** Reward (any unit) against the multiple; from 0 at multiple 0. */
  readonly reward: Knots
  readonly low: number
  readonly high: number
}

/** A channel's reward cubic by cubic, so that its best multiple at a price is found in closed form. */
export interface PreparedReward {
  readonly spend: number
  readonly knots: Knots
  /** The derivative in cell i is start[i] + bend[i] t + curvature[i] t^2, t from 0 to 1 across the cell. */
  readonly start: Float64Array
  readonly bend: Float64Array
  readonly curvature: Float64Array
}

export function prepareReward({ spend, reward }: Pick<BudgetChannel, 'spend' | 'reward'>): PreparedReward {
  const knots = withGentleStart(reward)
  const cells = Array.from({ length: knots.x.length - 1 }, (_, cell) => slopeCoefficients(knots, cell))
  return {
    spend,
    knots,
    start: Float64Array.from(cells, (cell) => cell.start),
    bend: Float64Array.from(cells, (cell) => cell.bend),
    curvature: Float64Array.from(cells, (cell) => cell.curvature),
  }
}

/**
 * The multiple in [low, high] that maximises reward - price x spend: where the line of slope `price` touches the concave envelope.
 *
 * @param price reward that one unit of money must bring; any sign.
 */
export function bestResponse(prepared: PreparedReward, price: number, low: number, high: number): number {
  const { knots, spend, start, bend, curvature } = prepared
  const rate = price * spend
  let best = low
  let most = rewardAt(prepared, low) - rate * low
  const end = rewardAt(prepared, high) - rate * high
  if (end > most) {
    best = high
    most = end
  }
  const { x } = knots
  for (let cell = cellOf(x, low); cell + 1 < x.length && x[cell] < high; cell++) {
    const t = fallingRoot(start[cell] - rate, bend[cell], curvature[cell])
    if (!(t > 0 && t <= 1)) continue
    const multiple = x[cell] + t * (x[cell + 1] - x[cell])
    if (multiple <= low || multiple >= high) continue
    const score = inCell(prepared, cell, t) - rate * multiple
    if (score > most) {
      best = multiple
      most = score
    }
  }
  return best
}

/** Reward at a multiple. */
export function rewardAt(prepared: PreparedReward, multiple: number): number {
  const { x } = prepared.knots
  const cell = cellOf(x, multiple)
  return inCell(prepared, cell, (multiple - x[cell]) / (x[cell + 1] - x[cell]))
}

/** The integral of the derivative from the cell's left knot; from the right one past the middle, so both knots are met exactly. */
function inCell({ knots, start, bend, curvature }: PreparedReward, cell: number, t: number): number {
  const width = knots.x[cell + 1] - knots.x[cell]
  if (t <= 0.5) return knots.y[cell] + width * t * (start[cell] + t * (bend[cell] / 2 + (t * curvature[cell]) / 3))
  const s = 1 - t
  const end = start[cell] + bend[cell] + curvature[cell]
  const endBend = bend[cell] + 2 * curvature[cell]
  return knots.y[cell + 1] - width * s * (end - s * (endBend / 2 - (s * curvature[cell]) / 3))
}

/** Root of c + b t + a t^2 at which it falls; NaN without one. */
function fallingRoot(c: number, b: number, a: number): number {
  const discriminant = b * b - 4 * a * c
  if (!(discriminant >= 0)) return NaN
  const root = Math.sqrt(discriminant)
  return b > 0 ? (-b - root) / (2 * a) : (2 * c) / (root - b)
}
