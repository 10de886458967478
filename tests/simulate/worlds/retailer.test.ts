import { describe, expect, it } from 'vitest'
import { correlation } from '../../../src/numeric/stats/summary.js'
import { generateMarket } from '../../../src/simulate/market.js'
import { retailer } from '../../../src/simulate/worlds/retailer.js'

const { truth, table } = generateMarket(retailer)
const inWindow = (name: string): Float64Array =>
  Float64Array.from((table.find((column) => column.name === name)!.values as number[]).slice(26))

describe('retailer', () => {
  it('buys display beside social and radio with television', () => {
    expect(correlation(inWindow('display_spend'), inWindow('social_spend'))).toBeGreaterThan(0.85)
    expect(correlation(inWindow('radio_spend'), inWindow('tv_spend'))).toBeGreaterThan(0.3)
  })

  it('has a brand search that moves with sales and brings little', () => {
    expect(correlation(inWindow('brand_search_spend'), inWindow('revenue'))).toBeGreaterThan(0.6)
    const brandSearch = truth.channels.find(({ name }) => name === 'brand_search')!
    expect(brandSearch.role).toBe('demand-capture')
    expect(brandSearch.share).toBeLessThan(0.005)
  })

  it('moves with price, promotion, weather, heat, a competitor and four kinds of events', () => {
    expect(truth.treatments.map(({ name }) => name)).toEqual(['price', 'promotion'])
    expect(truth.controls.map(({ name }) => name)).toEqual([
      'temperature',
      'heat',
      'competitor',
      'black-friday',
      'christmas-run-up',
      'easter',
      'web-shop-relaunch',
    ])
    for (const { series } of [...truth.treatments, ...truth.controls]) {
      expect(Math.max(...series.map(Math.abs))).toBeGreaterThan(50_000)
    }
  })

  it('keeps its numbers in the range of life', () => {
    const temperature = inWindow('temperature')
    expect(Math.min(...temperature)).toBeGreaterThan(-12)
    expect(Math.max(...temperature)).toBeLessThan(30)
    expect(Math.min(...inWindow('price'))).toBeGreaterThan(8)
    expect(Math.max(...inWindow('price'))).toBeLessThan(13)
    expect(Math.min(...inWindow('revenue'))).toBeGreaterThan(2.5e6)
    expect(Math.max(...inWindow('revenue'))).toBeLessThan(6e6)
  })
})
