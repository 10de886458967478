// Branch and bound over water filling. Reference: roi-and-profit.md, 6.3.

import type { BudgetChannel } from './best-response.js'
import type { Box, GroupLimit, Relaxation, SplitGoal, SplitProblem } from './split-problem.js'
import { prepareReward } from './best-response.js'
import { relax } from './relaxation.js'

/** The best split found, and what a better one could still bring. */
export interface Split {
  /** Multiple of today's spend by channel. */
  readonly multiples: Float64Array
  /** Reward, minus money, or reward less the price of money, as the goal wants more of it. */
  readonly score: number
  /** No split scores more than `score + gap`; 0 where this one is proven best. */
  readonly gap: number
  /** Reward of the last unit of money. */
  readonly price: number
  /** The same inside each group: another price where the group's own limit binds. */
  readonly groupPrices: readonly number[]
}

/** Differences below this share of the score count as none. */
const TOLERANCE = 1e-10
const LARGEST_TREE = 3000

/**
 * The most reward for exactly a budget, the least money for at least a target, or the most reward less a price of money up to a ceiling; each
 * channel within its bounds, each group of channels within its own.
 *
 * Exact for S-shaped and pulsed curves too: where a channel ends on the line across a convex stretch of its curve, the problem is split
 * there in two, each with its own, tighter envelope, until the bound meets the best split found.
 *
 * @param channels at least one; rewards of any shape, in one unit.
 * @param groups limits on the money of several channels; no channel in two. @defaultValue none
 * @returns null where the limits can't meet the goal.
 * @example bestSplit(channels, { goal: 'budget', amount: 150 })?.multiples
 */
export function bestSplit(
  channels: readonly BudgetChannel[],
  goal: SplitGoal,
  groups: readonly GroupLimit[] = [],
): Split | null {
  const problem = { channels: channels.map(prepareReward), groups }
  const root = nodeOf(problem, goal, {
    low: Float64Array.from(channels, ({ low }) => low),
    high: Float64Array.from(channels, ({ high }) => high),
  })
  if (root === null) return null
  const open: Node[] = [root]
  let best = root.relaxation
  for (let size = 1; size < LARGEST_TREE && open.length > 0; size += 2) {
    open.sort((a, b) => a.relaxation.bound - b.relaxation.bound)
    const node = open[open.length - 1]
    if (node.relaxation.bound - best.score <= TOLERANCE * Math.abs(best.score)) break
    open.pop()
    for (const box of branch(node)) {
      const child = nodeOf(problem, goal, box)
      if (child === null) continue
      if (child.relaxation.score > best.score) best = child.relaxation
      open.push(child)
    }
  }
  const bound = open.reduce((most, { relaxation }) => Math.max(most, relaxation.bound), best.score)
  const gap = bound - best.score <= TOLERANCE * Math.abs(best.score) ? 0 : bound - best.score
  const { multiples, score, price, groupPrices } = best
  return { multiples, score, gap, price, groupPrices }
}

interface Node {
  readonly box: Box
  readonly relaxation: Relaxation
}

function nodeOf(problem: SplitProblem, goal: SplitGoal, box: Box): Node | null {
  const relaxation = relax(problem, goal, box)
  return relaxation === null ? null : { box, relaxation }
}

/** The two halves of a node's box about the channel that lies on its line; none where no channel does. */
function branch({ box, relaxation }: Node): Box[] {
  if (relaxation.partial === null) return []
  const { channel, multiple } = relaxation.partial
  const low = box.low[channel]
  const high = box.high[channel]
  const margin = 0.01 * (high - low)
  if (margin <= 1e-12 * high) return []
  const at = Math.min(high - margin, Math.max(low + margin, multiple))
  return [
    { low: box.low, high: replaced(box.high, channel, at) },
    { low: replaced(box.low, channel, at), high: box.high },
  ]
}

function replaced(values: Float64Array, index: number, value: number): Float64Array {
  const out = values.slice()
  out[index] = value
  return out
}
