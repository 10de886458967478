import { describe, expect, it } from 'vitest'
import type { Drivers } from '../../../src/decision/readout/drivers.js'
import { changeSentences } from '../../../src/present/words/change.js'

const certain = (mean: number) => ({ mean, median: mean, sd: 1, q05: mean - 10, q95: mean + 10 })

function drivers(moves: readonly number[], change: number): Drivers {
  return {
    kpi: { kind: 'revenue', currency: 'EUR' },
    period: 'month',
    window: { from: '2024-01', to: '2024-12', periods: 12 },
    against: { from: '2023-01', to: '2023-12', periods: 12 },
    rows: moves.map((mean, i) => ({
      name: 'abcdef'[i],
      kind: 'control',
      before: certain(0),
      now: certain(mean),
      change: certain(mean),
      split: null,
    })),
    media: null,
    groups: [],
    fitted: { before: certain(1000), now: certain(1000 + change), change: certain(change) },
    observed: { before: 1000, now: 1000 + change, change },
    unexplained: certain(0),
  }
}

describe('changeSentences', () => {
  it('say by how much, and what clearly moved it most each way', () => {
    expect(changeSentences(drivers([50, -20, 5, 30, 90, -60], 95))).toEqual([
      'Revenue was 95 EUR (9.5 %) higher from 2024-01 to 2024-12 than from 2023-01 to 2023-12; the fitted change is 95 EUR (in 9 of 10 cases 85 to 105 EUR).',
      'What raised it most: e (90 EUR) and a (50 EUR); what lowered it most: f (-60 EUR) and b (-20 EUR).',
    ])
  })

  it('say in which single period', () => {
    const [sentence] = changeSentences({
      ...drivers([50], 50),
      window: { from: '1960', to: '1960', periods: 1 },
      against: { from: '1959', to: '1959', periods: 1 },
    })
    expect(sentence).toMatch(/^Revenue was 50 EUR \(5 %\) higher in 1960 than in 1959; /)
  })

  it('say so where all clear drivers point one way, or none is clear', () => {
    expect(changeSentences(drivers([50, -5], 45))[1]).toBe('What raised it most: a (50 EUR).')
    expect(changeSentences(drivers([5, -50], -45))[1]).toBe('What lowered it most: b (-50 EUR).')
    expect(changeSentences(drivers([5, -5], 0))[1]).toBe('No single driver clearly moved it.')
    expect(changeSentences(drivers([5, -50], -45))[0]).toMatch(/^Revenue was 45 EUR \(4.5 %\) lower from/)
  })

  it('give paid media’s part, and its parts', () => {
    const split = {
      spend: certain(30),
      costPerUnit: certain(-20),
      timing: certain(5),
      money: { before: 100, now: 120 },
      unitCost: null,
    }
    const media = { name: 'all paid media', before: certain(100), now: certain(115), change: certain(15), split }
    expect(changeSentences({ ...drivers([15], 15), media })[2]).toBe(
      'All paid media together: +15 EUR (5 to 25 EUR), of which spend +30 EUR, cost per unit -20 EUR, timing +5 EUR.',
    )
    const unpriced = { ...media, split: { ...split, costPerUnit: null } }
    expect(changeSentences({ ...drivers([15], 15), media: unpriced })[2]).not.toContain('cost per unit')
  })
})
