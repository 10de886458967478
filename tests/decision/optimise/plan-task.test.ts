import { describe, expect, it } from 'vitest'
import type { PlanRequest } from '../../../src/decision/optimise/plan-request.js'
import { planTask } from '../../../src/decision/optimise/plan-task.js'

const frame = { today: 1000, kpi: 400, hasValue: true, hasMargin: true }
const taskOf = (request: PlanRequest, more = {}) => planTask(request, { ...frame, ...more })

describe('planTask', () => {
  it('maximises the profit of today’s budget unless told otherwise, outcome without a margin', () => {
    expect(taskOf({})).toMatchObject({ objective: 'profit', quantity: 'gain', exact: 1000, price: 1, keep: null })
    expect(taskOf({}, { hasMargin: false })).toMatchObject({ objective: 'outcome', quantity: 'kpi', exact: 1000 })
    expect(taskOf({ budget: { kind: 'free' }, hurdle: 0.2 })).toMatchObject({ exact: null, cap: Infinity, price: 1.2 })
    expect(taskOf({ objective: 'efficiency' })).toMatchObject({ exact: null, keep: 400, quantity: 'kpi' })
    expect(taskOf({ objective: 'efficiency', keep: { share: 0.5 } }).keep).toBe(200)
    expect(taskOf({ target: { of: 'roas', value: 3 } })).toMatchObject({
      objective: 'outcome',
      quantity: 'value',
      exact: null,
    })
    expect(taskOf({ target: { of: 'marginal-roas', value: 2 } }).price).toBe(2)
  })

  const budget = { kind: 'today' } as const
  const refused: [string, PlanRequest, object, RegExp][] = [
    ['profit without a margin', { objective: 'profit' }, { hasMargin: false }, /states no `kpi.margin`/],
    ['an ROI without a margin', { target: { of: 'roi', value: 1 } }, { hasMargin: false }, /no ROI to reach/],
    [
      'a ROAS without a value',
      { target: { of: 'roas', value: 1 } },
      { hasValue: false, hasMargin: false },
      /`kpi.value`/,
    ],
    ['a target of profit', { objective: 'profit', target: { of: 'roas', value: 1 } }, {}, /leave out --objective/],
    ['a target at a fixed budget', { budget, target: { of: 'roas', value: 1 } }, {}, /decides how much is spent/],
    ['efficiency at a fixed budget', { objective: 'efficiency', budget }, {}, /cheapest plan/],
    ['something to keep for profit', { keep: { share: 1 } }, {}, /--keep states/],
    ['outcome without an end', { objective: 'outcome', budget: { kind: 'free' } }, {}, /More spend always/],
    ['a hurdle at a fixed budget', { hurdle: 0.2 }, {}, /--hurdle decides/],
    ['a quantile of efficiency', { objective: 'efficiency', quantile: 0.2 }, {}, /--quantile is maximised/],
    ['efficiency period by period', { objective: 'efficiency', pattern: 'free' }, {}, /--pattern free maximises/],
    ['an average return period by period', { pattern: 'free', target: { of: 'roas', value: 2 } }, {}, /can’t aim/],
    [
      'shares of a free total period by period',
      { pattern: 'free', budget: { kind: 'free' }, minShare: new Map([['tv', 0.2]]) },
      {},
      /--min-share with --pattern free/,
    ],
    ['ramps along a pattern', { ramp: 0.2 }, {}, /--ramp limits/],
  ]
  it.each(refused)('refuses %s in one sentence', (_, request, more, message) => {
    expect(() => taskOf(request, more)).toThrow(message)
  })
})
