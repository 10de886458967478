import { expect, it } from 'vitest'
import { createGenerator } from '../../src/numeric/random/generator.js'
import { driverPath, integerIn } from '../../src/simulate/driver-path.js'
import { dayNumber } from '../../src/simulate/week.js'
import type { DriverPath, DriverWorld } from '../../src/simulate/world.js'

const length = 208
const mondays = Array.from({ length }, (_, t) => dayNumber('2022-01-03') + 7 * t)
const weeks = { mondays, season: new Float64Array(length) }

it('a seasonal driver is coldest at its trough', () => {
  const values = pathOf({ kind: 'seasonal', mean: 10, amplitude: 9, trough: 3, sd: 0, correlation: 0 }, 1)
  expect(Math.min(...values)).toBeCloseTo(1, 1)
  expect(Math.max(...values)).toBeCloseTo(19, 1)
  expect(mondays[values.indexOf(Math.min(...values))]).toBeLessThan(dayNumber('2022-02-01'))
})

it('a price stays on its ladder and holds for as long as its range says', () => {
  const values = pathOf({ kind: 'price', start: 9.99, drift: 0.5, sd: 0.4, weeks: [8, 20], step: 0.5, ending: 0.01 }, 2)
  for (const price of values) expect([0.49, 0.99]).toContainEqual(Math.round((price % 1) * 100) / 100)
  const held = values.reduce<number[]>((runs, price, t) => {
    if (t > 0 && price === values[t - 1]) runs[runs.length - 1]++
    else runs.push(1)
    return runs
  }, [])
  expect(new Set(values).size).toBeGreaterThan(1)
  for (const run of held.slice(0, -1)) expect(run).toBeGreaterThanOrEqual(8)
})

it('bursts are of the sizes given, and nothing between', () => {
  const values = pathOf({ kind: 'bursts', gap: [3, 5], weeks: [1, 2], sizes: [0.1, 0.2] }, 2)
  expect(new Set(values)).toEqual(new Set([0, 0.1, 0.2]))
})

it('a wandering driver follows the season of demand and never falls below its floor', () => {
  const season = Float64Array.from(mondays, (_, t) => (t % 52 < 26 ? 1 : -1))
  const shape: DriverPath = { kind: 'wandering', mean: 100, sd: 0, correlation: 0.5, season: 0.9, floor: 40 }
  const values = driverPath(driver(shape, 1), 1, { mondays, season })
  expect(values[0]).toBe(190)
  expect(values[30]).toBe(40)
})

it('integerIn reaches both ends of its range', () => {
  const generator = createGenerator(1, 'range')
  expect(new Set(Array.from({ length: 200 }, () => integerIn(generator, [2, 4])))).toEqual(new Set([2, 3, 4]))
})

function pathOf(path: DriverPath, decimals: number): Float64Array {
  return driverPath(driver(path, decimals), 7, weeks)
}

function driver(path: DriverPath, decimals: number): DriverWorld {
  return { name: 'driver', column: 'driver', kind: 'control', path, decimals, reference: 0, perUnit: 1, excess: null }
}
