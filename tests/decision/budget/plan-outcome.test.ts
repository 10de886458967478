import { describe, expect, it } from 'vitest'
import { namedPlan, planOutcomes, profitDraws } from '../../../src/decision/budget/plan-outcome.js'
import { closedFormResponse, line } from '../support/closed-form-response.js'

const tv = closedFormResponse({ channel: 'tv', spend: 100, draws: [line(2), line(4)], value: 3, margin: 0.5 })
const radio = closedFormResponse({ channel: 'radio', spend: 50, draws: [line(1), line(2)], value: 3, margin: 0.5 })

describe('planOutcomes', () => {
  it('adds spend and effects of all channels up in every draw', () => {
    const plan = planOutcomes([tv, radio], [{ name: 'best-split', multiples: [0.5, 2], gap: 7 }])[0]
    expect(plan.totalSpend).toBe(150)
    expect(Array.from(plan.kpi)).toEqual([200, 400])
    expect(Array.from(plan.value ?? [])).toEqual([600, 1200])
    expect(Array.from(profitDraws(plan) ?? [])).toEqual([150, 450])
  })

  it('has no money without a value, and no profit without a margin', () => {
    const units = closedFormResponse({ spend: 100, draws: [line(2)], value: null })
    const revenue = closedFormResponse({ spend: 100, draws: [line(2)], margin: null })
    expect(planOutcomes([units], [{ name: 'today', multiples: [1], gap: 0 }])[0]).toMatchObject({
      value: null,
      gain: null,
    })
    expect(profitDraws(planOutcomes([revenue], [{ name: 'today', multiples: [1], gap: 0 }])[0])).toBe(null)
  })
})

describe('namedPlan', () => {
  it('names spend by channel and summarises the rest', () => {
    expect(
      namedPlan(planOutcomes([tv, radio], [{ name: 'best-split', multiples: [0.5, 2], gap: 7 }])[0]),
    ).toMatchObject({
      name: 'best-split',
      spend: { tv: 50, radio: 100 },
      totalSpend: 150,
      incrementalKpi: { mean: 300 },
      profit: { mean: 300, q05: 165 },
      roas: { mean: 6 },
      roi: { mean: 2 },
      gap: 7,
    })
  })

  it('has no ratios for a plan that spends nothing', () => {
    expect(namedPlan(planOutcomes([tv], [{ name: 'profit-max', multiples: [0], gap: 0 }])[0])).toMatchObject({
      profit: { mean: 0 },
      roas: null,
      roi: null,
    })
  })
})
