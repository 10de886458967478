// Water filling on concave envelopes: one price of money for all channels. Reference: roi-and-profit.md, 6.1 and 6.3.

import type { PreparedReward } from './best-response.js'
import type { SpendUnit } from './spend-unit.js'
import type { Box, PartialChannel, Relaxation, SplitGoal, SplitProblem } from './split-problem.js'
import { findRoot } from '../../numeric/solve/root.js'
import { rewardAt } from './best-response.js'
import { groupUnit, singleUnit } from './spend-unit.js'

/**
 * Splits money at one price for all channels, along the concave envelopes of their curves; null where the limits can't meet the goal.
 *
 * Channels that jump at the final price are filled one after the other, the largest jump first; at most one ends part of the way, on
 * the line that its envelope draws across a convex stretch, where the curve itself lies below. A group whose limit binds has a price of its
 * own, and one such channel of its own.
 */
export function relax(problem: SplitProblem, goal: SplitGoal, box: Box): Relaxation | null {
  const units = unitsOf(problem, box)
  if (units === null) return null
  const { channels } = problem
  const search: Search = { problem, units, goal, meter: goal.goal === 'target' ? rewardOf : costOf }
  const dearest = largestPrice(channels)
  if (goal.goal === 'cap') {
    const free = priced(search, goal.price)
    if (costOf(channels, free) <= goal.amount) return pricedOut(search, goal.price, free)
  }
  const least = priced(search, dearest)
  const most = priced(search, goal.goal === 'target' ? 0 : -dearest)
  const slack = 1e-12 * Math.max(Math.abs(goal.amount), Math.abs(search.meter(channels, most)))
  if (search.meter(channels, least) > goal.amount + slack) {
    return goal.goal === 'target' ? settled(search, dearest, least) : null
  }
  if (goal.goal !== 'cap' && search.meter(channels, most) < goal.amount - slack) return null
  return filledUp(search, dearest)
}

interface Search {
  readonly problem: SplitProblem
  readonly units: readonly SpendUnit[]
  readonly goal: SplitGoal
  readonly meter: (channels: readonly PreparedReward[], multiples: Float64Array) => number
}

export function costOf(channels: readonly PreparedReward[], multiples: Float64Array): number {
  return channels.reduce((sum, { spend }, c) => sum + spend * multiples[c], 0)
}

export function rewardOf(channels: readonly PreparedReward[], multiples: Float64Array): number {
  return channels.reduce((sum, channel, c) => sum + rewardAt(channel, multiples[c]), 0)
}

/** Every channel outside a group alone, then the groups; null where a group's limits contradict its members'. */
function unitsOf({ channels, groups }: SplitProblem, box: Box): SpendUnit[] | null {
  const grouped = new Set(groups.flatMap((group) => group.channels))
  const units: SpendUnit[] = []
  for (let c = 0; c < channels.length; c++) if (!grouped.has(c)) units.push(singleUnit(channels[c], c, box))
  for (const group of groups) {
    const unit = groupUnit(channels, group, box, relax)
    if (unit === null) return null
    units.push(unit)
  }
  return units
}

function priced({ problem, units }: Search, price: number): Float64Array {
  const multiples = new Float64Array(problem.channels.length)
  for (const unit of units) unit.respond(price, multiples)
  return multiples
}

/** What no split can exceed in reward - price x money, and the channel that lies on a line at that price. */
function surplusAt({ units, problem }: Search, price: number): { surplus: number; partial: PartialChannel | null } {
  const multiples = new Float64Array(problem.channels.length)
  let surplus = 0
  let partial: PartialChannel | null = null
  for (const unit of units) {
    const answer = unit.respond(price, multiples)
    surplus += answer.surplus
    partial ??= answer.partial
  }
  return { surplus, partial }
}

/** The split at a stated price, which no limit on the total changes. */
function pricedOut(search: Search, price: number, multiples: Float64Array): Relaxation {
  const { surplus, partial } = surplusAt(search, price)
  const { channels } = search.problem
  const score = rewardOf(channels, multiples) - price * costOf(channels, multiples)
  const groupPrices = groupPricesAt(search, price)
  return { multiples, score, bound: Math.max(surplus, score), partial, price, groupPrices }
}

/** The least that the limits allow already meets a target. */
function settled(search: Search, dearest: number, multiples: Float64Array): Relaxation {
  const score = -costOf(search.problem.channels, multiples)
  return { multiples, score, bound: score, partial: null, price: 0, groupPrices: groupPricesAt(search, dearest) }
}

function groupPricesAt({ units, problem }: Search, price: number): number[] {
  const multiples = new Float64Array(problem.channels.length)
  return units.filter(({ grouped }) => grouped).map((unit) => unit.respond(price, multiples).price)
}

