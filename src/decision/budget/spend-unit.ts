import type { PreparedReward } from './best-response.js'
import type { Box, GroupLimit, PartialChannel, Relaxation, SplitGoal, SplitProblem } from './split-problem.js'
import { bestResponse, rewardAt } from './best-response.js'

/** What answers a price of money by itself: one channel, or a group of them with limits of its own. */
export interface SpendUnit {
  readonly members: readonly number[]
  readonly grouped: boolean
  /** Writes the members' best multiples at a price; more money never at a higher price. */
  respond(price: number, multiples: Float64Array): UnitAnswer
  /** The group's own best split of an amount; null for one channel. `multiples` in the order of `members`, `partial` in channels. */
  split(goal: 'budget' | 'target', amount: number): Relaxation | null
}

export interface UnitAnswer {
  /** No split of the unit brings more in reward - price x money. */
  readonly surplus: number
  readonly partial: PartialChannel | null
  /** Price at which the members were filled: another than the one asked where a limit binds. */
  readonly price: number
}

export function singleUnit(channel: PreparedReward, place: number, { low, high }: Box): SpendUnit {
  return {
    members: [place],
    grouped: false,
    respond(price, multiples) {
      const multiple = bestResponse(channel, price, low[place], high[place])
      multiples[place] = multiple
      return { surplus: rewardAt(channel, multiple) - price * channel.spend * multiple, partial: null, price }
    },
    split: () => null,
  }
}

/** How a group is split by itself: `relax`, passed in because it is made of units. */
type Relax = (problem: SplitProblem, goal: SplitGoal, box: Box) => Relaxation | null

/**
 * A group of channels: free while the money that the price asks for lies within the limits, at its own price where one binds.
 *
 * @returns null where the limits contradict the members' bounds.
 */
export function groupUnit(
  channels: readonly PreparedReward[],
  limit: GroupLimit,
  box: Box,
  relax: Relax,
): SpendUnit | null {
  const members = limit.channels
  const problem = { channels: members.map((c) => channels[c]), groups: [] }
  const own = { low: pick(box.low, members), high: pick(box.high, members) }
  const ends = [own.low, own.high].map((values) =>
    problem.channels.reduce((sum, { spend }, i) => sum + spend * values[i], 0),
  )
  const rounding = 1e-12 * ends[1]
  if (limit.low > ends[1] + rounding || limit.high < ends[0] - rounding) return null
  const split = (goal: 'budget' | 'target', amount: number): Relaxation | null => {
    const found = relax(problem, { goal, amount }, own)
    if (found === null || found.partial === null) return found
    return { ...found, partial: { ...found.partial, channel: members[found.partial.channel] } }
  }
  const atLimit = (money: number): (() => Relaxation) => {
    let known: Relaxation | null = null
    return () => (known ??= split('budget', Math.min(Math.max(money, ends[0]), ends[1]))!)
  }
  const full = atLimit(limit.high)
  const bare = atLimit(limit.low)
  return {
    members,
    grouped: true,
    split,
    respond(price, multiples) {
      const asked = members.map((_, i) => bestResponse(problem.channels[i], price, own.low[i], own.high[i]))
      const money = asked.reduce((sum, multiple, i) => sum + problem.channels[i].spend * multiple, 0)
      if (money > limit.high || money < limit.low) {
        const bound = money > limit.high ? full() : bare()
        const amount = money > limit.high ? limit.high : limit.low
        members.forEach((c, i) => (multiples[c] = bound.multiples[i]))
        return { surplus: bound.bound - price * amount, partial: bound.partial, price: bound.price }
      }
      let surplus = 0
      members.forEach((c, i) => {
        multiples[c] = asked[i]
        surplus += rewardAt(problem.channels[i], asked[i]) - price * problem.channels[i].spend * asked[i]
      })
      return { surplus, partial: null, price }
    },
  }
}

function pick(values: Float64Array, places: readonly number[]): Float64Array {
  return Float64Array.from(places, (place) => values[place])
}
