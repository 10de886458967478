import { describe, expect, it } from 'vitest'
import { costPerUnit, meanCost } from '../../../src/decision/counterfactual/cost-per-unit.js'
import { smallModel } from '../../support/small-model.js'

// Eight quarters; a unit costs 2 in the first year, 3 in the second.
const model = smallModel(
  `
kpi: { column: y, kind: revenue }
baseline: { trend: none, seasonality: { yearly: 0, quarters: false } }
channels: { tv: { spend: spend, media: x, scale: none, before: zero } }
`,
  {
    period: 'quarter',
    columns: { y: [9, 8, 7, 9, 8, 9, 7, 8], x: [5, 0, 4, 2, 3, 0, 1, 2], spend: [10, 0, 8, 4, 9, 0, 3, 6] },
  },
)
const [tv] = model.channels

describe('costPerUnit', () => {
  it('is the mean over the window’s periods with spend', () => {
    expect(costPerUnit(model, tv, { window: { from: 0, to: 3 }, row: 1 })).toBe(2)
    expect(costPerUnit(model, tv, { window: { from: 4, to: 8 }, row: 5 })).toBe(3)
  })

  it('is the last year’s where the window has no spend', () => {
    expect(costPerUnit(model, tv, { window: { from: 1, to: 2 }, row: 1 })).toBe(3)
  })

  it('is everything’s where the last year has none, and refuses a channel that never spent', () => {
    const spend = tv.spend!.map((money, t) => (t < 4 ? money : 0))
    expect(costPerUnit(model, { ...tv, spend }, { window: { from: 5, to: 6 }, row: 5 })).toBe(2)
    const silent = { ...tv, spend: new Float64Array(8) }
    expect(() => costPerUnit(model, silent, { window: { from: 5, to: 6 }, row: 5 })).toThrow(
      "tv has no period with spend, so nobody knows what its media cost: a plan can't spend on it.",
    )
  })

  it('keeps what lies after the last row apart from what was observed', () => {
    const ahead = { ...model, ahead: 2 }
    expect(
      costPerUnit(
        ahead,
        { ...tv, spend: Float64Array.of(10, 0, 8, 4, 9, 0, 30, 60) },
        { window: { from: 4, to: 8 }, row: 5 },
      ),
    ).toBe(3)
    expect(
      costPerUnit(
        ahead,
        { ...tv, spend: Float64Array.of(10, 0, 8, 4, 9, 0, 30, 60) },
        { window: { from: 4, to: 8 }, row: 7 },
      ),
    ).toBe(30)
  })
})

describe('meanCost', () => {
  it('has no meaning without spend', () => {
    expect(meanCost(model, tv, { from: 1, to: 2 })).toBeNull()
  })
})
