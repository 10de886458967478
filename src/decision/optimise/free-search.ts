// Spectral projected gradient over spend paths. Source: Birgin, Martínez and Raydan (2000), "Nonmonotone Spectral Projected Gradient Methods
// on Convex Sets".

import type { PathReward } from './free-objective.js'
import type { PathLimits, SpendPaths } from './spend-projection.js'
import { bestSplit } from '../budget/best-split.js'
import { projectPaths } from './spend-projection.js'
import { withinRamps } from './ramp-limits.js'

/** What is maximised: expected reward less the price of money, within limits. */
export interface FreeProblem {
  readonly rewards: readonly PathReward[]
  readonly limits: PathLimits
  /** What money costs in units of the reward: 0 where the total is given. */
  readonly price: number
  /** Largest change between neighbouring periods by channel, money; null without such limits. */
  readonly ramps: Float64Array | null
  /** Typical money a period by channel; above 0: the scale on which steps are taken. */
  readonly scale: Float64Array
}

export interface FreePoint {
  readonly paths: SpendPaths
  /** Reward less the price of money. */
  readonly score: number
  /** Its gradient, by channel and period. */
  readonly gradient: SpendPaths
}

/** Scores may fall below the best of this many last ones by a step, which lets long steps through. */
const MEMORY = 6
/** Relative gain over `MEMORY` steps below which the search ends. */
const SETTLED = 1e-9

/** The score at given paths. */
export function freePoint({ rewards, price }: FreeProblem, paths: SpendPaths): FreePoint {
  return pointOf(paths, price, (c, gradient) => rewards[c].at(paths[c], gradient))
}

function pointOf(paths: SpendPaths, price: number, at: (channel: number, gradient: Float64Array) => number): FreePoint {
  let score = 0
  const gradient = paths.map((path, c) => {
    const own = new Float64Array(path.length)
    score += at(c, own)
    for (let t = 0; t < path.length; t++) {
      score -= price * path[t]
      own[t] -= price
    }
    return own
  })
  return { paths, score, gradient }
}

/**
 * Climbs from a feasible start; every point on the way is within the limits. Ends where steps no longer pay, or after `steps` of them.
 *
 * @param start within the limits.
 */
export function climb(problem: FreeProblem, start: SpendPaths, steps: number): FreePoint {
  let point = freePoint(problem, start)
  let best = point
  const recent = [point.score]
  let stepLength = initialStep(point)
  for (let step = 0; step < steps; step++) {
    const target = nearest(problem, moved(point.paths, point.gradient, problem, stepLength))
    const direction = target.map((path, c) => path.map((x, t) => x - point.paths[c][t]))
    const rise = inner(direction, point.gradient)
    if (!(rise > 1e-14 * Math.abs(best.score))) break
    const next = searched(problem, point, { direction, rise, floor: Math.min(...recent) })
    if (next === null) break
    stepLength = spectralStep(problem, point, next, stepLength)
    point = next
    if (point.score > best.score) best = point
    recent.push(point.score)
    if (recent.length > MEMORY) {
      const oldest = recent.shift()!
      if (best.score - oldest <= SETTLED * Math.abs(best.score)) break
    }
  }
  return best
}

/** A step that would move the steepest period by about half of its channel's scale. */
function initialStep({ gradient }: FreePoint): number {
  let steepest = 0
  for (const own of gradient) {
    const middle = own.reduce((sum, x) => sum + x, 0) / own.length
    for (const x of own) steepest = Math.max(steepest, Math.abs(x - middle), 1e-3 * Math.abs(x))
  }
  return steepest > 0 ? 0.5 / steepest : 1
}

function moved(paths: SpendPaths, gradient: SpendPaths, { scale }: FreeProblem, length: number): Float64Array[] {
  return paths.map((path, c) => path.map((x, t) => x + length * scale[c] * gradient[c][t]))
}

/** The nearest paths within all limits; with ramps, near ones. */
export function nearest(
  { limits, scale, ramps }: Pick<FreeProblem, 'limits' | 'scale' | 'ramps'>,
  wanted: SpendPaths,
): SpendPaths {
  const flat = projectPaths(wanted, scale, limits)
  return ramps === null
    ? flat
    : withinRamps(wanted, { ramps, allowed: limits.allowed, project: (paths) => projectPaths(paths, scale, limits) })
}

interface Ascent {
  readonly direction: SpendPaths
  /** Derivative of the score along the direction. */
  readonly rise: number
  /** The lowest of the last scores. */
  readonly floor: number
}

/** A point along a direction that gains enough; null where none does. */
function searched(problem: FreeProblem, point: FreePoint, { direction, rise, floor }: Ascent): FreePoint | null {
  for (let share = 1; share > 1e-8; share *= 0.4) {
    const paths = point.paths.map((path, c) => path.map((x, t) => Math.max(0, x + share * direction[c][t])))
    const next = freePoint(problem, paths)
    if (next.score >= floor + 1e-4 * share * rise) return next
  }
  return null
}

/** Barzilai and Borwein's step: the inverse curvature along the last move, in the metric of the scales. */
function spectralStep({ scale }: FreeProblem, before: FreePoint, after: FreePoint, last: number): number {
  let length = 0
  let bend = 0
  after.paths.forEach((path, c) => {
    for (let t = 0; t < path.length; t++) {
      const move = path[t] - before.paths[c][t]
      length += (move * move) / scale[c]
      bend -= move * (after.gradient[c][t] - before.gradient[c][t])
    }
  })
  return bend > 0 && length > 0 ? Math.min(Math.max(length / bend, 1e-3 * last), 1e3 * last) : 2 * last
}

function inner(a: SpendPaths, b: SpendPaths): number {
  return a.reduce((sum, path, c) => sum + path.reduce((own, x, t) => own + x * b[c][t], 0), 0)
}

/**
 * What no paths within the limits can exceed a point's score by: on the concave envelope of the reward, the most that its tangent allows. Ramps
 * are left out of account, which can only raise it.
 */
export function gapAt({ rewards, limits, price }: FreeProblem, { paths, score }: FreePoint): number {
  const envelope = pointOf(paths, price, (c, gradient) => rewards[c].envelopeAt(paths[c], gradient))
  const { total, isExact, allowed } = limits
  const most = envelope.gradient.map((own, c) =>
    own.reduce((best, x, t) => (allowed[c][t] === 1 ? Math.max(best, x) : best), -Infinity),
  )
  const lines = most.map((rate, c) => {
    const { low, high } = limits.limits.channels[c]
    const top = Math.min(high, total)
    const end = Math.max(top, low, 1e-300)
    const slope = Number.isFinite(rate) ? rate : 0
    return {
      spend: 1,
      low: Math.min(low, end),
      high: end,
      reward: { x: Float64Array.of(0, end), y: Float64Array.of(0, slope * end), slope: Float64Array.of(slope, slope) },
    }
  })
  const goal = isExact
    ? ({ goal: 'budget', amount: total } as const)
    : ({ goal: 'cap', amount: total, price: 0 } as const)
  const split = bestSplit(lines, goal, limits.limits.groups)
  if (split === null) return 0
  return Math.max(0, envelope.score - score + split.score + split.gap - inner(envelope.gradient, paths))
}
