import { describe, expect, it } from 'vitest'
import { analyseChannel } from '../../../src/decision/analysis/channel-analysis.js'
import { namedPlans } from '../../../src/decision/budget/named-plans.js'
import { namedPlan } from '../../../src/decision/budget/plan-outcome.js'
import { budgetFrontier, frontierMultiples } from '../../../src/decision/optimise/budget-frontier.js'
import { closedFormResponse, hill } from '../support/closed-form-response.js'

const analysed = (margin: number | null) =>
  [
    { channel: 'tv', spend: 60, forms: [hill(1000, 40, 1), hill(1200, 60, 1)] },
    { channel: 'radio', spend: 50, forms: [hill(600, 15, 1), hill(500, 20, 1)] },
    { channel: 'press', spend: 40, forms: [hill(800, 120, 1.5), hill(900, 100, 1.3)] },
  ].map(({ channel, spend, forms }) =>
    analyseChannel(closedFormResponse({ channel, spend, draws: forms, margin }), null),
  )
const channels = analysed(0.5)
const plans = namedPlans(channels.map(({ curve, role }) => ({ curve, role }))).map(namedPlan)
const frontier = budgetFrontier(channels, plans)!

describe('budgetFrontier', () => {
  it('spends every budget from zero to three times today’s, and earns more outcome from more', () => {
    expect(frontier.today).toBe(150)
    expect(frontier.points.map(({ budget }) => Number((budget / 150).toFixed(9)))).toEqual(
      frontierMultiples.map((x) => Number(x.toFixed(9))),
    )
    frontier.points.slice(1).forEach((point, i) => {
      expect(point.incrementalKpi.mean).toBeGreaterThan(frontier.points[i].incrementalKpi.mean)
      expect(point.spend.reduce((sum, x) => sum + x, 0)).toBeCloseTo(point.budget, 8)
    })
    expect(frontier.points[0]).toMatchObject({ budget: 0, roas: null, roi: null, observed: true })
  })

  it('is met by the named plans, and lies above today’s own', () => {
    const today = frontier.points.find(({ budget }) => Math.abs(budget - 150) < 1e-9)!
    const split = frontier.marks.find(({ name }) => name === 'best-split')!
    expect(today.profit!.mean / split.profit!.mean).toBeCloseTo(1, 5)
    expect(frontier.marks.find(({ name }) => name === 'today')!.profit!.mean).toBeLessThan(today.profit!.mean)
    const most = frontier.marks.find(({ name }) => name === 'profit-max')!
    for (const { profit } of frontier.points) expect(profit!.mean).toBeLessThanOrEqual(most.profit!.mean * (1 + 1e-6))
  })

  it('orders its marks: same sales for less, profit-max, break-even, where profit is nought', () => {
    const at = (name: string): number => frontier.marks.find((mark) => mark.name === name)!.budget
    expect(at('same-sales-for-less')).toBeLessThanOrEqual(at('today'))
    expect(at('profit-max')).toBeLessThanOrEqual(at('break-even'))
    expect(frontier.marks.find(({ name }) => name === 'break-even')!.profit!.mean / at('break-even')).toBeCloseTo(0, 5)
    expect(frontier.neverBreaksEven).toBe(false)
    expect(frontier.marks.map(({ budget }) => budget)).toEqual(
      frontier.marks.map(({ budget }) => budget).sort((a, b) => a - b),
    )
  })

  it('never raises demand capture, and has no profit without a margin', () => {
    const captured = budgetFrontier([{ ...channels[0], role: 'demand-capture' }, channels[1], channels[2]], [])!
    for (const { spend } of captured.points) expect(spend[0]).toBeLessThanOrEqual(60 * (1 + 1e-12))
    const bare = budgetFrontier(analysed(null), [])!
    expect(bare.points[5]).toMatchObject({ profit: null, roi: null })
    expect(bare.marks).toEqual([])
    expect(budgetFrontier([], [])).toBe(null)
  })
})
