import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanChannel } from '../../../src/decision/budget/named-plans.js'
import type { PlanOutcome } from '../../../src/decision/budget/plan-outcome.js'
import type { ClosedForm, ClosedFormChannel } from '../support/closed-form-response.js'
import { expectedCurve } from '../../../src/decision/analysis/expected-curve.js'
import { responseTable } from '../../../src/decision/analysis/response-table.js'
import { namedPlans } from '../../../src/decision/budget/named-plans.js'
import { namedPlan, planOutcomes } from '../../../src/decision/budget/plan-outcome.js'
import { closedFormResponse, hill, line } from '../support/closed-form-response.js'

function channel(options: ClosedFormChannel, role: PlanChannel['role'] = null): PlanChannel {
  return { curve: expectedCurve(responseTable(closedFormResponse(options))), role }
}

const mean = (values: Float64Array | null): number =>
  (values ?? new Float64Array(0)).reduce((a, b) => a + b, 0) / (values?.length ?? 0)
const profit = (plan: PlanOutcome): number => mean(plan.gain) - plan.totalSpend

/** Michaelis-Menten curves of golden R6 with margins 0.5, 0.5, 0.4, from 50 money each. */
const golden = [
  channel({ channel: 'tv', spend: 50, draws: [hill(1000, 40, 1)], margin: 0.5 }),
  channel({ channel: 'radio', spend: 50, draws: [hill(600, 15, 1)], margin: 0.5 }),
  channel({ channel: 'search', spend: 50, draws: [hill(800, 120, 1)], margin: 0.4 }),
]

describe('namedPlans', () => {
  it('finds the golden splits R6 of today and of a free budget', () => {
    const [today, same, best, most] = namedPlans(golden)
    expect(today.totalSpend).toBe(150)
    expect(best.multiples.map((x) => 50 * x)).toEqual(
      [73.63706711, 38.9027938, 37.46013909].map((money) => expect.closeTo(money, 6)),
    )
    expect(mean(best.gain)).toBeCloseTo(616.6462321, 7)
    expect(most.multiples.map((x) => 50 * x)).toEqual(
      [101.4213562, 52.08203932, 75.95917942].map((money) => expect.closeTo(money, 6)),
    )
    expect(profit(most)).toBeCloseTo(486.07485, 5)
    expect(mean(most.gain) / most.totalSpend).toBeCloseTo(3.118318641, 8)
    expect(same.totalSpend).toBeLessThan(150)
    expect(mean(same.kpi)).toBeCloseTo(mean(today.kpi), 7)
    expect(today.gap).toBeCloseTo(profit(best) - profit(today), 8)
    expect([same.gap, best.gap, most.gap]).toEqual([0, 0, 0])
  })

  it('raises no channel that captures demand created elsewhere', () => {
    const channels = golden.map((each, c): PlanChannel => (c === 0 ? { ...each, role: 'demand-capture' } : each))
    for (const plan of namedPlans(channels)) expect(plan.multiples[0]).toBeLessThanOrEqual(1)
    expect(namedPlans(channels)[3].multiples[0]).toBe(1)
  })

  it('splits by value, or by KPI units, where there is no margin or no value', () => {
    const draws = [hill(1000, 40, 1)]
    const without = (value: number | null): readonly PlanOutcome[] =>
      namedPlans([
        channel({ channel: 'tv', spend: 50, draws, value, margin: null }),
        channel({ channel: 'radio', spend: 100, draws: [hill(600, 15, 1)], value, margin: null }),
      ])
    const [, , byValue] = without(3)
    const [, , byUnits] = without(null)
    expect(without(3).map((plan) => plan.name)).toEqual(['today', 'same-sales-for-less', 'best-split'])
    expect(byValue.multiples[0]).toBeCloseTo(byUnits.multiples[0], 9)
    expect(byValue.multiples[0]).toBeGreaterThan(1)
    expect(namedPlan(byValue)).toMatchObject({ profit: null, roi: null })
    expect(namedPlan(byValue).roas?.mean).toBeCloseTo((3 * mean(byUnits.kpi)) / 150, 9)
    expect(namedPlan(byUnits).roas).toBe(null)
  })

  it('spends nothing where nothing pays', () => {
    const plans = namedPlans([
      channel({ spend: 50, draws: [hill(10, 40, 2)] }),
      channel({ spend: 50, draws: [line(0.5)] }),
    ])
    expect(plans[3].totalSpend).toBe(0)
    expect(namedPlan(plans[3])).toMatchObject({ profit: { mean: 0 }, roas: null, roi: null })
  })

  it('is found again, to the digit, by valuing its own multiples', () => {
    for (const plan of namedPlans(golden)) {
      const again = planOutcomes(plan.responses, [plan])[0]
      expect(namedPlan(again)).toEqual(namedPlan(plan))
    }
  })

  const bend = fc.record({
    ceiling: fc.double({ min: 50, max: 1000, noNaN: true }),
    half: fc.double({ min: 10, max: 200, noNaN: true }),
    spend: fc.double({ min: 20, max: 100, noNaN: true }),
    scatter: fc.double({ min: 0, max: 0.5, noNaN: true }),
    slope: fc.double({ min: 0.7, max: 4, noNaN: true }),
  })
  type Bend = typeof bend extends fc.Arbitrary<infer T> ? T : never
  const market = (bends: readonly Bend[], slopeOf: (bend: Bend) => number): PlanChannel[] =>
    bends.map((each, c) => {
      const form = (k: number): ClosedForm => hill(each.ceiling * (1 + k * each.scatter), each.half, slopeOf(each))
      return channel({ channel: `c${c}`, spend: each.spend, draws: [-1, 0, 1].map(form), margin: 0.5 })
    })

  it('never loses profit from same sales for less over the best split to profit-max while returns diminish', () => {
    fc.assert(
      fc.property(fc.array(bend, { minLength: 2, maxLength: 5 }), (bends) => {
        const [today, same, best, most] = namedPlans(market(bends, ({ slope }) => Math.min(1, slope)))
        const rising = today.totalSpend > most.totalSpend || profit(same) <= profit(best) + 1e-9 * profit(most)
        return rising && ordered(today, same, best, most)
      }),
      { seed: 11, numRuns: 40, endOnFailure: true },
    )
  })

  it('keeps its promises on S-shaped curves', () => {
    fc.assert(
      fc.property(fc.array(bend, { minLength: 2, maxLength: 5 }), (bends) => {
        const [today, same, best, most] = namedPlans(market(bends, ({ slope }) => slope))
        return ordered(today, same, best, most)
      }),
      { seed: 12, numRuns: 40, endOnFailure: true },
    )
  })
})

/** What holds for every market: the same budget or the same sales, no plan worse than today's, none better than profit-max. */
function ordered(today: PlanOutcome, same: PlanOutcome, best: PlanOutcome, most: PlanOutcome): boolean {
  const slack = 1e-7 * (Math.abs(profit(most)) + today.totalSpend)
  return (
    Math.abs(best.totalSpend - today.totalSpend) <= 1e-9 * today.totalSpend &&
    Math.abs(mean(same.kpi) - mean(today.kpi)) <= 1e-7 * mean(today.kpi) &&
    same.totalSpend <= today.totalSpend &&
    profit(best) >= profit(today) &&
    profit(same) >= profit(today) - slack &&
    [today, same, best].every((plan) => profit(plan) <= profit(most))
  )
}
