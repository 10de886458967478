import { describe, expect, it } from 'vitest'
import { standardDeviation } from '../../src/numeric/stats/summary.js'
import { demandSeason } from '../../src/simulate/base-demand.js'
import { channelKpi } from '../../src/simulate/forward.js'
import { marketState } from '../../src/simulate/market-state.js'
import { dayNumber } from '../../src/simulate/week.js'
import type { ChannelWorld, SpendPattern, World } from '../../src/simulate/world.js'
import { nationalBrand } from '../../src/simulate/worlds/national-brand.js'
import { retailer } from '../../src/simulate/worlds/retailer.js'

describe('marketState', () => {
  it('lifts the weeks of an event and no others', () => {
    const state = marketState(retailer)
    const friday = state.parts.find(({ name }) => name === 'black-friday')!
    const lifted = state.mondays.filter((_, t) => friday.kpi[t] !== 0)
    expect(lifted).toEqual(['2021-11-22', '2022-11-21', '2023-11-20', '2024-11-25', '2025-11-24'].map(dayNumber))
    expect(Math.max(...friday.kpi)).toBeCloseTo(0.16 * 3_350_000, 6)
  })

  it('counts a treatment against its reference and an excess only above its threshold', () => {
    const state = marketState(retailer)
    const prices = state.drivers.find(({ driver }) => driver.name === 'price')!.values
    const price = state.parts.find(({ name }) => name === 'price')!
    prices.forEach((value, t) => expect(price.kpi[t]).toBeCloseTo(-210_000 * (value - 9.99), 6))
    const temperatures = state.drivers.find(({ driver }) => driver.name === 'temperature')!.values
    const heat = state.parts.find(({ name }) => name === 'heat')!
    heat.kpi.forEach((value, t) => expect(value === 0).toBe(temperatures[t] <= 20))
  })

  it('keeps other channels as they are when one is added', () => {
    const fewer = marketState({ ...nationalBrand, channels: nationalBrand.channels.slice(0, 2) })
    const all = marketState(nationalBrand)
    expect(fewer.plans[1]).toEqual(all.plans[1])
    expect(fewer.noise).toEqual(all.noise)
  })

  it('draws heavy tails with the standard deviation that is stated', () => {
    const long: World = {
      ...nationalBrand,
      weeks: 5200,
      drivers: [],
      channels: [],
      base: { ...nationalBrand.base, level: 1 },
    }
    const normal = marketState({ ...long, noise: { sd: 0.02, correlation: 0.3 } }).noise
    const heavy = marketState({ ...long, noise: { sd: 0.02, correlation: 0.3, degrees: 5 } }).noise
    expect(standardDeviation(heavy)).toBeCloseTo(0.02, 2)
    const far = (noise: Float64Array): number => noise.filter((value) => Math.abs(value) > 0.07).length
    expect(far(normal)).toBeLessThan(8)
    expect(far(heavy)).toBeGreaterThan(15)
  })

  it('sees the sales that media make when a channel spends a share of them, and not that channel’s own', () => {
    const pattern: SpendPattern = { kind: 'share-of-sales', share: 0.05, foresight: 1, memory: 4, sd: 0 }
    const follower: ChannelWorld = { ...nationalBrand.channels[4], pattern, budgets: [], roundTo: 1 }
    const world = { ...nationalBrand, channels: [nationalBrand.channels[0], follower] }
    const { plans, mechanisms, baseline } = marketState(world)
    const tv = channelKpi(mechanisms[0], plans[0].media)
    plans[1].spend!.forEach((money, t) => expect(money).toBe(Math.round(0.05 * (baseline[t] + tv[t]))))
  })

  it('lets media work as much better in season as the world says', () => {
    const social: ChannelWorld = { ...nationalBrand.channels[3], withSeason: 0.5 }
    const { mondays, plans, mechanisms } = marketState({ ...nationalBrand, channels: [social] })
    const [{ response, weights, potency }] = mechanisms
    const season = demandSeason(nationalBrand, mondays)
    const kpi = channelKpi(mechanisms[0], plans[0].media)
    const even = channelKpi({ response, weights }, plans[0].media)
    kpi.forEach((value, t) => expect(value).toBeCloseTo(potency![t] * even[t], 6))
    mondays.forEach((_, t) => expect(potency![t]).toBeCloseTo(1 + 0.5 * season[t], 3))
    expect(potency!.length).toBeGreaterThanOrEqual(mondays.length + weights.length)
  })

  it('refuses a channel that is never active', () => {
    const silent = { ...nationalBrand.channels[0], budgets: [0] }
    expect(() => marketState({ ...nationalBrand, channels: [silent] })).toThrow('Channel tv is never active')
  })
})