/** The split at the price where the goal is met. */
function filledUp(search: Search, dearest: number): Relaxation {
  const { problem, goal, meter } = search
  const { channels } = problem
  const start = goal.goal === 'cap' ? goal.price : null
  const { cheap, dear } = bracketPrice((price) => meter(channels, priced(search, price)) >= goal.amount, dearest, start)
  const low = priced(search, dear)
  const filled = fill(search, low, priced(search, cheap))
  const { surplus, partial } = surplusAt(search, dear)
  const scored = (multiples: Float64Array): number => {
    if (goal.goal === 'target') return -costOf(channels, multiples)
    const charge = goal.goal === 'cap' ? goal.price * costOf(channels, multiples) : 0
    return rewardOf(channels, multiples) - charge
  }
  // A ceiling needn't be reached: where a curve is convex, stopping short of it may be better than half a jump.
  const short = goal.goal === 'cap' && scored(low) > scored(filled.multiples)
  const multiples = short ? low : filled.multiples
  const bound =
    goal.goal === 'target'
      ? -(goal.amount - surplus) / dear
      : surplus + dear * goal.amount - (goal.goal === 'cap' ? goal.price * goal.amount : 0)
  const score = scored(multiples)
  const groupPrices = groupPricesAt(search, dear)
  return {
    multiples,
    score,
    bound: Math.max(bound, score),
    partial: filled.partial ?? partial,
    price: dear,
    groupPrices,
  }
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

/** Two neighbouring prices: at `cheap` the meter reads enough, at `dear` it doesn't. From `start`, where it is enough, or found out. */
function bracketPrice(
  enough: (price: number) => boolean,
  largest: number,
  start: number | null,
): { readonly cheap: number; readonly dear: number } {
  let cheap = start ?? (enough(0) ? 0 : -largest)
  let dear = cheap < 0 && start === null ? 0 : Math.max(largest, cheap)
  for (let step = 0; step < 200; step++) {
    // Prices span many powers of ten where a curve starts steeply: halve the ratio, not the difference.
    const middle = cheap > 0 && dear > 2 * cheap ? Math.sqrt(cheap * dear) : 0.5 * (cheap + dear)
    if (middle <= cheap || middle >= dear || dear - cheap <= 1e-15 * dear) break
    if (enough(middle)) cheap = middle
    else dear = middle
  }
  return { cheap, dear }
}

/** Raises units from `low` towards `high`, the largest first, until the meter reads the goal's amount. */
function fill(search: Search, low: Float64Array, high: Float64Array): Pick<Relaxation, 'multiples' | 'partial'> {
  const { problem, units, goal, meter } = search
  const { channels } = problem
  const reading = ({ members }: SpendUnit, multiples: Float64Array): number =>
    members.reduce((sum, c) => sum + readingOf(goal, channels[c], multiples[c]), 0)
  const multiples = low.slice()
  const jumps = units.map((unit) => ({ unit, jump: reading(unit, high) - reading(unit, low) }))
  const order = jumps.filter(({ jump }) => jump > 0).sort((a, b) => b.jump - a.jump)
  let missing = goal.amount - meter(channels, low)
  let partial: Relaxation['partial'] = null
  for (const { unit, jump } of order) {
    if (missing <= 0) break
    if (jump <= missing) {
      for (const c of unit.members) multiples[c] = high[c]
      missing -= jump
      continue
    }
    const amount = reading(unit, low) + missing
    partial = unit.grouped
      ? fillGroup(unit, { goal: goal.goal, amount, jump, missing }, { low, high }, multiples)
      : fillOne(channels[unit.members[0]], unit.members[0], { goal, wanted: amount, box: { low, high } }, multiples)
    missing = 0
  }
  return { multiples, partial }
}

function readingOf({ goal }: SplitGoal, channel: PreparedReward, multiple: number): number {
  return goal === 'target' ? rewardAt(channel, multiple) : channel.spend * multiple
}

interface OneFill {
  readonly goal: SplitGoal
  readonly wanted: number
  readonly box: Box
}

function fillOne(
  channel: PreparedReward,
  place: number,
  { goal, wanted, box }: OneFill,
  multiples: Float64Array,
): PartialChannel {
  multiples[place] =
    goal.goal === 'target'
      ? firstReaching(channel, wanted, box.low[place], box.high[place])
      : Math.min(box.high[place], wanted / channel.spend)
  return { channel: place, multiple: multiples[place] }
}

interface GroupFill {
  readonly goal: SplitGoal['goal']
  readonly amount: number
  readonly jump: number
  readonly missing: number
}

/** A group part of the way: split anew for what it may still take; a jump within rounding is shared out evenly. */
function fillGroup(
  unit: SpendUnit,
  { goal, amount, jump, missing }: GroupFill,
  { low, high }: Box,
  multiples: Float64Array,
): PartialChannel | null {
  const inner = jump > 1e-9 * Math.abs(amount) ? unit.split(goal === 'target' ? 'target' : 'budget', amount) : null
  unit.members.forEach((c, i) => {
    multiples[c] = inner === null ? low[c] + (missing / jump) * (high[c] - low[c]) : inner.multiples[i]
  })
  return inner?.partial ?? null
}

/** A multiple at which a channel's reward reaches `wanted`, which it doesn't at `low` and does at `high`. */
function firstReaching(channel: PreparedReward, wanted: number, low: number, high: number): number {
  const lacking = (multiple: number): number => wanted - rewardAt(channel, multiple)
  return lacking(low) > 0 && lacking(high) < 0 ? findRoot(lacking, low, high, 1e-15) : high
}
