import { describe, expect, it } from 'vitest'
import { generateMarket } from '../../src/simulate/market.js'
import { marketState } from '../../src/simulate/market-state.js'
import { randomWorld } from '../../src/simulate/random-world.js'

const truths = Array.from({ length: 12 }, (_, i) => generateMarket(randomWorld(i + 1)).truth)

describe('randomWorld', () => {
  it('gives the same world for the same seed and another for another', () => {
    expect(randomWorld(5)).toEqual(randomWorld(5))
    expect(randomWorld(5).channels).not.toEqual(randomWorld(6).channels)
  })

  it('spans small and large media shares and returns', () => {
    const shares = truths.map(({ media }) => media.share)
    expect(Math.min(...shares)).toBeLessThan(0.06)
    expect(Math.max(...shares)).toBeGreaterThan(0.25)
    const returns = truths.flatMap(({ channels }) => channels.map(({ roas }) => roas!))
    expect(Math.min(...returns)).toBeLessThan(0.5)
    expect(Math.max(...returns)).toBeGreaterThan(6)
  })

  it('stays a market: sales above zero, every channel active, two to four years', () => {
    for (const truth of truths) {
      expect(Math.min(...truth.expected)).toBeGreaterThan(0)
      expect([104, 130, 156, 182, 208]).toContain(truth.window.periods)
      for (const { spend, contribution } of truth.channels) {
        expect(spend).toBeGreaterThan(0)
        expect(contribution).toBeGreaterThan(0)
      }
    }
  })

  it('can be drawn from any seed', () => {
    for (let seed = 1; seed <= 150; seed++) {
      for (const { spend } of marketState(randomWorld(seed)).plans) expect(Math.max(...spend!)).toBeGreaterThan(0)
    }
  })
})
