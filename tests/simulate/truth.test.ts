import { describe, expect, it } from 'vitest'
import { runMarket } from '../../src/simulate/forward.js'
import { marketState } from '../../src/simulate/market-state.js'
import { generateMarket } from '../../src/simulate/market.js'
import type { Truth } from '../../src/simulate/truth.js'
import type { World } from '../../src/simulate/world.js'
import { nationalBrand } from '../../src/simulate/worlds/national-brand.js'
import { retailer } from '../../src/simulate/worlds/retailer.js'

const truths: readonly Truth[] = [nationalBrand, retailer].map((world) => generateMarket(world).truth)

describe('marketTruth', () => {
  it('has parts that add up to the expected KPI in every week', () => {
    for (const truth of truths) {
      const parts = [truth.baseline, ...truth.treatments, ...truth.controls, ...truth.channels]
      truth.expected.forEach((expected, t) => {
        expect(parts.reduce((sum, { series }) => sum + series[t], 0)).toBeCloseTo(expected, 4)
      })
    }
  })

  it('differs from the table by the noise and the rounding only', () => {
    const market = generateMarket(nationalBrand)
    const revenue = market.table.find(({ name }) => name === 'revenue')!.values
    revenue.forEach((value, t) => {
      const drawn = market.truth.expected[t] + market.truth.noise.series[t]
      expect(Math.abs((value as number) - drawn)).toBeLessThanOrEqual(0.5 + 1e-6)
    })
  })

  it('bridges contribution and return: less what was carried in, plus what is carried out', () => {
    for (const channel of [...truths[0].channels, ...truths[1].channels, truths[0].media]) {
      const { contribution, carriedIn, carriedOut, incrementalKpi } = channel
      expect(contribution - carriedIn + carriedOut).toBeCloseTo(incrementalKpi, 3)
    }
  })

  it('gives paid media the sum of the paid channels, whose effects do not interact', () => {
    for (const truth of truths) {
      const paid = truth.channels.filter(({ kind }) => kind === 'paid')
      const total = (key: 'spend' | 'contribution' | 'incrementalKpi'): number =>
        paid.reduce((sum, channel) => sum + channel[key]!, 0)
      expect(truth.media.spend).toBe(total('spend'))
      expect(truth.media.contribution).toBeCloseTo(total('contribution'), 2)
      expect(truth.media.roas).toBeCloseTo(total('incrementalKpi') / total('spend'), 9)
    }
  })

  it('gives the ROAS that the world asks for, up to the rounding of its parameters', () => {
    nationalBrand.channels.forEach(({ effect }, c) => expect(truths[0].channels[c].roas).toBeCloseTo(effect.value, 2))
  })

  it('orders ROI-max, profit-max and break-even, and makes the greatest profit at profit-max', () => {
    for (const channel of truths.flatMap((truth) => truth.channels.filter(({ kind }) => kind === 'paid'))) {
      expect(channel.roiMax!.multiple).toBeLessThanOrEqual(channel.profitMax!.multiple)
      expect(channel.profitMax!.multiple).toBeLessThanOrEqual(channel.breakEven!.multiple)
      expect(channel.profitMax!.profit).toBeGreaterThanOrEqual(channel.profit!)
    }
  })

  it('gives a channel that costs money but does nothing a contribution of zero', () => {
    const idle = { ...nationalBrand.channels[3], effect: { on: 'roas', value: 0 } } as const
    const truth = generateMarket({ ...nationalBrand, channels: [nationalBrand.channels[0], idle] }).truth
    expect(truth.channels[1].contribution).toBe(0)
    expect(truth.channels[1].roas).toBe(0)
    expect(truth.channels[1].roi).toBe(-1)
    expect(truth.channels[1].profitMax!.spend).toBe(0)
  })

  it('counts a harmful channel below zero, pays for it, and asks for no more of it', () => {
    const harmful = { ...nationalBrand.channels[3], effect: { on: 'roas', value: -0.8 } } as const
    const truth = generateMarket({ ...nationalBrand, channels: [nationalBrand.channels[0], harmful] }).truth
    expect(truth.channels[1].roas).toBeCloseTo(-0.8, 2)
    expect(truth.channels[1].contribution).toBeLessThan(0)
    expect(truth.channels[1].costPerKpi).toBeNull()
    expect(truth.channels[1].profitMax!.spend).toBe(0)
    expect(truth.media.contribution).toBeCloseTo(truth.channels[0].contribution + truth.channels[1].contribution, 2)
  })

  it('is what running the market again without the channel gives, for every new mechanism', () => {
    const [tv, radio, outdoor, social] = nationalBrand.channels
    const pattern = { kind: 'share-of-sales', share: 0.04, foresight: 0.5, memory: 4, sd: 0.1 } as const
    const long = { kind: 'geometric', retention: 0.917 } as const
    const world: World = {
      ...nationalBrand,
      base: { ...nationalBrand.base, steps: [{ week: 70, change: -0.15 }] },
      noise: { sd: 0.03, correlation: 0.5, degrees: 3 },
      channels: [
        { ...tv, withSeason: 0.6, carryOver: long },
        { ...radio, response: { kind: 'logarithmic', half: 0.7 } },
        { ...outdoor, pattern: { kind: 'collinear', channel: 'tv', correlation: 0.95 } },
        { ...social, pattern, budgets: [] },
      ],
    }
    const state = marketState(world)
    const { truth } = generateMarket(world)
    const media = state.plans.map((plan) => plan.media)
    const sales = (of: readonly Float64Array[]): Float64Array =>
      runMarket({ withoutMedia: state.baseline, noise: state.noise }, state.mechanisms, of)
    truth.channels.forEach((channel, c) => {
      const without = sales(media.map((own, other) => (other === c ? new Float64Array(own.length) : own)))
      const lost = sales(media).map((kpi, t) => kpi - without[t])
      channel.series.forEach((kpi, t) => expect(kpi).toBeCloseTo(lost[26 + t], 6))
      expect(channel.contribution).toBeCloseTo(
        lost.subarray(26).reduce((sum, kpi) => sum + kpi, 0),
        3,
      )
      expect(channel.roas! / world.channels[c].effect.value).toBeCloseTo(1, 3)
      const more = channel.curve.kpi[channel.curve.multiples.indexOf(1)]
      expect(more / channel.incrementalKpi).toBeCloseTo(1, 9)
    })
  })

  it('shows no return for organic channels', () => {
    const newsletter = truths[1].channels.find(({ name }) => name === 'newsletter')!
    expect([newsletter.spend, newsletter.roas, newsletter.profit, newsletter.profitMax]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(newsletter.contribution / 208).toBeCloseTo(55_000, -2)
  })

  it('carries nothing in where there was no history', () => {
    const world: World = { ...nationalBrand, history: { weeks: 0, shipped: false } }
    for (const { carriedIn } of generateMarket(world).truth.channels) expect(carriedIn).toBe(0)
  })
})
