import { describe, expect, it } from 'vitest'
import { optimisePlan } from '../../../src/decision/optimise/optimise-plan.js'
import { planDocument } from '../../../src/decision/optimise/plan-document.js'
import type { OptimisedPlan } from '../../../src/decision/optimise/optimised-plan.js'
import { targetName, type PlanRequest } from '../../../src/decision/optimise/plan-request.js'
import { planSetting } from '../../../src/decision/plan/plan-setting.js'
import { optimisedPlanSentences } from '../../../src/decision/words/optimised-plan-sentences.js'
import { smallFit } from '../support/small-fit.js'

const channels =
  '\n  tv: { spend: tv_spend, media: tv_grps }\n  search: { spend: search_spend, role: demand-capture }\n  mail: { spend: sends }\n'
const fit = smallFit({ channels, groups: '{}' })
const setting = planSetting(fit)

function sentencesOf(request: PlanRequest, change: (plan: OptimisedPlan) => OptimisedPlan = (plan) => plan): string[] {
  const optimised = change(optimisePlan(setting, request))
  return optimisedPlanSentences(planDocument(fit, setting, optimised), optimised)
}
const surely =
  (probabilityBetter: number) =>
  (plan: OptimisedPlan): OptimisedPlan => ({
    ...plan,
    judgement: { by: 'profit', probabilityBetter, expectedRegret: 12 },
  })

describe('optimisedPlanSentences', () => {
  it('advises the plan from 80 % on, and today’s below', () => {
    expect(sentencesOf({}, surely(0.8))[0]).toBe(
      'Follow the plan: it brings more profit than today’s with a probability of 80 %.',
    )
    expect(sentencesOf({}, surely(0.7))[0]).toBe(
      'Too close to call: keep today’s plan. The best plan found brings more profit than today’s with a probability of 70 % only.',
    )
    expect(sentencesOf({}, surely(0.798))[0]).toContain('with a probability of just below 80 % only.')
  })

  it('says one thing where today’s plan is the best', () => {
    expect(sentencesOf({ within: 0 })).toEqual(['Today’s plan is the best plan within these limits.'])
  })

  it('tells what changes, what the last money brings and what binds', () => {
    const text = sentencesOf({}, surely(0.9)).join(' ')
    expect(text).toMatch(
      /It splits today’s [\d.]+ k EUR anew: .* more profit expected \(in 9 of 10 cases .*\); if today’s plan is better after all, that costs 12 EUR on average/,
    )
    expect(text).toMatch(
      /One more EUR of budget brings [\d.]+ EUR after variable cost: (the budget could|less would) earn more\./,
    )
    expect(text).toMatch(/Limits that bind: .* at its (ceiling|floor) \(one EUR (more|less) adds [\d.]+ EUR\)/)
  })

  it('puts the plan inside history before the one that leaves it, and names the next safe step', () => {
    const far = sentencesOf({
      within: null,
      allowRaise: ['search'],
      budget: { kind: 'max', money: 40_000 },
      objective: 'outcome',
    })
    const inside = far.findIndex((sentence) => sentence.includes('The plan that stays inside:'))
    const own = far.findIndex((sentence) => sentence.startsWith('It spends'))
    expect(inside).toBeGreaterThan(0)
    expect(own).toBeGreaterThan(inside)
    expect(far.join(' ')).toContain('The next safe step, every channel within 30 % of today:')
    expect(far.join(' ')).toMatch(/brings [\d.]+ EUR of revenue/)
  })

  it('says what period by period takes for granted, and what may be missing', () => {
    const free = (plan: OptimisedPlan): OptimisedPlan => ({ ...plan, pattern: 'free', bound: 30 })
    expect(sentencesOf({}, free).at(-1)).toMatch(
      /^Periods are chosen as if .* No plan can bring more than 30 EUR beyond it\.$/,
    )
    expect(sentencesOf({}, (plan) => ({ ...plan, bound: 30 })).at(-1)).toMatch(
      /^The plan isn’t proven the best: another could bring up to 30 EUR more/,
    )
  })
})

describe('targetName', () => {
  it('writes the returns as readers know them', () => {
    expect([targetName('roas'), targetName('roi'), targetName('marginal-roas')]).toEqual([
      'ROAS',
      'ROI',
      'marginal ROAS',
    ])
  })
})
