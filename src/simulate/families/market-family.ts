import type { Generator } from '../../numeric/random/generator.js'
import type { ChannelWorld, World } from '../world.js'
import { InputError } from '../../check/errors.js'
import { randomWorld } from '../random-world.js'
import { between } from './draw.js'
import { drawMarket, retentionOf, type Curves } from './draw-market.js'

/** Markets of one kind, as many as there are seeds. */
export interface MarketFamily {
  readonly name: string
  /** One line for people: what is out of the ordinary. */
  readonly title: string
  /** The family's market of that seed, any whole number; the same seed gives the same market. */
  readonly world: (seed: number) => World
}

type Turn = (world: World, generator: Generator) => World

/** Correlation of the two collinear channels. */
const COLLINEAR = 0.95
/** Half-life of long carry-over, in weeks. */
const LONG_HALF_LIFE = 8

/**
 * Families of simulated markets: what a default model assumes first, then what breaks an assumption of it.
 *
 * No range is taken from a prior; `drawMarket` says what all but `broad` have in common.
 */
export const marketFamilies: readonly MarketFamily[] = [
  family('matched', 'carry-over and response as fitted by default: geometric and Hill', { curves: 'fitted' }),
  family('other-curves', 'carry-over and response of families that are not the ones fitted', { curves: 'other' }),
  family('s-curves', 'media that hardly work until there is enough of them', { turn: bendCurves }),
  family('dead-channel', 'one channel does nothing', { turn: scaleOneEffect(0) }),
  family('harmful-channel', 'one channel costs sales', { turn: scaleOneEffect(-0.5) }),
  family('collinear', 'the spend of two channels correlates by 0.95', { turn: pairChannels }),
  family('sales-led-spend', 'half of the channels spend a share of the sales that are expected', { turn: leadBySales }),
  family('long-carry-over', 'the effect of one channel has a half-life of eight weeks', { turn: lengthenOne }),
  family('seasonal-response', 'media work better in season', { turn: followSeason }),
  family('level-shifts', 'the level of sales jumps twice, for good', { turn: shiftLevel }),
  family('heavy-tails', 'noise with the tails of Student’s t with three degrees of freedom', { turn: fattenTails }),
  { name: 'broad', title: 'milder markets: media bring 3 to 40 % of sales', world: broadWorld },
]

/** Names of the families, in their order. */
export const familyNames: readonly string[] = marketFamilies.map(({ name }) => name)

/**
 * The family of that name.
 *
 * @throws InputError if there is none; the message lists the names.
 * @example familyByName('collinear').world(7).name  // 'collinear-7'
 */
export function familyByName(name: string): MarketFamily {
  const found = marketFamilies.find((candidate) => candidate.name === name)
  if (found === undefined)
    throw new InputError(`There is no family \`${name}\`; the families are ${familyNames.join(', ')}.`)
  return found
}

function family(name: string, title: string, traits: { readonly curves?: Curves; readonly turn?: Turn }): MarketFamily {
  return { name, title, world: (seed) => drawMarket(seed, { name, curves: 'either', ...traits }) }
}

function broadWorld(seed: number): World {
  return { ...randomWorld(seed), name: `broad-${seed}`, title: `Market ${seed} of the family broad` }
}

function bendCurves(world: World, generator: Generator): World {
  const bend = (channel: ChannelWorld): ChannelWorld => ({
    ...channel,
    response: { kind: 'hill', half: between(generator, 0.6, 1.6), slope: between(generator, 1.8, 3) },
  })
  return { ...world, channels: world.channels.map(bend) }
}

function scaleOneEffect(factor: number): Turn {
  return (world, generator) =>
    changedOne(world, generator, ({ effect, ...rest }) => ({
      ...rest,
      effect: { ...effect, value: factor * effect.value },
    }))
}

/** The last channel, which none goes along with, follows the first; the money of both is their media, so that nothing else parts them. */
function pairChannels(world: World): World {
  const [first] = world.channels
  const last = world.channels[world.channels.length - 1]
  const ratio = last.budgets[0] / first.budgets[0]
  const follower: ChannelWorld = {
    ...last,
    delivery: null,
    budgets: first.budgets.map((money) => money * ratio),
    pattern: { kind: 'collinear', channel: first.name, correlation: COLLINEAR },
  }
  return { ...world, channels: [{ ...first, delivery: null }, ...world.channels.slice(1, -1), follower] }
}

function leadBySales(world: World, generator: Generator): World {
  const from = Math.floor(world.channels.length / 2)
  const channels = world.channels.map((channel, c): ChannelWorld => {
    if (c < from) return channel
    const share = channel.budgets[0] / (52 * world.base.level)
    const foresight = between(generator, 0.5, 1)
    const sd = between(generator, 0.05, 0.15)
    return { ...channel, budgets: [], pattern: { kind: 'share-of-sales', share, foresight, memory: 4, sd } }
  })
  return { ...world, channels }
}

function lengthenOne(world: World, generator: Generator): World {
  return changedOne(world, generator, (channel) => ({
    ...channel,
    carryOver: { kind: 'geometric', retention: retentionOf(LONG_HALF_LIFE) },
  }))
}

function followSeason(world: World, generator: Generator): World {
  const withSeason = between(generator, 0.3, 0.8)
  return { ...world, channels: world.channels.map((channel) => ({ ...channel, withSeason })) }
}

function shiftLevel(world: World, generator: Generator): World {
  const step = (from: number, to: number): { week: number; change: number } => {
    const change = between(generator, 0.05, 0.2)
    const sign = generator.uniform() < 0.5 ? -1 : 1
    return { week: Math.floor(world.weeks * between(generator, from, to)), change: sign * change }
  }
  return { ...world, base: { ...world.base, steps: [step(0.15, 0.5), step(0.5, 0.85)] } }
}

function fattenTails(world: World): World {
  return { ...world, noise: { ...world.noise, degrees: 3 } }
}

/** The world with one channel changed, drawn at random. */
function changedOne(world: World, generator: Generator, change: (channel: ChannelWorld) => ChannelWorld): World {
  const chosen = generator.integer(world.channels.length)
  return { ...world, channels: world.channels.map((channel, c) => (c === chosen ? change(channel) : channel)) }
}
