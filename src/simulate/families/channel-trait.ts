import { log } from '../../numeric/special/exp-log.js'
import type { ChannelWorld, World } from '../world.js'

/** What is out of the ordinary about a channel, or else how its money is spread. */
export type ChannelTrait =
  'dead' | 'harmful' | 'collinear' | 'sales-led' | 'long carry-over' | 'seasonal' | 'flighted' | 'always-on'

/** Half-life in weeks from which geometric carry-over is called long. */
const LONG = 6

/**
 * The first of these that fits a channel: it does nothing, or harm; it goes along with another; its spend follows sales; its effect
 * lasts; it follows the season; it runs in flights; it is always on.
 *
 * @example channelTrait(nationalBrand, nationalBrand.channels[0])  // 'flighted'
 */
export function channelTrait(world: World, channel: ChannelWorld): ChannelTrait {
  if (channel.effect.value === 0) return 'dead'
  if (channel.effect.value < 0) return 'harmful'
  if (goesAlong(world, channel)) return 'collinear'
  const { pattern, carryOver } = channel
  if (pattern.kind === 'share-of-sales' || pattern.kind === 'follows-demand') return 'sales-led'
  if (carryOver.kind === 'geometric' && halfLifeOf(carryOver.retention) >= LONG) return 'long carry-over'
  if (channel.withSeason !== undefined) return 'seasonal'
  return runsInFlights(world, channel) ? 'flighted' : 'always-on'
}

function goesAlong(world: World, { name, pattern }: ChannelWorld): boolean {
  if (pattern.kind === 'collinear') return true
  return world.channels.some((other) => other.pattern.kind === 'collinear' && other.pattern.channel === name)
}

function halfLifeOf(retention: number): number {
  return retention > 0 ? log(0.5) / log(retention) : 0
}

/** A channel beside another one is on when that is. */
function runsInFlights(world: World, { pattern }: ChannelWorld): boolean {
  if (pattern.kind === 'flights' || pattern.kind === 'with') return true
  if (pattern.kind !== 'beside') return false
  const other = world.channels.find(({ name }) => name === pattern.channel)
  return other !== undefined && runsInFlights(world, other)
}
