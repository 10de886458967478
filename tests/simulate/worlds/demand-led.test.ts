import { describe, expect, it } from 'vitest'
import { correlation } from '../../../src/numeric/stats/summary.js'
import { generateMarket } from '../../../src/simulate/market.js'
import { demandLed } from '../../../src/simulate/worlds/demand-led.js'

const { truth, table } = generateMarket(demandLed)
const column = (name: string): Float64Array =>
  Float64Array.from(table.find((own) => own.name === name)!.values as number[])
const channel = (name: string): (typeof truth.channels)[number] => truth.channels.find((own) => own.name === name)!
/** Sales that no channel brings: what is expected without any. */
const demand = Float64Array.from(truth.expected, (kpi, t) =>
  truth.channels.reduce((left, { series }) => left - series[t], kpi),
)

describe('demandLed', () => {
  it.each([
    ['generic_search', 0.025, 0.8],
    ['social', 0.03, 0.5],
  ])('spends a share of expected sales on %s, which so goes with demand without its doing', (name, share, least) => {
    const spend = column(`${name}_spend`)
    const sales = column('revenue')
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)
    // A share of the sales that the channels without such a budget make: most, not all of them.
    expect(total(spend) / total(sales)).toBeLessThan(share)
    expect(total(spend) / total(sales)).toBeGreaterThan(0.8 * share)
    expect(correlation(spend, demand)).toBeGreaterThan(least)
  })

  it('buys television and video by plan, hardly with demand', () => {
    expect(Math.abs(correlation(column('tv_spend'), demand))).toBeLessThan(0.4)
    expect(Math.abs(correlation(column('video_spend'), demand))).toBeLessThan(0.4)
  })

  it('has a brand search that goes with demand almost as one, and brings less than it costs', () => {
    expect(correlation(column('brand_search_spend'), demand)).toBeGreaterThan(0.85)
    expect(channel('brand_search').role).toBe('demand-capture')
    expect(channel('brand_search').roas).toBeCloseTo(0.8, 2)
  })

  it('measures a part of demand, not all of it', () => {
    const interest = correlation(column('category_interest'), demand)
    expect(interest).toBeGreaterThan(0.5)
    expect(interest).toBeLessThan(0.95)
  })

  it('earns next to nothing with television, and loses money with social', () => {
    expect(Math.abs(channel('tv').roi!)).toBeLessThan(0.05)
    expect(channel('social').roi).toBeLessThan(-0.3)
    expect(truth.media.share).toBeCloseTo(0.22, 2)
  })
})
