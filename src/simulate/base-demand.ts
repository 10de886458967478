import type { World } from './world.js'
import { createGenerator } from '../numeric/random/generator.js'
import { cos } from '../numeric/special/trigonometry.js'
import { pow } from '../numeric/special/exp-log.js'
import { yearFraction } from './week.js'

const WEEKS_PER_YEAR = 365.25 / 7

/** Demand without media, drivers and events: KPI per week, and the season that budgets follow. */
export interface BaseDemand {
  readonly kpi: Float64Array
  /** See `demandSeason`. */
  readonly season: Float64Array
}

/** Level, growth, steps, season and slow wandering of demand in every week, history included. */
export function baseDemand(world: World, mondays: readonly number[]): BaseDemand {
  const { base } = world
  const waves = seasonWaves(world, mondays)
  const wander = autoregression(
    createGenerator(world.seed, 'wander'),
    base.wander.sd,
    pow(0.5, 1 / base.wander.halfLife),
    mondays.length,
  )
  const middle = world.history.weeks + (world.weeks - 1) / 2
  const kpi = Float64Array.from(
    mondays,
    (_, t) =>
      base.level * (1 + (base.growth * (t - middle)) / WEEKS_PER_YEAR + waves[t] + wander[t] + steppedAt(world, t)),
  )
  return { kpi, season: demandSeason(world, mondays) }
}

/** The yearly waves of demand divided by their largest swing in these weeks: within [-1, 1], 0 without a season. */
export function demandSeason(world: World, mondays: readonly number[]): Float64Array {
  const waves = seasonWaves(world, mondays)
  const swing = waves.reduce((most, wave) => Math.max(most, Math.abs(wave)), 0)
  return waves.map((wave) => (swing > 0 ? wave / swing : 0))
}

/** A stationary first-order autoregression with the given standard deviation and lag-one correlation. */
export function autoregression(
  generator: { normal(): number },
  sd: number,
  correlation: number,
  length: number,
): Float64Array {
  const innovation = Math.sqrt(1 - correlation * correlation)
  const out = new Float64Array(length)
  let state = generator.normal()
  for (let t = 0; t < length; t++) {
    if (t > 0) state = correlation * state + innovation * generator.normal()
    out[t] = sd * state
  }
  return out
}

function seasonWaves(world: World, mondays: readonly number[]): Float64Array {
  return Float64Array.from(mondays, (monday) => seasonAt(world, monday))
}

function steppedAt(world: World, t: number): number {
  let level = 0
  for (const { week, change } of world.base.steps ?? []) if (t - world.history.weeks >= week) level += change
  return level
}

function seasonAt(world: World, monday: number): number {
  let wave = 0
  for (const { perYear, amplitude, peak } of world.base.season) {
    wave += amplitude * cos(2 * Math.PI * perYear * (yearFraction(monday) - peak / 52))
  }
  return wave
}
