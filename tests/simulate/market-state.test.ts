import { describe, expect, it } from 'vitest'
import { marketState } from '../../src/simulate/market-state.js'
import { dayNumber } from '../../src/simulate/week.js'
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

  it('refuses a channel that is never active', () => {
    const silent = { ...nationalBrand.channels[0], budgets: [0] }
    expect(() => marketState({ ...nationalBrand, channels: [silent] })).toThrow('Channel tv is never active')
  })
})
