import { describe, expect, it } from 'vitest'
import { correlation } from '../../src/numeric/stats/summary.js'
import { spendWeights, type Surroundings } from '../../src/simulate/spend-weights.js'
import { dayNumber } from '../../src/simulate/week.js'
import type { ChannelWorld, SpendPattern } from '../../src/simulate/world.js'
import { nationalBrand } from '../../src/simulate/worlds/national-brand.js'

const length = 520
const mondays = Array.from({ length }, (_, t) => dayNumber('2015-01-05') + 7 * t)
const plain: Surroundings = { mondays, season: new Float64Array(length), amounts: new Map(), demand: null }

describe('spendWeights', () => {
  it('places about as many flights a year as the pattern says, each of a length in its range', () => {
    const flights = runs(weightsOf({ kind: 'flights', perYear: 5, weeks: [3, 6], season: 0, sd: 0.2 }, plain))
    expect(flights.length).toBeGreaterThan(40)
    expect(flights.length).toBeLessThan(60)
    for (const flight of flights.slice(0, -1)) expect([3, 4, 5, 6]).toContain(flight)
  })

  it('moves another channel’s flights by no more than the shift', () => {
    const tv = Float64Array.from(mondays, (_, t) => (t % 20 >= 8 && t % 20 < 12 ? 100 : 0))
    const around = { ...plain, amounts: new Map([['tv', tv]]) }
    const weights = weightsOf({ kind: 'with', channel: 'tv', shift: 1, overlap: 0.5, sd: 0.1 }, around)
    weights.forEach((weight, t) => {
      if (weight > 0) expect(t % 20 >= 7 && t % 20 < 13).toBe(true)
    })
    expect(runs(weights).length).toBeGreaterThan(5)
    expect(runs(weights).length).toBeLessThan(21)
  })

  it('spends always-on budgets in every week but the pauses', () => {
    const pattern: SpendPattern = { kind: 'always-on', season: 0, monthSd: 0.2, sd: 0.1, pausesPerYear: 2 }
    const silent = weightsOf(pattern, plain).filter((weight) => weight === 0).length
    expect(silent).toBeGreaterThan(15)
    expect(silent).toBeLessThan(61)
    expect(weightsOf({ ...pattern, pausesPerYear: 0 }, plain).every((weight) => weight > 0)).toBe(true)
  })

  it('goes beside another channel in proportion to a power of its spend', () => {
    const social = Float64Array.from(mondays, (_, t) => (t === 5 ? 0 : 4))
    const around = { ...plain, amounts: new Map([['social', social]]) }
    const weights = weightsOf({ kind: 'beside', channel: 'social', power: 0.5, sd: 0 }, around)
    expect(weights[0]).toBeCloseTo(2, 12)
    expect(weights[5]).toBe(0)
  })

  it('follows demand in proportion to a power of it', () => {
    const demand = Float64Array.from(mondays, (_, t) => (t < 10 ? 3 : 1))
    const around = { ...plain, demand: { sales: demand, expected: demand } }
    const weights = weightsOf({ kind: 'follows-demand', power: 2, sd: 0 }, around)
    expect(weights[0] / weights[20]).toBeCloseTo(9, 9)
  })

  it('spends a share of the sales that are expected: demand ahead by the foresight, else the mean of the weeks before', () => {
    const expected = Float64Array.from(mondays, (_, t) => (t < 10 ? 100 : 200))
    const sales = Float64Array.from(mondays, (_, t) => [10, 20, 30, 40][t % 4])
    const around = { ...plain, demand: { sales, expected } }
    const share = { kind: 'share-of-sales', share: 0.1, memory: 2, sd: 0 } as const
    const ahead = weightsOf({ ...share, foresight: 1 }, around)
    expect([ahead[0], ahead[9], ahead[10]]).toEqual([10, 10, 20])
    const behind = weightsOf({ ...share, foresight: 0 }, around)
    const first = [10, 1, 1.5, 2.5, 3.5, 2.5]
    first.forEach((money, t) => expect(behind[t]).toBeCloseTo(money, 12))
    expect(weightsOf({ ...share, foresight: 0.5 }, around)[3]).toBeCloseTo(6.25, 12)
  })

  it('correlates with another channel as stated, whether that is always on or in flights', () => {
    const alwaysOn = weightsOf({ kind: 'always-on', season: 0, monthSd: 0.3, sd: 0.2, pausesPerYear: 1 }, plain)
    const flights = weightsOf({ kind: 'flights', perYear: 6, weeks: [2, 5], season: 0, sd: 0.3 }, plain)
    for (const other of [alwaysOn, flights]) {
      const around = { ...plain, amounts: new Map([['social', other]]) }
      const weights = weightsOf({ kind: 'collinear', channel: 'social', correlation: 0.95 }, around)
      expect(correlation(weights, other)).toBeCloseTo(0.95, 9)
      expect(weights.every((weight, t) => weight > 0 === other[t] > 0)).toBe(true)
    }
  })

  it('refuses a correlation that noise can’t bring about', () => {
    const other = Float64Array.from(mondays, (_, t) => (t === 5 ? 1 : 0))
    const around = { ...plain, amounts: new Map([['social', other]]) }
    expect(() => weightsOf({ kind: 'collinear', channel: 'social', correlation: 0.5 }, around)).toThrow('ask for more')
  })

  it('refuses to go with a channel, or to follow demand, that is not made yet', () => {
    expect(() => weightsOf({ kind: 'beside', channel: 'social', power: 1, sd: 0 }, plain)).toThrow(
      'Channel tv must come after social, which it goes with.',
    )
    expect(() => weightsOf({ kind: 'follows-demand', power: 1, sd: 0 }, plain)).toThrow(
      'Channel tv must come after those that make demand.',
    )
  })
})

function weightsOf(pattern: SpendPattern, around: Surroundings): Float64Array {
  const channel: ChannelWorld = { ...nationalBrand.channels[0], pattern }
  return spendWeights(channel, 1, around)
}

/** Lengths of the stretches above zero. */
function runs(weights: Float64Array): number[] {
  const found: number[] = []
  weights.forEach((weight, t) => {
    if (weight === 0) return
    if (t > 0 && weights[t - 1] > 0) found[found.length - 1]++
    else found.push(1)
  })
  return found
}
