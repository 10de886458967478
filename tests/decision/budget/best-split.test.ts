import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BudgetChannel } from '../../../src/decision/budget/best-response.js'
import type { ClosedForm } from '../support/closed-form-response.js'
import { bestSplit } from '../../../src/decision/budget/best-split.js'
import { hill, line, logarithm, negativeExponential, power } from '../support/closed-form-response.js'

const margins = [0.5, 0.5, 0.4]

/** A channel with spend 1 today, so multiples are money; knots fine enough for the golden digits. */
function channel(form: ClosedForm, margin: number, bounds: readonly [number, number] = [0, 400]): BudgetChannel {
  const x = Float64Array.from([0, ...Array.from({ length: 1500 }, (_, i) => 0.01 * Math.pow(40000, i / 1499))])
  const slope = x.map((money) => margin * form.slope(money))
  return {
    spend: 1,
    reward: { x, y: x.map((money) => margin * form.f(money)), slope },
    low: bounds[0],
    high: bounds[1],
  }
}

function splitOf(forms: readonly ClosedForm[], amount: number, bounds?: readonly (readonly [number, number])[]) {
  const channels = forms.map((form, c) => channel(form, margins[c], bounds?.[c]))
  return bestSplit(channels, { goal: 'budget', amount })
}

function expectSplit(
  split: ReturnType<typeof bestSplit>,
  money: readonly number[],
  price: number,
  value: number,
): void {
  expect(split?.gap).toBe(0)
  expect(Array.from(split?.multiples ?? [], (x) => Number(x.toFixed(4)))).toEqual(
    money.map((x) => Number(x.toFixed(4))),
  )
  expect(split?.price).toBeCloseTo(price, 6)
  expect(split?.score).toBeCloseTo(value, 6)
}

const michaelisMenten = [hill(1000, 40, 1), hill(600, 15, 1), hill(800, 120, 1)]

describe('bestSplit of a budget', () => {
  it('equals the golden splits R6 of concave curves', () => {
    expectSplit(splitOf(michaelisMenten, 150), [73.63706711, 38.9027938, 37.46013909], 1.548780824, 616.6462321)
    const exponential = [negativeExponential(1000, 40), negativeExponential(600, 15), negativeExponential(800, 120)]
    expectSplit(splitOf(exponential, 150), [75.04865658, 35.19330065, 39.75804277], 1.914606713, 784.9438252)
    const logs = [logarithm(200, 25), logarithm(120, 10), logarithm(300, 60)]
    expectSplit(splitOf(logs, 150), [62.5, 42.5, 45], 1.142857143, 291.923876)
    const powers = [power(30, 0.4), power(20, 0.4), power(50, 0.4)]
    expectSplit(splitOf(powers, 150), [48.01566939, 24.4285425, 77.55578811], 0.5879243636, 220.4716363)
  })

  it('keeps to the bounds', () => {
    const bounds = [
      [0, 60],
      [0, 400],
      [45, 400],
    ] as const
    const split = splitOf(michaelisMenten, 150, bounds)
    expect(Array.from(split?.multiples ?? [])).toEqual([
      60,
      expect.closeTo(42.38058438, 6),
      expect.closeTo(47.61941562, 6),
    ])
    expect(split?.price).toBeCloseTo(1.366729536, 7)
    const small = splitOf(michaelisMenten, 20)
    expect(Array.from(small?.multiples ?? [])).toEqual([
      expect.closeTo(10.870163, 6),
      expect.closeTo(9.129837002, 6),
      0,
    ])
    expect(small?.price).toBeCloseTo(7.728651726, 6)
    expect(
      splitOf(michaelisMenten, 500, [
        [0, 60],
        [0, 60],
        [0, 60],
      ]),
    ).toBe(null)
    expect(
      splitOf(michaelisMenten, 40, [
        [50, 60],
        [0, 60],
        [0, 60],
      ]),
    ).toBe(null)
  })

  it('equals the golden splits R7 of S-shaped curves', () => {
    const forms = [hill(1000, 40, 2), hill(600, 15, 1), hill(800, 120, 1.5)]
    expectSplit(splitOf(forms, 150), [101.9809282, 48.01907179, 0], 1.133100704, 661.9269882)
    expectSplit(splitOf(forms, 300), [111.7721382, 55.69411679, 132.533745], 0.9004217307, 851.4792083)
  })

  it('gives a linear channel what the others leave', () => {
    const split = bestSplit([channel(hill(1000, 40, 1), 0.5), channel(line(2), 0.5)], { goal: 'budget', amount: 150 })
    expect(split?.gap).toBe(0)
    expect(split?.multiples[0]).toBeCloseTo(Math.sqrt(20000) - 40, 5)
    expect(split?.multiples.reduce((sum, x) => sum + x, 0)).toBeCloseTo(150, 10)
  })

  it('is never beaten by a grid, spends the budget, and brings more from more money', () => {
    const form = fc
      .record({
        ceiling: fc.double({ min: 50, max: 1000, noNaN: true }),
        half: fc.double({ min: 5, max: 100, noNaN: true }),
        slope: fc.double({ min: 0.6, max: 5, noNaN: true }),
      })
      .map(({ ceiling, half, slope }) => hill(ceiling, half, slope))
    fc.assert(
      fc.property(fc.tuple(form, form, form), fc.double({ min: 5, max: 250, noNaN: true }), (forms, budget) => {
        const channels = forms.map((each) => coarse(each))
        const split = bestSplit(channels, { goal: 'budget', amount: budget })
        const more = bestSplit(channels, { goal: 'budget', amount: 1.1 * budget })
        if (split === null || more === null) throw new Error('no split')
        const spent = split.multiples.reduce((sum, x) => sum + x, 0)
        return (
          Math.abs(spent - budget) <= 1e-10 * budget &&
          more.score >= split.score &&
          split.gap <= 1e-6 * split.score &&
          gridBest(forms, budget) <= split.score * (1 + 1e-4)
        )
      }),
      { seed: 3, numRuns: 60, endOnFailure: true },
    )
  })
})

