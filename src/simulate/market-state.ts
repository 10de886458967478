import type { ChannelWorld, DriverWorld, EventWorld, World } from './world.js'
import { autoregression, baseDemand, demandSeason } from './base-demand.js'
import { carriedOver, carryOverWeights, MOST_LAGS } from './carry-over.js'
import { driverPath } from './driver-path.js'
import type { Ground, Mechanism } from './forward.js'
import { channelKpi, effectAt, runMarket } from './forward.js'
import type { MediaPlan } from './media-plan.js'
import { mediaPlan } from './media-plan.js'
import { createGenerator } from '../numeric/random/generator.js'
import { studentVariate } from '../numeric/random/variates.js'
import type { Response } from './response.js'
import type { Demand } from './spend-weights.js'
import { roundToDigits } from './rounding.js'
import { dayNumber } from './week.js'

/** A part of demand that is not media: KPI per week, in every week, history included. */
export interface Part {
  readonly name: string
  readonly kind: 'treatment' | 'control' | 'event'
  readonly kpi: Float64Array
}

/** A market before it is turned into a table and a truth; every array has one entry a week, history included. */
export interface MarketState {
  readonly world: World
  readonly mondays: readonly number[]
  readonly baseline: Float64Array
  readonly drivers: readonly { readonly driver: DriverWorld; readonly values: Float64Array }[]
  readonly parts: readonly Part[]
  readonly noise: Float64Array
  /** In the world's order. */
  readonly plans: readonly MediaPlan[]
  readonly mechanisms: readonly Mechanism[]
}

/**
 * Draws a market: everything in it, seen and unseen.
 *
 * @throws Error if the world lists a channel before one that it goes with.
 */
export function marketState(world: World): MarketState {
  const first = dayNumber(world.firstWeek) - 7 * world.history.weeks
  const mondays = Array.from({ length: world.history.weeks + world.weeks }, (_, t) => first + 7 * t)
  const base = baseDemand(world, mondays)
  const weeks = { mondays, season: base.season }
  const drivers = world.drivers.map((driver) => ({ driver, values: driverPath(driver, world.seed, weeks) }))
  const parts = [
    ...drivers.flatMap(({ driver, values }) => driverParts(driver, values, world.history.weeks)),
    ...world.events.map((event) => eventPart(event, world, mondays)),
  ]
  const noise = drawNoise(world, mondays.length)
  const ground = { withoutMedia: withoutMedia(base.kpi, parts), noise }
  const { plans, mechanisms } = buyMedia(world, ground, weeks)
  return { world, mondays, baseline: base.kpi, drivers, parts, noise, plans, mechanisms }
}

/** Noise in KPI per week; with heavy tails its standard deviation is the stated one all the same. */
function drawNoise(world: World, length: number): Float64Array {
  const { sd, correlation, degrees } = world.noise
  const generator = createGenerator(world.seed, 'noise')
  const innovations =
    degrees === undefined
      ? generator
      : { normal: () => studentVariate(generator, degrees) * Math.sqrt((degrees - 2) / degrees) }
  return autoregression(innovations, sd * world.base.level, correlation, length)
}

/** KPI per week without any media: the baseline and every other part. */
export function withoutMedia(baseline: Float64Array, parts: readonly Part[]): Float64Array {
  return baseline.map((kpi, t) => parts.reduce((sum, part) => sum + part.kpi[t], kpi))
}

function driverParts(driver: DriverWorld, values: Float64Array, history: number): Part[] {
  const inWindow = values.subarray(history)
  const mean = inWindow.reduce((sum, value) => sum + value, 0) / inWindow.length
  const reference = driver.reference === 'mean' ? mean : driver.reference
  const whole: Part = {
    name: driver.name,
    kind: driver.kind,
    kpi: values.map((value) => driver.perUnit * (value - reference)),
  }
  const { excess } = driver
  if (excess === null) return [whole]
  const kpi = values.map((value) => excess.perUnit * Math.max(0, value - excess.above))
  return [whole, { name: excess.name, kind: 'control', kpi }]
}

function eventPart(event: EventWorld, world: World, mondays: readonly number[]): Part {
  const kpi = new Float64Array(mondays.length)
  for (const date of event.dates) {
    const week = Math.floor((dayNumber(date) - mondays[0]) / 7)
    event.lift.forEach((lift, offset) => {
      const t = week + event.from + offset
      if (t >= 0 && t < kpi.length) kpi[t] += lift * world.base.level
    })
  }
  return { name: event.name, kind: 'event', kpi }
}

