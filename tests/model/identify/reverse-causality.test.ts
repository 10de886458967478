import { describe, expect, it } from 'vitest'
import { reverseCausality, type ReverseCausalityReport } from '../../../src/model/identify/reverse-causality.js'
import { independentMarket, type MarketOptions } from '../../support/independent-market.js'

/** Number of channels with a signal in a test, over markets of consecutive seeds. */
function signals(markets: number, options: Omit<MarketOptions, 'seed'>) {
  const count = { futureSpend: 0, pastSales: 0, tests: 0 }
  for (let seed = 1; seed <= markets; seed++) {
    for (const channel of reverseCausality(independentMarket({ ...options, seed: 100 + seed })).channels) {
      count.tests++
      if (channel.futureSpend.status === 'signal') count.futureSpend++
      if (channel.pastSales.status === 'signal') count.pastSales++
    }
  }
  return count
}

describe('reverseCausality(model)', () => {
  it('raises few false alarms where spend looks at nothing, in calm, sticky and drifting markets', () => {
    // Measured on 200 markets each: 1.3 % and 1.9 to 2.8 % of tests. Fails at about three times that.
    const worlds = [{}, { correlation: 0.7 }, { drift: 0.025 }].map((options) => signals(25, options))
    const total = worlds.reduce((sum, { tests }) => sum + tests, 0)
    expect(total).toBe(300)
    expect(worlds.reduce((sum, { futureSpend }) => sum + futureSpend, 0)).toBeLessThanOrEqual(12)
    expect(worlds.reduce((sum, { pastSales }) => sum + pastSales, 0)).toBeLessThanOrEqual(20)
  })

  it('finds spend that follows sales in most markets', () => {
    let found = 0
    for (let seed = 1; seed <= 10; seed++) {
      const { channels } = reverseCausality(independentMarket({ seed, follow: 1 }))
      if (channels[2].pastSales.status === 'signal') found++
    }
    expect(found).toBeGreaterThanOrEqual(7)
  })

  it('puts signals first, then what is unknown, and never what is fine', () => {
    const { sentences, channels } = reverseCausality(independentMarket({ seed: 3, follow: 1.5 }))
    const unknown = sentences.filter((sentence) => sentence.includes('unknown'))
    expect(sentences[0]).toMatch(/^(search spend is predicted|Sales are predicted by future search spend)/)
    expect(sentences.slice(-unknown.length)).toEqual(unknown)
    expect(unknown).toHaveLength(channels.length)
    expect(sentences.some((sentence) => sentence.startsWith('No sign'))).toBe(false)
  })

  it('is plain data that JSON keeps', () => {
    const report: ReverseCausalityReport = reverseCausality(independentMarket({ seed: 3 }))
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })
})
