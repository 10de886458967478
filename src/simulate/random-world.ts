import type { Generator } from '../numeric/random/generator.js'
import { createGenerator } from '../numeric/random/generator.js'
import { between, logUniform } from './families/draw.js'
import { drawBase, drawDrivers, drawPaidChannels } from './families/draw-parts.js'
import { integerIn } from './driver-path.js'
import { roundTo, roundToDigits } from './rounding.js'
import type { CarryOver, ChannelWorld, ResponseWorld, World } from './world.js'

const WEEKS_PER_YEAR = 52

/**
 * A market drawn at random from a wide family that no prior of the models was taken from: for measuring how often
 * intervals hold the truth.
 *
 * Two to four years, three to seven channels, a season, a wandering level, autocorrelated noise, sometimes weather, price,
 * promotions and a competitor. Media bring 3 to 40 % of sales (log-uniform) for 2 to 12 % of sales in spend; ROAS differs
 * between channels by a factor of two (log-sd 0.7). Carry-over is geometric (retention evenly from 0 to 0.85), delayed, or of two speeds;
 * the response Hill (slope 0.6 to 2.5) or exponential, half-saturation between 0.3 and 3 times the usual level.
 *
 * @param seed any whole number; the same seed gives the same world.
 */
export function randomWorld(seed: number): World {
  const generator = createGenerator(seed, 'random-world')
  const level = roundToDigits(logUniform(generator, 1e5, 1e7), 3)
  const weeks = 104 + 26 * generator.integer(5)
  const mediaShare = logUniform(generator, 0.03, 0.4)
  return {
    name: `random-${seed}`,
    title: `Random market ${seed}`,
    seed,
    firstWeek: '2022-01-03',
    weeks,
    history: { weeks: 26, shipped: false },
    currency: 'EUR',
    dateColumn: 'week',
    kpi: { column: 'revenue', margin: roundTo(between(generator, 0.2, 0.7), 2) },
    base: drawBase(generator, level),
    noise: { sd: between(generator, 0.015, 0.07), correlation: between(generator, 0, 0.75) },
    drivers: drawDrivers(generator, level),
    events: [],
    channels: drawChannels(generator, level, mediaShare),
  }
}

function drawChannels(generator: Generator, level: number, mediaShare: number): ChannelWorld[] {
  const count = integerIn(generator, [3, 7])
  const sales = (level * WEEKS_PER_YEAR) / (1 - mediaShare)
  const budget = sales * logUniform(generator, 0.02, 0.12)
  return drawPaidChannels(generator, {
    count,
    sales,
    budget,
    mediaShare,
    spread: 0.7,
    carryOver: drawCarryOver,
    response: drawResponse,
  })
}

function drawCarryOver(generator: Generator): CarryOver {
  const kind = generator.uniform()
  if (kind < 0.6) return { kind: 'geometric', retention: between(generator, 0, 0.85) }
  if (kind < 0.8) return { kind: 'delayed', retention: between(generator, 0.3, 0.7), delay: between(generator, 0.5, 2) }
  return { kind: 'two-speed', fast: between(generator, 0, 0.4), slow: between(generator, 0.7, 0.9), slowShare: 0.3 }
}

function drawResponse(generator: Generator): ResponseWorld {
  const half = logUniform(generator, 0.3, 3)
  if (generator.uniform() < 0.3) return { kind: 'exponential', half }
  return { kind: 'hill', half, slope: between(generator, 0.6, 2.5) }
}