/** Plans and mechanisms channel by channel; channels that follow demand see the KPI that all the others make. */
function buyMedia(
  world: World,
  ground: Ground,
  weeks: { readonly mondays: readonly number[]; readonly season: Float64Array },
): { readonly plans: readonly MediaPlan[]; readonly mechanisms: readonly Mechanism[] } {
  const amounts = new Map<string, Float64Array>()
  const plans: MediaPlan[] = []
  const mechanisms: Mechanism[] = []
  let demand: Demand | null = null
  for (const channel of world.channels) {
    if (followsDemand(channel) && demand === null) {
      const media = plans.map((plan) => plan.media)
      const sales = runMarket(ground, mechanisms, media)
      demand = { sales, expected: sales.map((kpi, t) => kpi - ground.noise[t]) }
    }
    const plan = mediaPlan(channel, world, { ...weeks, amounts, demand })
    plans.push(plan)
    mechanisms.push(mechanism(channel, plan, { ...weeks, world }))
    amounts.set(channel.name, plan.spend ?? plan.media)
  }
  return { plans, mechanisms }
}

function followsDemand({ pattern }: ChannelWorld): boolean {
  return pattern.kind === 'follows-demand' || pattern.kind === 'share-of-sales'
}

/** Turns the world's relative numbers into those of the media's unit: half-saturation to 3, ceiling to 4 digits. */
function mechanism(
  channel: ChannelWorld,
  plan: MediaPlan,
  { world, mondays }: { readonly world: World; readonly mondays: readonly number[] },
): Mechanism {
  const history = world.history.weeks
  const weights = carryOverWeights(channel.carryOver)
  const levels = carriedOver(plan.media, weights)
  let total = 0
  let active = 0
  for (let t = history; t < levels.length; t++) {
    if (plan.media[t] === 0) continue
    total += levels[t]
    active++
  }
  if (active === 0) throw new Error(`Channel ${channel.name} is never active: give it a larger budget or more flights.`)
  const half = roundToDigits((channel.response.half * total) / active, 3)
  const slope = channel.response.kind === 'hill' ? channel.response.slope : 1
  const potency = seasonalPotency(channel, world, mondays)
  const unit: Mechanism = { weights, response: { kind: channel.response.kind, ceiling: 1, half, slope }, ...potency }
  const ceiling = roundToDigits(wantedKpi(channel, plan, world) / unitKpi(channel, unit, plan, history), 4)
  const response: Response = { ...unit.response, ceiling }
  return { ...unit, response }
}

/** How potent media are week by week where they follow the season, on into every tail. */
function seasonalPotency(channel: ChannelWorld, world: World, mondays: readonly number[]): Pick<Mechanism, 'potency'> {
  const { withSeason } = channel
  if (withSeason === undefined) return {}
  const weeks = Array.from({ length: mondays.length + MOST_LAGS }, (_, t) => mondays[0] + 7 * t)
  return { potency: demandSeason(world, weeks).map((season) => 1 + withSeason * season) }
}

function wantedKpi(channel: ChannelWorld, plan: MediaPlan, world: World): number {
  if (channel.effect.on === 'kpi-per-week') return channel.effect.value * world.weeks
  if (plan.spend === null) throw new Error(`Organic channel ${channel.name} has no spend, so no ROAS.`)
  return channel.effect.value * plan.spend.subarray(world.history.weeks).reduce((sum, money) => sum + money, 0)
}

/** What a channel with ceiling 1 brings: in the window for an effect per week, with the tail and new spend only for a ROAS. */
function unitKpi(channel: ChannelWorld, unit: Mechanism, plan: MediaPlan, history: number): number {
  if (channel.effect.on === 'kpi-per-week') {
    return channelKpi(unit, plan.media)
      .subarray(history)
      .reduce((sum, kpi) => sum + kpi, 0)
  }
  const long = new Float64Array(plan.media.length + unit.weights.length)
  long.set(plan.media)
  const before = new Float64Array(long.length)
  before.set(plan.media.subarray(0, history))
  const all = carriedOver(long, unit.weights)
  const earlier = carriedOver(before, unit.weights)
  let kpi = 0
  for (let t = history; t < long.length; t++) kpi += effectAt(unit, all[t], t) - effectAt(unit, earlier[t], t)
  return kpi
}
