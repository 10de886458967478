import { describe, expect, it } from 'vitest'
import { bestAlong } from '../../../src/decision/optimise/along-pattern.js'
import { expectedCurves } from '../../../src/decision/optimise/plan-curves.js'
import type { PlanRequest } from '../../../src/decision/optimise/plan-request.js'
import { hill } from '../support/closed-form-response.js'
import { exactly, madeProblem, type MadeChannel } from '../support/plan-problem.js'

const michaelisMenten: MadeChannel[] = [
  { name: 'tv', draws: [hill(1000, 40, 1)], margin: 0.5 },
  { name: 'radio', draws: [hill(600, 15, 1)], margin: 0.5 },
  { name: 'press', draws: [hill(800, 120, 1)], margin: 0.4 },
]

function moneyOf(channels: readonly MadeChannel[], request: PlanRequest, more = {}): number[] {
  const { tables, limits, task } = madeProblem(channels, request, more)
  const { multiples } = bestAlong({ curves: expectedCurves(tables), limits, task })
  return Array.from(multiples, (multiple) => 50 * multiple)
}

function expectMoney(found: readonly number[], money: readonly number[]): void {
  expect(found.map((x) => Number(x.toFixed(3)))).toEqual(money.map((x) => Number(x.toFixed(3))))
}

describe('bestAlong', () => {
  it('equals the golden splits R6 of a budget, and of a free total', () => {
    expectMoney(moneyOf(michaelisMenten, exactly(150)), [73.63706711, 38.9027938, 37.46013909])
    expectMoney(moneyOf(michaelisMenten, { budget: { kind: 'free' } }), [101.4213562, 52.08203932, 75.95917942])
    expectMoney(moneyOf(michaelisMenten, { budget: { kind: 'max', money: 20 } }), [10.870163, 9.129837002, 0])
  })

  it('leaves a ceiling unspent where the last unit no longer pays, and sooner with a hurdle', () => {
    expectMoney(
      moneyOf(michaelisMenten, { budget: { kind: 'max', money: 400 } }),
      [101.4213562, 52.08203932, 75.95917942],
    )
    // m B K / lambda under the root, less K, at lambda = 1.2.
    const hurdled = [
      [500, 40],
      [300, 15],
      [320, 120],
    ].map(([gain, half]) => Math.sqrt((gain * half) / 1.2) - half)
    expectMoney(moneyOf(michaelisMenten, { budget: { kind: 'free' }, hurdle: 0.2 }), hurdled)
  })

  it('reaches an average ROI at equal marginal returns, golden R8', () => {
    const money = moneyOf(michaelisMenten, { target: { of: 'roi', value: 2.118318641 } })
    // At the profit maximum the average return is 3.118318641, so the most outcome at that return is more than the profit maximum spends.
    const gain = (x: readonly number[]): number =>
      (500 * x[0]) / (x[0] + 40) + (300 * x[1]) / (x[1] + 15) + (320 * x[2]) / (x[2] + 120)
    const spent = money.reduce((sum, x) => sum + x, 0)
    expect(gain(money) / spent).toBeCloseTo(3.118318641, 7)
    const marginal = [20000 / (money[0] + 40) ** 2, 4500 / (money[1] + 15) ** 2, 38400 / (money[2] + 120) ** 2]
    expect(marginal[1]).toBeCloseTo(marginal[0], 3)
    expect(marginal[2]).toBeCloseTo(marginal[0], 3)
    expect(spent).toBeCloseTo(101.4213562 + 52.08203932 + 75.95917942, 3)
  })

  it('spends more the lower the marginal return that it may have: R8 at its common marginal', () => {
    const value: MadeChannel[] = michaelisMenten.map(({ margin = 1, draws, ...rest }) => ({
      ...rest,
      margin: 1,
      draws: draws.map(({ f, slope }) => ({
        f: (x: number) => margin * f(x),
        slope: (x: number) => margin * slope(x),
      })),
    }))
    expectMoney(
      moneyOf(value, { target: { of: 'marginal-roas', value: 1.486797133 } }),
      [75.98161193, 40.01490906, 40.70883568],
    )
    const average = moneyOf(value, { target: { of: 'roas', value: 4 } })
    expect(average.reduce((sum, x) => sum + x, 0)).toBeCloseTo(75.98161193 + 40.01490906 + 40.70883568, 4)
  })

  it('names the nearest return that can be reached', () => {
    const channels = michaelisMenten.map((channel) => ({ ...channel, range: { low: 40, high: 60 } }))
    expect(() => moneyOf(channels, { target: { of: 'roas', value: 20 } })).toThrow(
      /^A ROAS of 20 can't be reached: the highest within the limits is 9\.\d+\.$/,
    )
  })

  it('finds the cheapest plan that keeps an outcome, the mirror of the budget', () => {
    const alike: MadeChannel[] = [{ draws: [hill(1000, 40, 1)] }, { draws: [hill(600, 15, 1)] }]
    const { tables, limits, task } = madeProblem(alike, { budget: { kind: 'exact', money: 90 }, objective: 'outcome' })
    const forward = bestAlong({ curves: expectedCurves(tables), limits, task })
    const back = moneyOf(alike, { objective: 'efficiency', keep: { kpi: forward.score } })
    expectMoney(
      back,
      Array.from(forward.multiples, (multiple) => 50 * multiple),
    )
    expect(() => moneyOf(alike, { objective: 'efficiency', keep: { kpi: 1e6 } })).toThrow(
      /^An incremental KPI of 1 M can't be reached within the limits: the most is 1\.5\d k\.$/,
    )
  })

  it('turns minimum shares into floors of the total, given or found', () => {
    const shares = [{ name: 'press', channels: [2], share: 0.5 }]
    const given = moneyOf(michaelisMenten, exactly(150), { shares })
    expect(given[2]).toBeCloseTo(75, 8)
    const free = moneyOf(michaelisMenten, { budget: { kind: 'free' } }, { shares })
    const total = free.reduce((sum, x) => sum + x, 0)
    expect(free[2] / total).toBeCloseTo(0.5, 8)
    // No total a little off does better.
    const profit = (x: readonly number[]): number =>
      (500 * x[0]) / (x[0] + 40) + (300 * x[1]) / (x[1] + 15) + (320 * x[2]) / (x[2] + 120) - x[0] - x[1] - x[2]
    for (const off of [0.97, 1.03]) {
      expect(profit(moneyOf(michaelisMenten, exactly(off * total), { shares }))).toBeLessThan(profit(free))
    }
  })

  it('explains limits that no budget meets', () => {
    const channels = michaelisMenten.map((channel) => ({ ...channel, range: { low: 40, high: 60 } }))
    expect(() => moneyOf(channels, exactly(100))).toThrow(
      'A budget of 100 EUR is below what the limits ask for, at least 120 EUR (tv 40 EUR, radio 40 EUR, press 40 EUR): 20 EUR too much; widen --within or --bound.',
    )
    expect(() => moneyOf(channels, exactly(200))).toThrow(/at most 180 EUR .*: 20 EUR too much/)
    expect(() => moneyOf(channels, { budget: { kind: 'max', money: 100 } })).toThrow(
      'At most 100 EUR is below what the limits ask for, at least 120 EUR: widen --within or --bound.',
    )
  })
})
