import { describe, expect, it } from 'vitest'
import type { MoneyRange } from '../../../src/decision/optimise/plan-limits.js'
import { settledPlan } from '../../../src/decision/optimise/settled-plan.js'
import { shadowPrices } from '../../../src/decision/optimise/shadow-prices.js'
import { hill } from '../support/closed-form-response.js'
import { exactly, madeProblem } from '../support/plan-problem.js'

const forms = [hill(1000, 40, 1), hill(600, 15, 1), hill(800, 120, 1)]
const margins = [0.5, 0.5, 0.4]

function solved(budget: number, ranges: readonly (MoneyRange | undefined)[] = [], high = Infinity) {
  const channels = forms.map((form, c) => ({
    draws: [form],
    margin: margins[c],
    ...(ranges[c] === undefined ? {} : { range: ranges[c] }),
  }))
  const group = { name: 'pair', channels: [0, 1], today: 100, low: 0, high }
  const problem = madeProblem(channels, exactly(budget), high === Infinity ? {} : { groups: [group] })
  const { split, curves } = settledPlan(problem)
  return { score: split.score, prices: shadowPrices(problem, split, curves) }
}

describe('shadowPrices', () => {
  it('are what one more unit of budget, ceiling or floor brings', () => {
    const ranges = [{ low: 0, high: 60 }, undefined, { low: 55, high: 400 }]
    const { score, prices } = solved(150, ranges)
    const step = 0.002
    expect(prices.budget).toBeCloseTo((solved(150 + step, ranges).score - score) / step, 3)
    expect(prices.channels[0]).toBeCloseTo(
      (solved(150, [{ low: 0, high: 60 + step }, undefined, ranges[2]]).score - score) / step,
      3,
    )
    expect(prices.channels[1]).toBe(0)
    expect(-prices.channels[2]).toBeCloseTo(
      (solved(150, [ranges[0], undefined, { low: 55 - step, high: 400 }]).score - score) / step,
      3,
    )
  })

  it('are the golden lambda of R6 where only the budget binds', () => {
    expect(solved(150).prices.budget).toBeCloseTo(1.548780824, 5)
    expect(solved(150).prices.channels).toEqual([0, 0, 0])
  })

  it('give a group that binds a price, and its members none', () => {
    const { score, prices } = solved(150, [], 90)
    expect(prices.groups[0]).toBeCloseTo((solved(150, [], 90.01).score - score) / 0.01, 3)
    expect(prices.channels).toEqual([0, 0, 0])
  })

  it('are none where every channel is fixed', () => {
    const fixed = { low: 50, high: 50 }
    expect(solved(150, [fixed, fixed, fixed]).prices).toEqual({ budget: null, channels: [0, 0, 0], groups: [] })
  })
})
