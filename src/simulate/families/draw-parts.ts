import type { Generator } from '../../numeric/random/generator.js'
import { exp } from '../../numeric/special/exp-log.js'
import { between, draws, logUniform, normalised } from './draw.js'
import { roundToDigits } from '../rounding.js'
import type { CarryOver, ChannelWorld, DriverWorld, ResponseWorld, SpendPattern, World } from '../world.js'

/** Contacts beside the money for half of the channels; for the rest the money itself is the media. */
export function drawDelivery(generator: Generator, name: string): ChannelWorld['delivery'] {
  const measured = generator.uniform() < 0.5
  const costPerUnit = roundToDigits(logUniform(generator, 0.002, 0.2), 3)
  if (!measured) return null
  return { column: `${name}_contacts`, decimals: 1, costPerUnit, inflation: 0.03, lastQuarter: 0.1, sd: 0.07 }
}

/** Always on, in flights, or along with the channel before. */
export function drawPattern(generator: Generator, before: ChannelWorld | undefined): SpendPattern {
  const kind = generator.uniform()
  const season = between(generator, 0, 0.6)
  if (kind < 0.45) {
    return {
      kind: 'always-on',
      season,
      monthSd: between(generator, 0.1, 0.5),
      sd: between(generator, 0.1, 0.35),
      pausesPerYear: between(generator, 0, 3),
    }
  }
  if (kind > 0.9 && before !== undefined) {
    // Flights may be shared now and then; a channel without flights can only be gone along with.
    if (before.pattern.kind === 'flights') {
      return { kind: 'with', channel: before.name, shift: 1, overlap: 0.85, sd: 0.3 }
    }
    return { kind: 'beside', channel: before.name, power: 1, sd: 0.3 }
  }
  return { kind: 'flights', perYear: between(generator, 3, 9), weeks: [2, 6], season, sd: between(generator, 0.1, 0.5) }
}

/** Weather, price, promotions, a competitor: each in some of the markets. */
export function drawDrivers(generator: Generator, level: number): DriverWorld[] {
  const all: DriverWorld[] = [
    {
      name: 'temperature',
      column: 'temperature',
      kind: 'control',
      path: { kind: 'seasonal', mean: 10, amplitude: 9, trough: 3, sd: 2.5, correlation: 0.5 },
      decimals: 1,
      reference: 'mean',
      perUnit: level * between(generator, -0.006, 0.006),
      excess: null,
    },
    {
      name: 'price',
      column: 'price',
      kind: 'treatment',
      path: { kind: 'price', start: 9.99, drift: 0.2, sd: 0.3, weeks: [6, 16], step: 0.5, ending: 0.01 },
      decimals: 2,
      reference: 9.99,
      perUnit: -level * between(generator, 0.02, 0.15),
      excess: null,
    },
    {
      name: 'promotion',
      column: 'promotion_depth',
      kind: 'treatment',
      path: { kind: 'bursts', gap: [3, 9], weeks: [1, 2], sizes: [0.1, 0.15, 0.2, 0.3] },
      decimals: 2,
      reference: 0,
      perUnit: level * between(generator, 0.2, 0.8),
      excess: null,
    },
    {
      name: 'competitor',
      column: 'competitor_index',
      kind: 'control',
      path: { kind: 'wandering', mean: 100, sd: 10, correlation: 0.8, season: 0.1, floor: 30 },
      decimals: 1,
      reference: 'mean',
      perUnit: -level * between(generator, 0, 0.003),
      excess: null,
    },
  ]
  return all.filter(() => generator.uniform() < 0.5)
}

/** A level with growth, a slow wander and a yearly season of two waves. */
export function drawBase(generator: Generator, level: number): World['base'] {
  return {
    level,
    growth: between(generator, -0.05, 0.08),
    wander: { sd: between(generator, 0.01, 0.06), halfLife: between(generator, 8, 60) },
    season: [
      { perYear: 1, amplitude: between(generator, 0.02, 0.2), peak: between(generator, 0, 52) },
      { perYear: 2, amplitude: between(generator, 0, 0.08), peak: between(generator, 0, 52) },
    ],
  }
}

/** What the paid channels of a market share, and how each one's curves are drawn. */
export interface PaidChannelsDraw {
  readonly count: number
  /** Sales and spend of a year, money. */
  readonly sales: number
  readonly budget: number
  /** Share of sales that media bring. */
  readonly mediaShare: number
  /** Log-sd of ROAS between channels. */
  readonly spread: number
  readonly carryOver: (generator: Generator) => CarryOver
  readonly response: (generator: Generator) => ResponseWorld
}

/** Channels that split a budget unevenly, each with a pattern, curves and a ROAS of its own. */
export function drawPaidChannels(generator: Generator, draw: PaidChannelsDraw): ChannelWorld[] {
  const { count, sales, budget, mediaShare, spread, carryOver, response } = draw
  const spendParts = normalised(draws(count, () => exp(0.8 * generator.normal())))
  const effectParts = normalised(spendParts.map((part) => part * exp(spread * generator.normal())))
  const channels: ChannelWorld[] = []
  spendParts.forEach((part, c) => {
    const spend = part * budget
    const name = `channel_${c + 1}`
    channels.push({
      name,
      kind: 'paid',
      medium: null,
      role: null,
      spendColumn: `${name}_spend`,
      delivery: drawDelivery(generator, name),
      budgets: draws(4, () => spend * exp(0.15 * generator.normal())),
      roundTo: 1,
      pattern: drawPattern(generator, channels[c - 1]),
      carryOver: carryOver(generator),
      response: response(generator),
      effect: { on: 'roas', value: roundToDigits((effectParts[c] * mediaShare * sales) / spend, 4) },
    })
  })
  return channels
}
