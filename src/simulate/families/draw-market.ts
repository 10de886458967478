import type { Generator } from '../../numeric/random/generator.js'
import { createGenerator } from '../../numeric/random/generator.js'
import { pow } from '../../numeric/special/exp-log.js'
import { integerIn } from '../driver-path.js'
import { roundTo, roundToDigits } from '../rounding.js'
import type { CarryOver, ChannelWorld, EventWorld, ResponseWorld, World } from '../world.js'
import { between, logUniform } from './draw.js'
import { drawBase, drawDrivers, drawPaidChannels } from './draw-parts.js'

const WEEKS_PER_YEAR = 52

/** How media act in a market: as the default model says, otherwise, or either way in half of the markets each. */
export type Curves = 'fitted' | 'other' | 'either'

/** What tells a family's markets from the common ones. */
export interface FamilyTraits {
  readonly name: string
  readonly curves: Curves
  /** Changes a common market into one of the family; draws what it needs. @defaultValue leaves it as it is */
  readonly turn?: (world: World, generator: Generator) => World
}

/**
 * A market drawn at random, for measuring what a model recovers; no range is taken from a prior.
 *
 * Two to four years and three to seven channels, always on, in flights or along with each other. Media bring 0.5 to 50 % of sales
 * (log-uniform) for 1 to 15 % of sales in spend; the ROAS of a market's channels differ by a log-sd between 0.3 and 1.5. A season,
 * a wandering level, growth, autocorrelated noise; in half of the markets each weather, price, promotions, a competitor and a
 * yearly event. Fitted curves are geometric carry-over (half-lives of 0.3 to 5 weeks) and Hill responses (slope 0.6 to 2); others are
 * delayed, Weibull or two-speed carry-over and exponential or logarithmic responses.
 *
 * @param seed any whole number; the same family and seed give the same world.
 */
export function drawMarket(seed: number, { name, curves, turn }: FamilyTraits): World {
  const generator = createGenerator(seed, 'market-family', name)
  const fitted = generator.uniform() < 0.5
  const level = roundToDigits(logUniform(generator, 1e5, 1e7), 3)
  const weeks = 104 + 26 * generator.integer(5)
  const world: World = {
    name: `${name}-${seed}`,
    title: `Market ${seed} of the family ${name}`,
    seed,
    firstWeek: '2022-01-03',
    weeks,
    history: { weeks: WEEKS_PER_YEAR, shipped: false },
    currency: 'EUR',
    dateColumn: 'week',
    kpi: { column: 'revenue', margin: roundTo(between(generator, 0.2, 0.7), 2) },
    base: drawBase(generator, level),
    noise: { sd: between(generator, 0.015, 0.07), correlation: between(generator, 0, 0.75) },
    drivers: drawDrivers(generator, level),
    events: drawEvents(generator),
    channels: drawChannels(generator, level, curves === 'fitted' || (curves === 'either' && fitted)),
  }
  return turn === undefined ? world : turn(world, createGenerator(seed, 'market-family', name, 'turn'))
}

/** Retention at which half of the effect of geometric carry-over has come after so many weeks. */
export function retentionOf(halfLife: number): number {
  return pow(0.5, 1 / halfLife)
}

function drawEvents(generator: Generator): EventWorld[] {
  const happens = generator.uniform() < 0.5
  const lift = between(generator, 0.05, 0.3)
  if (!happens) return []
  const dates = ['2022-11-25', '2023-11-24', '2024-11-29', '2025-11-28']
  return [{ name: 'black-friday', dates, from: 0, lift: [lift] }]
}

function drawChannels(generator: Generator, level: number, fitted: boolean): ChannelWorld[] {
  const count = integerIn(generator, [3, 7])
  const mediaShare = logUniform(generator, 0.005, 0.5)
  const spread = between(generator, 0.3, 1.5)
  const sales = (level * WEEKS_PER_YEAR) / (1 - mediaShare)
  const budget = sales * logUniform(generator, 0.01, 0.15)
  return drawPaidChannels(generator, {
    count,
    sales,
    budget,
    mediaShare,
    spread,
    carryOver: fitted ? fittedCarryOver : otherCarryOver,
    response: fitted ? fittedResponse : otherResponse,
  })
}

function fittedCarryOver(generator: Generator): CarryOver {
  return { kind: 'geometric', retention: retentionOf(logUniform(generator, 0.3, 5)) }
}

function otherCarryOver(generator: Generator): CarryOver {
  const kind = generator.integer(3)
  if (kind === 0) return { kind: 'delayed', retention: between(generator, 0.3, 0.8), delay: between(generator, 1, 4) }
  if (kind === 1) return { kind: 'weibull', shape: between(generator, 1.3, 3), scale: between(generator, 2, 7) }
  return { kind: 'two-speed', fast: between(generator, 0, 0.4), slow: between(generator, 0.8, 0.93), slowShare: 0.4 }
}

function fittedResponse(generator: Generator): ResponseWorld {
  return { kind: 'hill', half: logUniform(generator, 0.3, 3), slope: between(generator, 0.6, 2) }
}

function otherResponse(generator: Generator): ResponseWorld {
  return { kind: generator.integer(2) === 0 ? 'exponential' : 'logarithmic', half: logUniform(generator, 0.3, 3) }
}
