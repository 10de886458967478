import { describe, expect, it } from 'vitest'
import { generateMarket } from '../../../src/simulate/market.js'
import { startUp } from '../../../src/simulate/worlds/start-up.js'

const { truth, table } = generateMarket(startUp)
const column = (name: string): number[] => table.find((own) => own.name === name)!.values as number[]
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('startUp', () => {
  it('is two years in which sales more than double, from tens of thousands a week', () => {
    const revenue = column('revenue')
    expect(revenue).toHaveLength(104)
    expect(sum(revenue.slice(0, 13)) / 13).toBeGreaterThan(40_000)
    expect(sum(revenue.slice(-13)) / sum(revenue.slice(0, 13))).toBeGreaterThan(2)
    expect(Math.min(...revenue)).toBeGreaterThan(30_000)
  })

  it('spends a million in all, and brings a quarter of its sales by it', () => {
    expect(truth.media.spend! / 1e6).toBeCloseTo(1, 1)
    expect(truth.media.share).toBeGreaterThan(0.2)
    expect(truth.media.share).toBeLessThan(0.3)
  })

  it.each(['video', 'podcasts'])('begins %s in its second year', (name) => {
    const spend = column(`${name.replace(/s$/, '')}_spend`)
    expect(sum(spend.slice(0, 52))).toBe(0)
    expect(sum(spend.slice(52))).toBeGreaterThan(70_000)
  })

  it('has a week that a report on television made, and a channel that loses money', () => {
    const revenue = column('revenue')
    expect(revenue[40]).toBeGreaterThan(1.3 * revenue[39])
    expect(truth.channels.find(({ name }) => name === 'podcasts')!.roi).toBeLessThan(0)
    expect(truth.channels.find(({ name }) => name === 'search')!.marginalRoi).toBeGreaterThan(0)
  })
})
