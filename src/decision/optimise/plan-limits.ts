import type { GroupLimit } from '../budget/split-problem.js'
import type { PlanRequest } from './plan-request.js'
import { InputError } from '../../check/errors.js'
import { didYouMean } from '../../check/nearest-name.js'
import { CAREFUL } from './plan-request.js'

/** A paid channel as limits see it. */
export interface LimitedChannel {
  readonly name: string
  readonly role: 'demand-capture' | null
  /** Money over the window under today's plan. */
  readonly today: number
}

/** What every channel and group may spend over the window, money; `high` is infinite where nothing limits it. */
export interface PlanLimits {
  readonly channels: readonly (LimitedChannel & MoneyRange)[]
  readonly groups: readonly NamedGroup[]
  readonly shares: readonly MinimumShare[]
  readonly currency: string
}

export interface MoneyRange {
  readonly low: number
  readonly high: number
}

export interface NamedGroup extends GroupLimit {
  readonly name: string
  readonly today: number
}

export interface MinimumShare {
  readonly name: string
  readonly channels: readonly number[]
  /** Of the plan's whole spend. */
  readonly share: number
}

export interface LimitFrame {
  readonly channels: readonly LimitedChannel[]
  readonly groups: readonly { readonly name: string; readonly channels: readonly string[] }[]
  readonly currency: string
}

/**
 * The limits that a request means, in money.
 *
 * A stated range takes the place of `within` for its channel; a locked channel keeps today's spend; a channel that captures demand is never
 * raised unless it is allowed to be.
 *
 * @throws InputError for a name that is neither channel nor group, a floor above its ceiling, or groups that overlap.
 */
export function planLimits(request: PlanRequest, frame: LimitFrame): PlanLimits {
  const { channels, groups, currency } = frame
  const names = [...channels.map(({ name }) => name), ...groups.map(({ name }) => name)]
  for (const name of request.bounds?.keys() ?? []) requireName('--bound', name, names)
  for (const name of request.minShare?.keys() ?? []) requireName('--min-share', name, names)
  const own = channels.map(({ name }) => name)
  for (const name of request.lock ?? []) requireName('--lock', name, own)
  for (const name of request.allowRaise ?? []) requireName('--allow-raise', name, own)
  const placesOf = (name: string): number[] => membersOf(name, frame)
  const bounded = groups.filter(({ name }) => !own.includes(name) && request.bounds?.has(name))
  const limits: PlanLimits = {
    currency,
    channels: channels.map((channel) => ({ ...channel, ...channelRange(channel, request) })),
    groups: bounded.map(({ name }): NamedGroup => {
      const places = placesOf(name)
      const today = places.reduce((sum, c) => sum + channels[c].today, 0)
      const { low, high } = request.bounds!.get(name)!
      return { name, channels: places, today, low: low * today, high: high === Infinity ? high : high * today }
    }),
    shares: Array.from(request.minShare ?? [], ([name, share]) => ({ name, channels: placesOf(name), share })),
  }
  requireDisjoint(limits)
  return limits
}

function requireName(option: string, name: string, known: readonly string[]): void {
  if (known.includes(name)) return
  throw new InputError(
    `${option} names \`${name}\`, which is none of ${known.join(', ')}.${didYouMean(name, [...known])}`,
  )
}

/** A channel's own place, or those of a group's paid channels. */
function membersOf(name: string, { channels, groups }: LimitFrame): number[] {
  const place = channels.findIndex((channel) => channel.name === name)
  if (place >= 0) return [place]
  const members = groups.find((group) => group.name === name)?.channels ?? []
  return channels.flatMap((channel, c) => (members.includes(channel.name) ? [c] : []))
}

function channelRange({ name, role, today }: LimitedChannel, request: PlanRequest): MoneyRange {
  if (request.lock?.includes(name)) return { low: today, high: today }
  const within = request.within === undefined ? CAREFUL : request.within
  const usual = within === null ? { low: 0, high: Infinity } : { low: Math.max(0, 1 - within), high: 1 + within }
  const { low, high } = request.bounds?.get(name) ?? usual
  const raised = role !== 'demand-capture' || request.allowRaise?.includes(name)
  const top = raised ? high : Math.min(high, 1)
  if (low > top && low <= high) {
    throw new InputError(
      `${name} captures demand created elsewhere, so no plan raises it: allow it with --allow-raise ${name}, or lower its floor of ${low} times today.`,
    )
  }
  return { low: low * today, high: top === Infinity ? Infinity : top * today }
}

function requireDisjoint({ groups, shares, channels }: PlanLimits): void {
  const several = [...groups, ...shares.filter((share) => share.channels.length > 1)]
  for (const [i, one] of several.entries()) {
    for (const other of several.slice(i + 1)) {
      if (one.name === other.name) continue
      const common = one.channels.find((c) => other.channels.includes(c))
      if (common === undefined) continue
      throw new InputError(
        `The groups ${one.name} and ${other.name} are both limited and share ${channels[common].name}: limit one of them, or its channels.`,
      )
    }
  }
}

/** The limits with the minimum shares of one total turned into floors. */
export function limitsAt(limits: PlanLimits, total: number): PlanLimits {
  if (limits.shares.length === 0) return limits
  const floorOf = (places: readonly number[]): number =>
    limits.shares.reduce(
      (most, { channels, share }) => (sameMembers(channels, places) ? Math.max(most, share * total) : most),
      0,
    )
  const named = new Set(limits.groups.map(({ name }) => name))
  const fresh = limits.shares
    .filter(({ name, channels }) => channels.length > 1 && !named.has(name))
    .map(({ name, channels }): NamedGroup => ({
      name,
      channels,
      today: channels.reduce((sum, c) => sum + limits.channels[c].today, 0),
      low: 0,
      high: Infinity,
    }))
  return {
    ...limits,
    channels: limits.channels.map((channel, c) => ({ ...channel, low: Math.max(channel.low, floorOf([c])) })),
    groups: [...limits.groups, ...fresh].map((group) => ({
      ...group,
      low: Math.max(group.low, floorOf(group.channels)),
    })),
  }
}

function sameMembers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((place, i) => place === b[i])
}
