import type { ExpectedCurve } from '../analysis/expected-curve.js'
import type { Split } from '../budget/best-split.js'
import type { PlanLimits } from './plan-limits.js'
import type { PlanTask } from './plan-task.js'
import { slopeAt } from '../analysis/knots.js'

/** What the last unit of money brings, in the unit of the reward per unit of money. */
export interface ShadowPrices {
  /** Of the total; null where nothing fixes or caps it. */
  readonly budget: number | null
  /** By channel: what one more unit of money would bring beyond where it is taken from; 0 where no limit of its own binds. */
  readonly channels: readonly number[]
  /** By group of the limits; 0 where its limits don't bind. */
  readonly groups: readonly number[]
}

/** Share of a price below which a difference is rounding. */
const ROUNDING = 1e-5
/** Share of a limit within which a channel stands at it. */
const AT_LIMIT = 1e-9

/**
 * Shadow prices of the limits that bind: positive at a ceiling (raising it by one unit of money adds that), negative at a floor.
 *
 * Where every channel is fixed nothing has a price. A channel between its limits earns the price of its group or of the total, whichever binds, and has none of its own.
 */
export function shadowPrices(
  { limits, task }: { readonly limits: PlanLimits; readonly task: PlanTask },
  { multiples, price, groupPrices }: Split,
  curves: readonly ExpectedCurve[],
): ShadowPrices {
  const spent = curves.map(({ response }, c) => response.spend * multiples[c])
  const capped = task.exact !== null || spent.reduce((sum, x) => sum + x, 0) >= task.cap * (1 - AT_LIMIT)
  if (limits.channels.every(({ low, high }) => low === high)) {
    return { budget: null, channels: curves.map(() => 0), groups: limits.groups.map(() => 0) }
  }
  const significant = (difference: number): number =>
    Math.abs(difference) <= ROUNDING * Math.max(Math.abs(price), 1e-300) ? 0 : difference
  return {
    budget: capped ? price : null,
    channels: curves.map(({ knots, response }, c) => {
      const { low, high } = limits.channels[c]
      const atFloor = spent[c] <= low * (1 + AT_LIMIT)
      const atCeiling = spent[c] >= high * (1 - AT_LIMIT)
      if (!atFloor && !atCeiling) return 0
      const group = limits.groups.findIndex(({ channels }) => channels.includes(c))
      const paid = group < 0 ? price : groupPrices[group]
      const difference = significant(slopeAt(knots[task.quantity], multiples[c]) / response.spend - paid)
      // At zero without a floor above it nothing binds but that spend can't be negative.
      return (atFloor && difference < 0 && low > 0) || (atCeiling && difference > 0) ? difference : 0
    }),
    groups: limits.groups.map((_, g) => significant(groupPrices[g] - price)),
  }
}
