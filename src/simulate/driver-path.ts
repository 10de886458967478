import type { DriverPath, DriverWorld } from './world.js'
import type { Generator } from '../numeric/random/generator.js'
import { createGenerator } from '../numeric/random/generator.js'
import { cos } from '../numeric/special/trigonometry.js'
import { autoregression } from './base-demand.js'
import { roundTo } from './rounding.js'
import { yearFraction } from './week.js'

/** The calendar a path runs along: Mondays in days since 1970-01-01, and demand's season in [-1, 1]. */
export interface Weeks {
  readonly mondays: readonly number[]
  readonly season: Float64Array
}

/** A driver's values in every week, rounded as the table shows them. */
export function driverPath(driver: DriverWorld, seed: number, weeks: Weeks): Float64Array {
  const generator = createGenerator(seed, 'driver', driver.name)
  return path(driver.path, generator, weeks).map((value) => roundTo(value, driver.decimals))
}

function path(shape: DriverPath, generator: Generator, weeks: Weeks): Float64Array {
  switch (shape.kind) {
    case 'seasonal': {
      const weather = autoregression(generator, shape.sd, shape.correlation, weeks.mondays.length)
      return weather.map((extra, t) => {
        const angle = 2 * Math.PI * (yearFraction(weeks.mondays[t]) - shape.trough / 52)
        return shape.mean - shape.amplitude * cos(angle) + extra
      })
    }
    case 'price':
      return pricePath(shape, generator, weeks.mondays.length)
    case 'bursts':
      return burstPath(shape, generator, weeks.mondays.length)
    case 'wandering':
    default: {
      const wander = autoregression(generator, shape.sd, shape.correlation, weeks.mondays.length)
      return wander.map((extra, t) => Math.max(shape.floor, shape.mean * (1 + shape.season * weeks.season[t]) + extra))
    }
  }
}

function pricePath(shape: Extract<DriverPath, { kind: 'price' }>, generator: Generator, length: number): Float64Array {
  const out = new Float64Array(length)
  let list = shape.start
  let changeAt = 0
  let price = shape.start
  for (let t = 0; t < length; t++) {
    if (t === changeAt) {
      const wish = list + shape.sd * generator.normal()
      price = Math.round((wish + shape.ending) / shape.step) * shape.step - shape.ending
      changeAt += integerIn(generator, shape.weeks)
    }
    list += shape.drift / 52
    out[t] = price
  }
  return out
}

function burstPath(shape: Extract<DriverPath, { kind: 'bursts' }>, generator: Generator, length: number): Float64Array {
  const out = new Float64Array(length)
  let t = generator.integer(shape.gap[1] + 1)
  while (t < length) {
    const size = shape.sizes[generator.integer(shape.sizes.length)]
    const end = t + integerIn(generator, shape.weeks)
    for (; t < end && t < length; t++) out[t] = size
    t += integerIn(generator, shape.gap)
  }
  return out
}

/** A whole number drawn evenly from a closed range. */
export function integerIn(generator: Generator, [low, high]: readonly [number, number]): number {
  return low + generator.integer(high - low + 1)
}
