import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardMultiples } from '../../../src/decision/analysis/multiples.js'
import type { PlanRequest } from '../../../src/decision/optimise/plan-request.js'
import { settledPlan, tabulatedPlan } from '../../../src/decision/optimise/settled-plan.js'
import { hill, type ClosedForm } from '../support/closed-form-response.js'
import { exactly, madeProblem, type MadeChannel } from '../support/plan-problem.js'

const curve = fc
  .record({
    ceiling: fc.double({ min: 100, max: 1500, noNaN: true }),
    half: fc.double({ min: 10, max: 150, noNaN: true }),
    slope: fc.double({ min: 0.7, max: 1, noNaN: true }),
  })
  .map(({ ceiling, half, slope }) => hill(ceiling, half, slope))
/** Three channels of two draws each. */
const market = fc
  .tuple(...[0, 1, 2].map(() => fc.tuple(curve, curve)))
  .map((channels) => channels.map((draws): MadeChannel => ({ draws, margin: 0.4, range: { low: 20, high: 110 } })))
const settings = { seed: 11, numRuns: 25, endOnFailure: true }

function moneyOf(channels: readonly MadeChannel[], request: PlanRequest, more = {}): number[] {
  const { split } = settledPlan(madeProblem(channels, request, more, standardMultiples()))
  return channels.map(({ today = 50 }, c) => today * split.multiples[c])
}

function profitOf(channels: readonly MadeChannel[], money: readonly number[]): number {
  return channels.reduce(
    (sum, { draws, margin = 1 }, c) =>
      sum + (margin * draws.reduce((s, { f }) => s + f(money[c]), 0)) / draws.length - money[c],
    0,
  )
}

describe('settledPlan', () => {
  it('is not beaten by moving money, and spends the budget to 1e-9', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 100, max: 250 }), (channels, budget) => {
        const money = moneyOf(channels, exactly(budget))
        const best = profitOf(channels, money)
        const total = money.reduce((sum, x) => sum + x, 0)
        const moves = [0, 1, 2].flatMap((from) =>
          [0, 1, 2].flatMap((to) =>
            [0.01, 1, 10].flatMap((step) => {
              const moved = money.slice()
              moved[from] -= step
              moved[to] += step
              const isInside = from !== to && moved.every((x) => x >= 20 && x <= 110)
              return isInside ? [profitOf(channels, moved)] : []
            }),
          ),
        )
        return (
          Math.abs(total - budget) <= 1e-9 * budget && Math.max(...moves, -Infinity) <= best + 1e-7 * Math.abs(best)
        )
      }),
      settings,
    )
  })

  it('doesn’t change with the order of channels or with the currency', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 100, max: 250 }), (channels, budget) => {
        const money = moneyOf(channels, exactly(budget))
        const turned = moneyOf([...channels].reverse(), exactly(budget)).reverse()
        const rate = 7.5
        const other = channels.map(({ draws, range, ...rest }): MadeChannel => ({
          ...rest,
          today: 50 * rate,
          range: { low: range!.low * rate, high: range!.high * rate },
          draws: draws.map(({ f, slope }): ClosedForm => ({
            f: (x) => rate * f(x / rate),
            slope: (x) => slope(x / rate),
          })),
        }))
        const converted = moneyOf(other, exactly(budget * rate)).map((x) => x / rate)
        return money.every(
          (x, c) => Math.abs(turned[c] - x) <= 1e-6 * budget && Math.abs(converted[c] - x) <= 1e-5 * budget,
        )
      }),
      settings,
    )
  })

  it('gives two equal halves of a channel what the whole would get', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 100, max: 250 }), (channels, budget) => {
        const money = moneyOf(channels, exactly(budget))
        const [whole, ...rest] = channels
        const half: MadeChannel = {
          ...whole,
          today: 25,
          range: { low: 10, high: 55 },
          draws: whole.draws.map(({ f, slope }): ClosedForm => ({
            f: (x) => f(2 * x) / 2,
            slope: (x) => slope(2 * x),
          })),
        }
        const split = moneyOf([half, half, ...rest], exactly(budget))
        return (
          Math.abs(split[0] - split[1]) <= 1e-5 * budget && Math.abs(split[0] + split[1] - money[0]) <= 1e-5 * budget
        )
      }),
      settings,
    )
  })

  it('never falls with more budget in outcome, and never rises with more constraints', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 100, max: 250 }), (channels, budget) => {
        const outcome = (money: number, made = channels, more = {}): number =>
          settledPlan(madeProblem(made, { ...exactly(money), objective: 'outcome' }, more, standardMultiples())).split
            .score
        const free = outcome(budget)
        const narrow = channels.map((channel) => ({ ...channel, range: { low: 25, high: 100 } }))
        const group = { name: 'two', channels: [0, 1], today: 100, low: 0, high: 0.6 * budget }
        return (
          outcome(1.1 * budget) >= free &&
          outcome(budget, narrow) <= free * (1 + 1e-12) &&
          outcome(budget, channels, { groups: [group] }) <= free * (1 + 1e-12)
        )
      }),
      settings,
    )
  })

  it('is met by the tables alone to interpolation', () => {
    const problem = madeProblem(
      [{ draws: [hill(1000, 40, 1)] }, { draws: [hill(600, 60, 0.8)] }],
      exactly(150),
      {},
      standardMultiples(),
    )
    const exact = settledPlan(problem).split
    expect(exact.gap).toBe(0)
    expect(tabulatedPlan(problem).multiples[0]).toBeCloseTo(exact.multiples[0], 2)
  })
})
