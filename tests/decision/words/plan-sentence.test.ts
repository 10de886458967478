import { describe, expect, it } from 'vitest'
import type { PlanOutcome } from '../../../src/decision/budget/plan-outcome.js'
import { planOutcomes } from '../../../src/decision/budget/plan-outcome.js'
import { planSentence } from '../../../src/decision/words/plan-sentence.js'
import { closedFormResponse, line } from '../support/closed-form-response.js'
import { numbersLeft } from '../support/numbers-left.js'

const context = { currency: 'EUR', years: 1 }
const money = { margin: 0.5 }

function responses(options: { readonly margin?: number | null; readonly value?: number | null }) {
  return [
    closedFormResponse({ channel: 'tv', spend: 1e6, draws: [line(3), line(5)], observedTo: 1.5, ...options }),
    closedFormResponse({ channel: 'radio', spend: 1e6, draws: [line(1), line(2)], observedTo: 4, ...options }),
  ]
}

function plan(name: PlanOutcome['name'], multiples: readonly number[], options = {}, gap = 0): PlanOutcome {
  return planOutcomes(responses({ ...money, ...options }), [{ name, multiples, gap }])[0]
}

function written(plans: readonly PlanOutcome[]): string {
  const { sentence, figures } = planSentence(plans, context)
  expect(numbersLeft(sentence, figures)).toBe('')
  return sentence
}

const today = plan('today', [1, 1])
const same = plan('same-sales-for-less', [1.375, 0])
const split = plan('best-split', [2, 0])

describe('planSentence', () => {
  it('tells today, same sales for less, best split and profit-max in turn', () => {
    expect(written([today, same, split, plan('profit-max', [3, 0])])).toBe(
      "Today's 2 M EUR a year earns an expected 750 k EUR (ROI 38 %). The same sales could be had for 1.38 M EUR (ROI 100 %). " +
        "Splitting today's budget better is expected to add 1.25 M EUR profit (in 9 of 10 cases between 1.02 and 1.48 M EUR; above 99 % " +
        'likely a gain). The most profitable budget, 3 M EUR, is expected to add 2.25 M EUR profit (in 9 of 10 cases between 1.57 and 2.92 M EUR; ' +
        'above 99 % likely a gain), at an ROI of 100 %. It takes tv beyond what history shows, where curves are a guess.',
    )
  })

  it('says so where today’s budget is beyond the most profitable one', () => {
    expect(written([today, same, split, plan('profit-max', [1.4, 0])])).toContain(
      "Today's budget is beyond the most profitable one, 1.4 M EUR: cutting to it is expected to add 650 k EUR profit",
    )
    const poor = { margin: 0.1 }
    const loss = [
      plan('today', [1, 1], poor),
      plan('same-sales-for-less', [1.375, 0], poor),
      plan('best-split', [2, 0], poor),
    ]
    expect(written([...loss, plan('profit-max', [0, 0], poor)])).toContain(
      'No channel pays: spending nothing is expected to add 1.45 M EUR profit',
    )
  })

  it('says so where today is hard to beat', () => {
    const sentence = written([
      today,
      { ...today, name: 'same-sales-for-less' },
      { ...today, name: 'best-split' },
      { ...today, name: 'profit-max' },
    ])
    expect(sentence).toContain("No cheaper split brings today's sales.")
    expect(sentence).toContain("Today's split is about the best for its budget.")
    expect(sentence).toContain('No other budget is expected to earn more.')
  })

  it('speaks of revenue without a margin and of units without a value', () => {
    const without = (options: object): string =>
      written([
        plan('today', [1, 1], options),
        plan('same-sales-for-less', [1.375, 0], options),
        plan('best-split', [2, 0], options),
      ])
    expect(without({ margin: null })).toContain('is expected to add 2.5 M EUR revenue')
    expect(without({ margin: null, value: null })).toContain('is expected to add 2.5 M units')
    expect(without({ margin: null })).toContain(
      "Today's budget is 2 M EUR a year. The same sales could be had for 1.38 M EUR.",
    )
  })

  it('admits a split that is not proven best', () => {
    const sentence = written([
      today,
      plan('same-sales-for-less', [1.375, 0], {}, 2000),
      plan('best-split', [2, 0], {}, 3000),
    ])
    expect(sentence).toContain("The cheapest split isn't proven: up to 2 k EUR less may do.")
    expect(sentence).toContain("The best split isn't proven: up to 3 k EUR more may be had.")
  })

  it('is empty without plans', () => {
    expect(planSentence([], context)).toEqual({ sentence: '', figures: [] })
  })
})
