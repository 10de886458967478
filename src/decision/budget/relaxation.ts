// Water filling on concave envelopes: one price of money for all channels. Reference: roi-and-profit.md, 6.1 and 6.3.

import { findRoot } from '../../numeric/solve/root.js'
import type { PreparedReward } from './best-response.js'
import { bestResponse, rewardAt } from './best-response.js'

/** `budget`: the most reward for exactly `amount` money. `target`: the least money for at least `amount` reward. */
export interface SplitGoal {
  readonly goal: 'budget' | 'target'
  readonly amount: number
}

/** Bounds on every channel's multiple. */
export interface Box {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** A split inside the bounds that meets the goal, and how much better any could be. Scores are reward, or minus money: more is better. */
export interface Relaxation {
  readonly multiples: Float64Array
  readonly score: number
  /** No split inside the bounds scores more. */
  readonly bound: number
  /** The channel that lies on its envelope's line and where, or null where none does. */
  readonly partial: { readonly channel: number; readonly multiple: number } | null
  /** Reward of the last unit of money. */
  readonly price: number
}

/**
 * Splits money at one price for all channels, along the concave envelopes of their curves; null where the bounds can't meet the goal.
 *
 * Channels that jump at the final price are filled one after the other, the largest jump first; at most one ends part of the way, on
 * the line that its envelope draws across a convex stretch, where the curve itself lies below.
 */
export function relax(channels: readonly PreparedReward[], { goal, amount }: SplitGoal, box: Box): Relaxation | null {
  const meter = goal === 'budget' ? costOf : rewardOf
  const slack = 1e-12 * Math.max(Math.abs(amount), Math.abs(meter(channels, box.high)))
  if (meter(channels, box.low) > amount + slack) {
    return goal === 'budget' ? null : settled(channels, box.low)
  }
  const priced = (price: number): Float64Array =>
    Float64Array.from(channels, (channel, c) => bestResponse(channel, price, box.low[c], box.high[c]))
  const least = priced(goal === 'target' ? 0 : -largestPrice(channels))
  if (meter(channels, least) < amount - slack) return null
  const { cheap, dear } = bracketPrice((price) => meter(channels, priced(price)) >= amount, channels)
  const low = priced(dear)
  const filled = fill({ channels, goal, amount }, low, priced(cheap))
  const surplus = rewardOf(channels, low) - dear * costOf(channels, low)
  const cost = costOf(channels, filled.multiples)
  const score = goal === 'budget' ? rewardOf(channels, filled.multiples) : -cost
  const bound = goal === 'budget' ? surplus + dear * amount : -(amount - surplus) / dear
  return { ...filled, score, bound: Math.max(bound, score), price: dear }
}

export function costOf(channels: readonly PreparedReward[], multiples: Float64Array): number {
  return channels.reduce((sum, { spend }, c) => sum + spend * multiples[c], 0)
}

export function rewardOf(channels: readonly PreparedReward[], multiples: Float64Array): number {
  return channels.reduce((sum, channel, c) => sum + rewardAt(channel, multiples[c]), 0)
}

/** All channels at their lower bounds already meet a target. */
function settled(channels: readonly PreparedReward[], multiples: Float64Array): Relaxation {
  const score = -costOf(channels, multiples)
  return { multiples: multiples.slice(), score, bound: score, partial: null, price: 0 }
}

/** A price at which no channel takes more than it must; minus it, one at which each takes all it may. */
function largestPrice(channels: readonly PreparedReward[]): number {
  let largest = 0
  for (const { spend, start, bend, curvature } of channels) {
    for (let i = 0; i < start.length; i++) {
      const steepest = Math.abs(start[i]) + Math.abs(bend[i]) + Math.abs(curvature[i])
      largest = Math.max(largest, steepest / spend)
    }
  }
  return 2 * largest + 1
}

/** Two neighbouring prices: at `cheap` the meter reads enough, at `dear` it doesn't. */
function bracketPrice(
  enough: (price: number) => boolean,
  channels: readonly PreparedReward[],
): { readonly cheap: number; readonly dear: number } {
  const largest = largestPrice(channels)
  let cheap = enough(0) ? 0 : -largest
  let dear = cheap === 0 ? largest : 0
  for (let step = 0; step < 200; step++) {
    // Prices span many powers of ten where a curve starts steeply: halve the ratio, not the difference.
    const middle = cheap > 0 && dear > 2 * cheap ? Math.sqrt(cheap * dear) : 0.5 * (cheap + dear)
    if (middle <= cheap || middle >= dear || dear - cheap <= 1e-15 * dear) break
    if (enough(middle)) cheap = middle
    else dear = middle
  }
  return { cheap, dear }
}

/** Raises channels from `low` towards `high`, the largest first, until the meter reads `amount`. */
function fill(
  problem: SplitGoal & { readonly channels: readonly PreparedReward[] },
  low: Float64Array,
  high: Float64Array,
): Pick<Relaxation, 'multiples' | 'partial'> {
  const { channels, goal, amount } = problem
  const reading = (c: number, multiple: number): number =>
    goal === 'budget' ? channels[c].spend * multiple : rewardAt(channels[c], multiple)
  const multiples = low.slice()
  const jump = channels.map((_, c) => reading(c, high[c]) - reading(c, low[c]))
  const order = channels.map((_, c) => c).filter((c) => jump[c] > 0)
  order.sort((a, b) => jump[b] - jump[a])
  let missing = amount - (goal === 'budget' ? costOf(channels, low) : rewardOf(channels, low))
  let partial: Relaxation['partial'] = null
  for (const c of order) {
    if (missing <= 0) break
    if (jump[c] <= missing) {
      multiples[c] = high[c]
      missing -= jump[c]
      continue
    }
    const wanted = reading(c, low[c]) + missing
    multiples[c] =
      goal === 'budget'
        ? Math.min(high[c], wanted / channels[c].spend)
        : firstReaching(channels[c], wanted, low[c], high[c])
    partial = { channel: c, multiple: multiples[c] }
    missing = 0
  }
  return { multiples, partial }
}

/** A multiple at which a channel's reward reaches `wanted`, which it doesn't at `low` and does at `high`. */
function firstReaching(channel: PreparedReward, wanted: number, low: number, high: number): number {
  const lacking = (multiple: number): number => wanted - rewardAt(channel, multiple)
  return lacking(low) > 0 && lacking(high) < 0 ? findRoot(lacking, low, high, 1e-15) : high
}
