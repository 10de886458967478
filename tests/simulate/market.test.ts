import { describe, expect, it } from 'vitest'
import { generateMarket, type Market } from '../../src/simulate/market.js'
import { nationalBrand } from '../../src/simulate/worlds/national-brand.js'
import { retailer } from '../../src/simulate/worlds/retailer.js'

const column = (market: Market, name: string): readonly (number | string | null)[] =>
  market.table.find((candidate) => candidate.name === name)!.values

describe('generateMarket', () => {
  it('gives the same market every time, and another for another seed', () => {
    const again = generateMarket(nationalBrand)
    expect(generateMarket(nationalBrand).table).toEqual(again.table)
    expect(generateMarket({ ...nationalBrand, seed: 2 }).table).not.toEqual(again.table)
  })

  it('follows an independent loop from the table’s own media to its revenue', () => {
    const market = generateMarket(retailer)
    const { truth } = market
    const media = truth.channels.map(({ name }) => {
      const channel = retailer.channels.find((candidate) => candidate.name === name)!
      return column(market, channel.delivery?.column ?? channel.spendColumn!) as number[]
    })
    const rest = [truth.baseline, ...truth.treatments, ...truth.controls]
    column(market, 'revenue').forEach((revenue, row) => {
      const t = row - 26
      if (t < 0) return expect(revenue).toBeNull()
      const parts = rest.reduce((sum, { series }) => sum + series[t], truth.noise.series[t])
      const effects = truth.channels.reduce((sum, channel, c) => sum + naiveEffect(channel, media[c], row), 0)
      expect(Math.abs((revenue as number) - parts - effects)).toBeLessThan(0.6)
    })
  })

  it('ships the history of media with an empty KPI only where the world says so', () => {
    expect(column(generateMarket(retailer), 'week')).toHaveLength(26 + 208)
    const brand = generateMarket(nationalBrand)
    expect(column(brand, 'week')[0]).toBe('2023-01-02')
    expect(column(brand, 'revenue')).not.toContain(null)
  })
})

/** What a channel brings in a row, written out with the language's own mathematics. */
function naiveEffect(channel: Market['truth']['channels'][number], media: readonly number[], row: number): number {
  const lags = Array.from({ length: 400 }, (_, lag) => naiveWeight(channel.carryOver, lag))
  const whole = lags.reduce((sum, weight) => sum + weight, 0)
  let level = 0
  for (let lag = 0; lag <= Math.min(row, 399); lag++) level += (lags[lag] / whole) * media[row - lag]
  const { kind, ceiling, half, slope } = channel.response
  if (level === 0) return 0
  return kind === 'hill' ? ceiling / (1 + (half / level) ** slope) : ceiling * (1 - 2 ** (-level / half))
}

function naiveWeight(carryOver: Market['truth']['channels'][number]['carryOver'], lag: number): number {
  switch (carryOver.kind) {
    case 'none':
      return lag === 0 ? 1 : 0
    case 'geometric':
      return carryOver.retention ** lag
    case 'delayed':
      return carryOver.retention ** ((lag - carryOver.delay) ** 2)
    case 'weibull':
      return (
        ((lag + 1) / carryOver.scale) ** (carryOver.shape - 1) *
        Math.exp(-(((lag + 1) / carryOver.scale) ** carryOver.shape))
      )
    case 'two-speed':
    default:
      return (
        (1 - carryOver.slowShare) * (1 - carryOver.fast) * carryOver.fast ** lag +
        carryOver.slowShare * (1 - carryOver.slow) * carryOver.slow ** lag
      )
  }
}