describe('bestSplit for a target', () => {
  it('is the mirror of the budget: the golden R6 value costs the golden budget', () => {
    const channels = michaelisMenten.map((form, c) => channel(form, margins[c]))
    const split = bestSplit(channels, { goal: 'target', amount: 616.6462321 })
    expect(split?.score).toBeCloseTo(-150, 5)
    expect(split?.gap).toBe(0)
    expect(Array.from(split?.multiples ?? [])[1]).toBeCloseTo(38.9027938, 4)
  })

  it('is the mirror of the budget for S-shaped curves too', () => {
    const forms = [hill(1000, 40, 2), hill(600, 15, 1), hill(800, 120, 1.5)]
    const channels = forms.map((form, c) => channel(form, margins[c]))
    expect(bestSplit(channels, { goal: 'target', amount: 661.9269882 })?.score).toBeCloseTo(-150, 4)
    expect(bestSplit(channels, { goal: 'target', amount: 851.4792083 })?.score).toBeCloseTo(-300, 4)
  })

  it('costs nothing where the lower bounds suffice, and is null where the upper ones do not', () => {
    const channels = [channel(hill(1000, 40, 1), 0.5, [20, 100])]
    expect(bestSplit(channels, { goal: 'target', amount: 100 })?.score).toBe(-20)
    expect(bestSplit(channels, { goal: 'target', amount: 600 })).toBe(null)
  })
})

/** As `channel`, with the usual number of knots. */
function coarse(form: ClosedForm): BudgetChannel {
  const x = Float64Array.from([0, ...Array.from({ length: 90 }, (_, i) => 0.05 * Math.pow(6000, i / 89))])
  return { spend: 1, reward: { x, y: x.map(form.f), slope: x.map(form.slope) }, low: 0, high: 300 }
}

function gridBest(forms: readonly ClosedForm[], budget: number): number {
  const steps = 120
  const at = forms.map((form) => Array.from({ length: steps + 1 }, (_, i) => form.f((budget * i) / steps)))
  let best = 0
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; i + j <= steps; j++) best = Math.max(best, at[0][i] + at[1][j] + at[2][steps - i - j])
  }
  return best
}
