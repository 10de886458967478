import { describe, expect, it } from 'vitest'
import { generateMarket } from '../../../src/simulate/market.js'
import { scoreMarket, type EstimatedReturns, type Estimates } from '../../../src/simulate/scoring/score-market.js'
import type { Truth } from '../../../src/simulate/truth.js'
import type { World } from '../../../src/simulate/world.js'
import { nationalBrand } from '../../../src/simulate/worlds/national-brand.js'

const [tv, , , social] = nationalBrand.channels
const world: World = {
  ...nationalBrand,
  weeks: 52,
  channels: [tv, { ...social, effect: { on: 'roas', value: 0 } }],
}
const { truth } = generateMarket(world)

/** Estimates that are the truth times a factor, 20 % wide on either side. */
function around(factor: number): Estimates {
  const bounds = (value: number) => ({
    median: factor * value,
    q05: 0.8 * factor * value,
    q95: 1.2 * factor * value,
  })
  const returns = (own: Truth['media']): EstimatedReturns => ({
    contribution: bounds(own.contribution),
    roas: bounds(own.roas!),
    marginalRoas: bounds(own.marginalRoas!),
    pProfitable: 0.9,
  })
  return {
    media: returns(truth.media),
    channels: truth.channels.map((own) => ({
      name: own.name,
      ...returns(own),
      series: { q05: own.series.map((kpi, t) => (t < 13 ? kpi : kpi + 1)), q95: own.series.map((kpi) => kpi + 2) },
    })),
  }
}

describe('scoreMarket', () => {
  it('holds what lies inside, and measures errors on the log scale', () => {
    const { channels, paid } = scoreMarket({ world, truth, estimates: around(1.1) })
    expect(channels[0].contribution.held).toBe(true)
    expect(channels[0].roas.logError).toBeCloseTo(Math.log(1.1), 9)
    expect(channels[0].contribution.truth).toBeCloseTo((100 * truth.channels[0].contribution) / truth.kpi.expected, 9)
    expect(channels[0].weeksHeld).toBe(0.25)
    expect([channels[0].trait, channels[1].trait, paid.trait]).toEqual(['flighted', 'dead', 'paid media'])
  })

  it('scores contributions in per cent of sales', () => {
    const { channels } = scoreMarket({ world, truth, estimates: around(2) })
    const share = (100 * truth.channels[0].contribution) / truth.kpi.expected
    expect(channels[0].contribution.held).toBe(false)
    expect(channels[0].contribution.score).toBeCloseTo(share * (0.8 + 20 * 0.6), 6)
  })

  it('has no log error of a channel that does nothing, and limits those of estimates that are nothing', () => {
    expect(scoreMarket({ world, truth, estimates: around(1) }).channels[1].roas.logError).toBeNull()
    expect(scoreMarket({ world, truth, estimates: around(0) }).channels[0].roas.logError).toBeCloseTo(-Math.log(100), 9)
  })

  it('compares the more probable side of break-even with the true one', () => {
    const { channels } = scoreMarket({ world, truth, estimates: around(1) })
    expect(truth.margin * truth.channels[0].roas!).toBeGreaterThan(1)
    expect(channels.map(({ rightSide }) => rightSide)).toEqual([true, false])
  })

  it('counts a failure as a miss of everything, with an estimate or without', () => {
    for (const estimates of [around(1), null]) {
      const { channels, paid, failure } = scoreMarket({ world, truth, estimates, failure: 'no optimum' })
      expect(failure).toBe('no optimum')
      for (const score of [...channels, paid]) {
        expect([score.contribution.held, score.roas.held, score.marginalRoas.held, score.rightSide]).toEqual([
          false,
          false,
          false,
          false,
        ])
      }
      expect(channels[0].weeksHeld).toBe(0)
    }
  })

  it('keeps the flags of each channel and of all paid media', () => {
    const flags = { tv: ['prior-driven'], 'paid media': ['negative-baseline'] }
    const { channels, paid } = scoreMarket({ world, truth, estimates: around(1), flags })
    expect(channels.map((channel) => channel.flags)).toEqual([['prior-driven'], []])
    expect(paid.flags).toEqual(['negative-baseline'])
  })
})
