import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BudgetChannel } from '../../../src/decision/budget/best-response.js'
import type { ClosedForm } from '../support/closed-form-response.js'
import { bestSplit } from '../../../src/decision/budget/best-split.js'
import { hill } from '../support/closed-form-response.js'

const x = Float64Array.from([0, ...Array.from({ length: 900 }, (_, i) => 0.05 * Math.pow(8000, i / 899))])

function channel({ f, slope }: ClosedForm, margin = 1): BudgetChannel {
  return {
    spend: 1,
    reward: { x, y: x.map((money) => margin * f(money)), slope: x.map((money) => margin * slope(money)) },
    low: 0,
    high: 300,
  }
}

const concave = [channel(hill(1000, 40, 1), 0.5), channel(hill(600, 15, 1), 0.5), channel(hill(800, 120, 1), 0.4)]

describe('bestSplit with limits on groups', () => {
  it('splits what a full group may have at a price of its own, and the rest at another', () => {
    const split = bestSplit(concave, { goal: 'budget', amount: 150 }, [{ channels: [0, 1], low: 0, high: 90 }])
    const [a, b, c] = split!.multiples
    expect(a + b).toBeCloseTo(90, 9)
    expect(c).toBeCloseTo(60, 9)
    // The closed form of a budget of 90 for two Michaelis-Menten curves.
    const root = (Math.sqrt(0.5 * 1000 * 40) + Math.sqrt(0.5 * 600 * 15)) / (90 + 55)
    expect(a).toBeCloseTo(Math.sqrt(0.5 * 1000 * 40) / root - 40, 5)
    expect(split!.groupPrices[0]).toBeCloseTo(root * root, 6)
    expect(split!.price).toBeCloseTo((0.4 * 800 * 120) / (60 + 120) ** 2, 6)
    expect(split!.gap).toBe(0)
  })

  it('fills a group that must have more than the price gives it', () => {
    const split = bestSplit(concave, { goal: 'budget', amount: 150 }, [{ channels: [1, 2], low: 100, high: Infinity }])
    expect(split!.multiples[1] + split!.multiples[2]).toBeCloseTo(100, 9)
    expect(split!.groupPrices[0]).toBeLessThan(split!.price)
  })

  it('has no split where a group’s limits contradict its members or the budget', () => {
    const of = (low: number, high: number): unknown =>
      bestSplit(concave, { goal: 'budget', amount: 150 }, [{ channels: [0, 1], low, high }])
    expect(of(700, Infinity)).toBe(null)
    expect(of(160, 300)).toBe(null)
  })

  it('spends at a stated price unless a ceiling binds', () => {
    const free = bestSplit(concave, { goal: 'cap', amount: Infinity, price: 1 })
    expect(Array.from(free!.multiples)).toEqual([
      expect.closeTo(101.4213562, 4),
      expect.closeTo(52.08203932, 4),
      expect.closeTo(75.95917942, 4),
    ])
    expect(free!.score).toBeCloseTo(486.07485, 5)
    const capped = bestSplit(concave, { goal: 'cap', amount: 150, price: 1 })
    expect(capped!.price).toBeCloseTo(1.548780824, 6)
    expect(capped!.score).toBeCloseTo(616.6462321 - 150, 5)
  })

  it('stops short of a ceiling where a convex stretch would have to be cut', () => {
    const one = [channel(hill(1000, 100, 4), 0.2)]
    const split = bestSplit(one, { goal: 'cap', amount: 30, price: 1 })
    expect(split!.multiples[0]).toBe(0)
    expect(split!.gap).toBe(0)
  })

  it('is never beaten by a grid, with S-shapes, a group limit and any goal', () => {
    const form = fc
      .record({
        ceiling: fc.double({ min: 50, max: 1000, noNaN: true }),
        half: fc.double({ min: 5, max: 100, noNaN: true }),
        slope: fc.double({ min: 0.8, max: 4, noNaN: true }),
      })
      .map(({ ceiling, half, slope }) => hill(ceiling, half, slope))
    const task = fc.record({
      budget: fc.integer({ min: 40, max: 200 }),
      share: fc.integer({ min: 20, max: 80 }),
      floor: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.tuple(form, form, form), task, (forms, { budget, share, floor }) => {
        const channels = forms.map((each) => channel(each))
        const money = Math.round((budget * share) / 100)
        const group = { channels: [0, 1], low: floor ? money : 0, high: floor ? Infinity : money }
        const split = bestSplit(channels, { goal: 'budget', amount: budget }, [group])!
        const together = split.multiples[0] + split.multiples[1]
        const spent = together + split.multiples[2]
        return (
          Math.abs(spent - budget) <= 1e-9 * budget &&
          together >= group.low - 1e-9 * budget &&
          together <= group.high + 1e-9 * budget &&
          split.gap <= 1e-6 * split.score &&
          gridBest(forms, budget, group) <= split.score * (1 + 1e-6)
        )
      }),
      { seed: 4, numRuns: 60, endOnFailure: true },
    )
  })
})

/** The best of all whole amounts that add up to the budget. */
function gridBest(forms: readonly ClosedForm[], budget: number, group: { low: number; high: number }): number {
  let best = 0
  for (let a = 0; a <= budget; a++) {
    for (let b = 0; a + b <= budget; b++) {
      if (a + b < group.low || a + b > group.high) continue
      best = Math.max(best, forms[0].f(a) + forms[1].f(b) + forms[2].f(budget - a - b))
    }
  }
  return best
}
