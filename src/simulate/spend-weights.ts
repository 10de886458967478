import type { ChannelWorld, SpendPattern } from './world.js'
import type { Generator } from '../numeric/random/generator.js'
import { createGenerator } from '../numeric/random/generator.js'
import { exp, pow } from '../numeric/special/exp-log.js'
import { correlation } from '../numeric/stats/summary.js'
import type { Weeks } from './driver-path.js'
import { integerIn } from './driver-path.js'
import { monthNumber } from './week.js'

const WEEKS_PER_YEAR = 365.25 / 7
/** Log standard deviation beyond which no noise is tried. */
const MOST_JITTER = 3

/** What a spend pattern may look at: the calendar, other channels' spend so far, and demand in KPI per week. */
export interface Surroundings extends Weeks {
  /** Spend (organic: media) per week of the channels made so far, by name. */
  readonly amounts: ReadonlyMap<string, Float64Array>
  /** Null while it is not known yet. */
  readonly demand: Demand | null
}

/** KPI per week without the channels that follow it: as it is sold, and without the noise that nobody foresees. */
export interface Demand {
  readonly sales: Float64Array
  readonly expected: Float64Array
}

/**
 * Relative weight of every week in a channel's budget, at least 0: 0 where the channel is silent. Money for a share of sales.
 *
 * @throws Error if the pattern refers to a channel or to demand that is not made yet: the world lists its channels in
 *   the wrong order.
 */
export function spendWeights(channel: ChannelWorld, seed: number, around: Surroundings): Float64Array {
  const generator = createGenerator(seed, 'spend', channel.name)
  const { pattern } = channel
  switch (pattern.kind) {
    case 'flights':
      return flightWeights(pattern, generator, around)
    case 'with':
      return companionWeights(pattern, generator, amountsOf(pattern.channel, channel, around))
    case 'always-on':
      return alwaysOnWeights(pattern, generator, around)
    case 'beside': {
      const other = amountsOf(pattern.channel, channel, around)
      return other.map((amount) => pow(amount, pattern.power) * jitter(generator, pattern.sd))
    }
    case 'collinear':
      return collinearWeights(pattern, generator, amountsOf(pattern.channel, channel, around))
    case 'follows-demand':
      return demandFor(channel, around).sales.map(
        (kpi) => pow(Math.max(kpi, 0), pattern.power) * jitter(generator, pattern.sd),
      )
    case 'share-of-sales':
    default:
      return shareOfSales(pattern, generator, demandFor(channel, around))
  }
}

type PatternOf<K extends SpendPattern['kind']> = Extract<SpendPattern, { kind: K }>

function flightWeights(pattern: PatternOf<'flights'>, generator: Generator, around: Surroundings): Float64Array {
  const length = around.mondays.length
  const weights = new Float64Array(length)
  const cycle = WEEKS_PER_YEAR / pattern.perYear
  let next = generator.uniform() * cycle
  while (next < length) {
    const start = Math.floor(next)
    const end = start + integerIn(generator, pattern.weeks)
    for (let t = start; t < end && t < length; t++) weights[t] = seasonal(pattern.season, around, t)
    for (let t = start; t < end && t < length; t++) weights[t] *= jitter(generator, pattern.sd)
    next = Math.max(end + 1, next + cycle * (0.7 + 0.6 * generator.uniform()))
  }
  return weights
}

function companionWeights(pattern: PatternOf<'with'>, generator: Generator, other: Float64Array): Float64Array {
  const weights = new Float64Array(other.length)
  let t = 0
  while (t < other.length) {
    let end = t
    while (end < other.length && other[end] > 0) end++
    const kept = end > t && generator.uniform() < pattern.overlap
    const shift = end > t ? integerIn(generator, [-pattern.shift, pattern.shift]) : 0
    for (let s = t; s < end; s++) {
      const weight = jitter(generator, pattern.sd)
      if (kept && s + shift >= 0 && s + shift < other.length) weights[s + shift] = weight
    }
    t = end + 1
  }
  return weights
}

function alwaysOnWeights(pattern: PatternOf<'always-on'>, generator: Generator, around: Surroundings): Float64Array {
  const weights = new Float64Array(around.mondays.length)
  let month = NaN
  let budget = 1
  for (let t = 0; t < weights.length; t++) {
    if (monthNumber(around.mondays[t]) !== month) {
      month = monthNumber(around.mondays[t])
      budget = jitter(generator, pattern.monthSd)
    }
    weights[t] = seasonal(pattern.season, around, t) * budget * jitter(generator, pattern.sd)
  }
  const pauses = Math.round((pattern.pausesPerYear * weights.length) / WEEKS_PER_YEAR)
  for (let p = 0; p < pauses; p++) {
    const start = generator.integer(weights.length)
    weights.fill(0, start, start + integerIn(generator, [1, 3]))
  }
  return weights
}

/** The size of the noise is found by bisection: the more of it, the less the two correlate. */
function collinearWeights(pattern: PatternOf<'collinear'>, generator: Generator, other: Float64Array): Float64Array {
  const normals = other.map(() => generator.normal())
  const at = (sd: number): Float64Array => other.map((amount, t) => amount * exp(sd * normals[t] - (sd * sd) / 2))
  if (correlation(other, at(MOST_JITTER)) > pattern.correlation)
    throw new Error(`Two channels can't be given the correlation ${pattern.correlation}; ask for more.`)
  let low = 0
  let high = MOST_JITTER
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2
    if (correlation(other, at(middle)) > pattern.correlation) low = middle
    else high = middle
  }
  return at(low)
}

function shareOfSales(pattern: PatternOf<'share-of-sales'>, generator: Generator, demand: Demand): Float64Array {
  const { sales, expected } = demand
  let recent = 0
  return expected.map((ahead, t) => {
    if (t > 0) recent += sales[t - 1]
    if (t > pattern.memory) recent -= sales[t - 1 - pattern.memory]
    const past = t > 0 ? recent / Math.min(t, pattern.memory) : ahead
    const expectation = pattern.foresight * ahead + (1 - pattern.foresight) * past
    return pattern.share * Math.max(0, expectation) * jitter(generator, pattern.sd)
  })
}

/** 1 in an average week; more in season as far as the budget follows it; never quite nothing. */
function seasonal(follow: number, around: Surroundings, t: number): number {
  return Math.max(0.1, 1 + follow * around.season[t])
}

/** A log-normal factor with mean 1. */
function jitter(generator: Generator, sd: number): number {
  return exp(sd * generator.normal() - (sd * sd) / 2)
}

function amountsOf(name: string, channel: ChannelWorld, around: Surroundings): Float64Array {
  const amounts = around.amounts.get(name)
  if (amounts === undefined) throw new Error(`Channel ${channel.name} must come after ${name}, which it goes with.`)
  return amounts
}

function demandFor(channel: ChannelWorld, around: Surroundings): Demand {
  if (around.demand === null) throw new Error(`Channel ${channel.name} must come after those that make demand.`)
  return around.demand
}
