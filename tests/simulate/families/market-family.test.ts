import { describe, expect, it } from 'vitest'
import { correlation, standardDeviation } from '../../../src/numeric/stats/summary.js'
import { channelTrait } from '../../../src/simulate/families/channel-trait.js'
import { familyByName, familyNames, marketFamilies } from '../../../src/simulate/families/market-family.js'
import { generateMarket } from '../../../src/simulate/market.js'
import { marketState, type MarketState } from '../../../src/simulate/market-state.js'
import { parseSpec } from '../../../src/model/spec/parse-spec.js'
import { specYaml } from '../../../src/simulate/spec-yaml.js'
import type { World } from '../../../src/simulate/world.js'

const seeds = Array.from({ length: 20 }, (_, i) => i + 1)

/** The channels of a family's first markets that are out of the ordinary in its way. */
function traitsOf(name: string): string[][] {
  return seeds.map((seed) => {
    const world = familyByName(name).world(seed)
    return world.channels.map((channel) => channelTrait(world, channel))
  })
}

function worldsOf(name: string): World[] {
  return seeds.map((seed) => familyByName(name).world(seed))
}

describe('marketFamilies', () => {
  it.each(familyNames)('%s gives a market from every seed, the same one every time', (name) => {
    const { world } = familyByName(name)
    expect(world(7)).toEqual(world(7))
    expect(world(7).channels).not.toEqual(world(8).channels)
    expect(world(7).name).toBe(`${name}-7`)
    for (const seed of [1, 2, 4_000_000_000]) {
      const { plans } = marketState(world(seed))
      for (const { spend } of plans) expect(Math.max(...spend!)).toBeGreaterThan(0)
      expect(() => parseSpec(specYaml(world(seed)), { file: 'world.yaml' })).not.toThrow()
    }
  })

  it('give other markets than each other from the same seed', () => {
    const levels = marketFamilies.map(({ world }) => world(3).base.level)
    expect(new Set(levels).size).toBe(levels.length)
  })

  it('are found by name, and listed where there is none', () => {
    expect(() => familyByName('colinear')).toThrow(
      'There is no family `colinear`; the families are matched, other-curves,',
    )
  })

  it('spread media shares over half a per cent to a half, and the log of returns by 0.3 to 1.5', () => {
    const worlds = Array.from({ length: 60 }, (_, i) => familyByName('matched').world(i + 1))
    const shares = worlds.map(({ base, channels }) => {
      const kpi = channels.reduce((sum, { effect, budgets }) => sum + (effect.value * budgets[0]) / 52, 0)
      return kpi / (kpi + base.level)
    })
    expect(Math.min(...shares)).toBeLessThan(0.01)
    expect(Math.max(...shares)).toBeGreaterThan(0.35)
    const logReturns = worlds.map(({ channels }) => Float64Array.from(channels, ({ effect }) => Math.log(effect.value)))
    const spreads = logReturns.map(standardDeviation)
    expect(Math.min(...spreads)).toBeLessThan(0.35)
    expect(Math.max(...spreads)).toBeGreaterThan(1.3)
  })

  it('matched has the fitted curves alone, other-curves never', () => {
    for (const { channels } of worldsOf('matched'))
      for (const { carryOver, response } of channels)
        expect([carryOver.kind, response.kind]).toEqual(['geometric', 'hill'])
    for (const { channels } of worldsOf('other-curves'))
      for (const { carryOver, response } of channels) {
        expect(carryOver.kind).not.toBe('geometric')
        expect(response.kind).not.toBe('hill')
      }
  })

  it('the other families have the fitted curves in about half of their markets', () => {
    const fitted = worldsOf('heavy-tails').filter(({ channels }) => channels[0].response.kind === 'hill')
    expect(fitted.length).toBeGreaterThan(5)
    expect(fitted.length).toBeLessThan(15)
  })

  it('have the one channel, or the two, that they are named for', () => {
    const count = (name: string, trait: string): number[] =>
      traitsOf(name).map((traits) => traits.filter((own) => own === trait).length)
    expect(new Set(count('dead-channel', 'dead'))).toEqual(new Set([1]))
    expect(new Set(count('harmful-channel', 'harmful'))).toEqual(new Set([1]))
    expect(new Set(count('collinear', 'collinear'))).toEqual(new Set([2]))
    expect(new Set(count('long-carry-over', 'long carry-over'))).toEqual(new Set([1]))
    expect(Math.min(...count('sales-led-spend', 'sales-led'))).toBeGreaterThanOrEqual(2)
    expect(
      traitsOf('seasonal-response')
        .flat()
        .every((trait) => trait === 'seasonal'),
    ).toBe(true)
  })

  it('give a dead channel no KPI and a harmful one less than none', () => {
    for (const [name, trait] of [
      ['dead-channel', 'dead'],
      ['harmful-channel', 'harmful'],
    ] as const) {
      const world = familyByName(name).world(2)
      const { truth } = generateMarket(world)
      const c = world.channels.findIndex((channel) => channelTrait(world, channel) === trait)
      expect(Math.sign(truth.channels[c].contribution)).toBe(trait === 'dead' ? 0 : -1)
      expect(truth.channels[c].spend).toBeGreaterThan(0)
    }
  })

  it('collinear spend correlates by 0.95 in the table', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const world = familyByName('collinear').world(seed)
      const state = marketState(world)
      const first = windowSpend(state, 0)
      const last = windowSpend(state, world.channels.length - 1)
      expect(Math.abs(correlation(first, last) - 0.95)).toBeLessThan(0.03)
    }
  })

  it('sales-led spend is a steady share of sales, more so than other spend', () => {
    for (const seed of [1, 2, 3]) {
      const world = familyByName('sales-led-spend').world(seed)
      const state = marketState(world)
      const c = world.channels.length - 1
      const spend = windowSpend(state, c)
      const pattern = world.channels[c].pattern
      if (pattern.kind !== 'share-of-sales') throw new Error('not led by sales')
      const sales = generateMarket(world).truth.expected
      const share = spend.map((money, t) => money / sales[t])
      const mean = share.reduce((sum, own) => sum + own, 0) / share.length
      expect(standardDeviation(share) / mean).toBeLessThan(0.25)
      expect(mean / pattern.share).toBeGreaterThan(0.4)
      expect(mean / pattern.share).toBeLessThan(1.4)
    }
  })

  it('level-shifts jumps twice by 5 to 20 % of the level', () => {
    for (const { base, weeks } of worldsOf('level-shifts')) {
      expect(base.steps).toHaveLength(2)
      for (const { week, change } of base.steps!) {
        expect(week).toBeGreaterThan(0.1 * weeks)
        expect(week).toBeLessThan(0.9 * weeks)
        expect(Math.abs(change)).toBeGreaterThanOrEqual(0.05)
        expect(Math.abs(change)).toBeLessThanOrEqual(0.2)
      }
    }
  })
})

function windowSpend({ world, plans }: MarketState, channel: number): Float64Array {
  return plans[channel].spend!.slice(world.history.weeks)
}
