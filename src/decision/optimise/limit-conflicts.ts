import type { MoneyRange, PlanLimits } from './plan-limits.js'
import { InputError } from '../../check/errors.js'
import { formatMoney } from '../words/format.js'

/** Least and most money that all limits together leave room for. */
export function spendRange(limits: PlanLimits): MoneyRange {
  const units = unitRanges(limits)
  return {
    low: units.reduce((sum, { low }) => sum + low, 0),
    high: units.reduce((sum, { high }) => sum + high, 0),
  }
}

/** Channels outside groups, and groups. */
function unitRanges(limits: PlanLimits): (MoneyRange & { readonly name: string })[] {
  const grouped = new Set(limits.groups.flatMap(({ channels }) => channels))
  const alone = limits.channels.filter((_, c) => !grouped.has(c))
  return [...alone, ...limits.groups.map((group) => ({ name: group.name, ...groupRange(group, limits) }))]
}

/** What a group's own limits and those of its members leave. */
function groupRange({ channels, low, high }: PlanLimits['groups'][number], limits: PlanLimits): MoneyRange {
  const members = memberRange(channels, limits)
  return { low: Math.max(low, members.low), high: Math.min(high, members.high) }
}

function memberRange(channels: readonly number[], limits: PlanLimits): MoneyRange {
  return {
    low: channels.reduce((sum, c) => sum + limits.channels[c].low, 0),
    high: channels.reduce((sum, c) => sum + limits.channels[c].high, 0),
  }
}

/** Money that counts as none, as a share of what it is compared with. */
const ROUNDING = 1e-9

/**
 * Throws where limits contradict each other: which ones, and by how much.
 *
 * @param budget money that must be spent exactly; null where the total is free or capped.
 * @throws InputError in one sentence, the innermost contradiction first.
 */
export function requireCompatible(limits: PlanLimits, budget: number | null): void {
  const money = (amount: number): string => formatMoney(amount, limits.currency)
  for (const { name, low, high } of limits.channels) {
    if (!exceeds(low, high)) continue
    throw new InputError(`${name} must spend at least ${money(low)} and at most ${money(high)}: ${over(low, high)}.`)
  }
  for (const { name, channels, low, high } of limits.groups) {
    const members = memberRange(channels, limits)
    if (exceeds(low, high)) {
      throw new InputError(
        `The group ${name} must spend at least ${money(low)} and at most ${money(high)}: ${over(low, high)}.`,
      )
    }
    if (exceeds(members.low, high)) {
      throw new InputError(
        `The group ${name} may spend at most ${money(high)}, but its channels must spend at least ${money(members.low)}: ${over(members.low, high)}.`,
      )
    }
    if (exceeds(low, members.high)) {
      throw new InputError(
        `The group ${name} must spend at least ${money(low)}, but its channels may spend at most ${money(members.high)}: ${over(low, members.high)}.`,
      )
    }
  }
  if (budget === null) return
  const total = spendRange(limits)
  if (exceeds(total.low, budget)) {
    throw new InputError(
      `A budget of ${money(budget)} is below what the limits ask for, at least ${money(total.low)} (${unitsText('low')}): ${over(total.low, budget)}; widen --within or --bound.`,
    )
  }
  if (exceeds(budget, total.high)) {
    throw new InputError(
      `A budget of ${money(budget)} is above what the limits allow, at most ${money(total.high)} (${unitsText('high')}): ${over(budget, total.high)}; widen --within or --bound, or use --budget-max.`,
    )
  }
  function unitsText(end: 'low' | 'high'): string {
    return unitRanges(limits)
      .map((unit) => `${unit.name} ${money(unit[end])}`)
      .join(', ')
  }
  function over(more: number, less: number): string {
    return `${money(more - less)} too much`
  }
}

function exceeds(low: number, high: number): boolean {
  return low > high + ROUNDING * Math.abs(low)
}
