// The nearest spend paths within limits on channels, groups and the total: prices, found by bisection.

import type { PlanLimits } from './plan-limits.js'

/** What a path must keep to. */
export interface PathLimits {
  readonly limits: PlanLimits
  /** Money in all; exact, or at most. */
  readonly total: number
  readonly isExact: boolean
  /** By channel and period: whether it may spend. */
  readonly allowed: readonly Uint8Array[]
}

/** Money by channel and period. */
export type SpendPaths = readonly Float64Array[]

/**
 * The paths nearest to `wanted`, a unit of distance in channel c costing 1 / metric[c]: every channel, group and the total within its limits.
 *
 * One price is taken off every period's money, times the metric; a limit that binds has a price of its own.
 */
export function projectPaths(
  wanted: SpendPaths,
  metric: Float64Array,
  { limits, total, isExact, allowed }: PathLimits,
): Float64Array[] {
  const scale = Math.max(
    1,
    total === Infinity ? 0 : total,
    ...wanted.map((path) => path.reduce((s, x) => s + Math.abs(x), 0)),
  )
  const spent = (c: number, price: number): number => {
    let sum = 0
    const off = price * metric[c]
    const path = wanted[c]
    const open = allowed[c]
    for (let t = 0; t < path.length; t++) if (open[t] === 1 && path[t] > off) sum += path[t] - off
    return sum
  }
  const widest = wanted.reduce((most, path, c) => {
    const furthest = path.reduce((m, x) => Math.max(m, Math.abs(x)), 0)
    return Math.max(most, (furthest + scale) / metric[c])
  }, 0)
  const channels = wanted.map((_, c) => clipped((price) => spent(c, price), limits.channels[c], widest))
  const grouped = new Set(limits.groups.flatMap((group) => group.channels))
  const units = [
    ...channels.flatMap((unit, c) => (grouped.has(c) ? [] : [{ unit, members: [c] }])),
    ...limits.groups.map((group) => ({
      unit: clipped((price) => group.channels.reduce((sum, c) => sum + channels[c].money(price), 0), group, widest),
      members: group.channels,
    })),
  ]
  const all = clipped(
    (price) => units.reduce((sum, { unit }) => sum + unit.money(price), 0),
    { low: isExact ? total : 0, high: total },
    widest,
  )
  const price = all.price(0)
  const prices = new Float64Array(wanted.length)
  for (const { unit, members } of units) for (const c of members) prices[c] = unit.price(price)
  return wanted.map((path, c) => {
    const off = (grouped.has(c) ? channels[c].price(prices[c]) : prices[c]) * metric[c]
    return path.map((x, t) => (allowed[c][t] === 1 ? Math.max(0, x - off) : 0))
  })
}

interface Clipped {
  /** Money at a price, cut to the limits. */
  money(price: number): number
  /** The price that gives that money. */
  price(price: number): number
}

/** Money that falls with the price, cut to a range; the prices at its ends are found once. */
function clipped(
  spent: (price: number) => number,
  { low, high }: { readonly low: number; readonly high: number },
  widest: number,
): Clipped {
  const priceOf = (money: number): (() => number) => {
    let known: number | null = null
    return () => (known ??= bisectPrice(spent, money, widest))
  }
  const [floor, ceiling] = [priceOf(low), priceOf(high)]
  return {
    money: (price) => Math.min(Math.max(spent(price), low), high),
    price(price) {
      const money = spent(price)
      return money < low ? floor() : money > high ? ceiling() : price
    },
  }
}

function bisectPrice(spent: (price: number) => number, money: number, widest: number): number {
  let [cheap, dear] = [-widest, widest]
  for (let step = 0; step < 120; step++) {
    const middle = 0.5 * (cheap + dear)
    if (middle <= cheap || middle >= dear) break
    if (spent(middle) >= money) cheap = middle
    else dear = middle
  }
  return cheap
}
