import { describe, expect, it } from 'vitest'
import { generateMarket } from '../../../src/simulate/market.js'
import { nationalBrand } from '../../../src/simulate/worlds/national-brand.js'

const { truth, table } = generateMarket(nationalBrand)
const channel = (name: string): (typeof truth.channels)[number] => truth.channels.find((own) => own.name === name)!

describe('nationalBrand', () => {
  it('sells for one to three million euros a week, a fifth of it by media that cost six to seven percent of sales', () => {
    const revenue = table.find(({ name }) => name === 'revenue')!.values as number[]
    expect(Math.min(...revenue)).toBeGreaterThan(1e6)
    expect(Math.max(...revenue)).toBeLessThan(3e6)
    expect(truth.media.share).toBeCloseTo(0.22, 2)
    expect(truth.media.spend! / truth.kpi.expected).toBeCloseTo(0.066, 2)
    expect(truth.media.roi).toBeGreaterThan(0)
  })

  it('buys television far beyond the point that pays, and social and search below it', () => {
    expect(channel('tv').roi).toBeGreaterThan(0)
    expect(channel('tv').marginalRoi).toBeLessThan(-0.4)
    expect(channel('tv').profitMax!.multiple).toBeLessThan(0.6)
    for (const name of ['social', 'search']) {
      expect(channel(name).marginalRoi).toBeGreaterThan(0.2)
      expect(channel(name).profitMax!.multiple).toBeGreaterThan(1.3)
    }
  })

  it('has a radio whose ROI is highest at some spend, as its response is S-shaped, and an outdoor that loses money', () => {
    expect(channel('radio').response.slope).toBeGreaterThan(1)
    expect(channel('radio').roiMax!.multiple).toBeGreaterThan(0.5)
    expect(channel('radio').roiMax!.multiple).toBeLessThan(channel('radio').profitMax!.multiple)
    expect(channel('outdoor').roi).toBeLessThan(0)
  })
})
