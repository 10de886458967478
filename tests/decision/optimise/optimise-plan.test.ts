import { describe, expect, it } from 'vitest'
import { planSetting } from '../../../src/decision/plan/plan-setting.js'
import { readPlan } from '../../../src/decision/plan/read-plan.js'
import { simulatePlan } from '../../../src/decision/plan/simulation.js'
import { valuePlan } from '../../../src/decision/plan/plan-value.js'
import { readTable } from '../../../src/data/ingest/read-csv.js'
import { optimisePlan } from '../../../src/decision/optimise/optimise-plan.js'
import { planDocument } from '../../../src/decision/optimise/plan-document.js'
import type { PlanRequest } from '../../../src/decision/optimise/plan-request.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { toCsv } from '../../../src/present/table/to-csv.js'
import { smallFit } from '../support/small-fit.js'

const channels = `
  tv: { spend: tv_spend, media: tv_grps }
  search: { spend: search_spend, role: demand-capture }
  mail: { spend: sends }
`
const fit = smallFit({ channels, groups: '{ direct: [search, mail] }' })
const setting = planSetting(fit)
const wide: PlanRequest = { within: null, allowRaise: ['search'] }

describe('optimisePlan', () => {
  it('returns today’s plan and value, bit for bit, where nothing may move', () => {
    const { plan, value, judgement, status, bound } = optimisePlan(setting, { within: 0 })
    expect(Array.from(plan.spend.get('tv')!)).toEqual(Array.from(setting.today.spend.get('tv')!))
    expect(value.summary).toEqual(valuePlan(setting, setting.today).summary)
    expect(judgement).toEqual({ by: 'profit', probabilityBetter: 0, expectedRegret: 0 })
    expect([status, bound]).toEqual(['optimal', 0])
  })

  it('is not beaten by random plans within its limits, valued as simulate values them', () => {
    const { value, task } = optimisePlan(setting)
    const best = value.summary.profit!.mean
    const g = createGenerator(3, 'plans')
    const names = [...setting.today.spend.keys()]
    const total = (name: string): number => setting.today.spend.get(name)!.reduce((sum, x) => sum + x, 0)
    let tried = 0
    while (tried < 60) {
      const multiples = names.map((name) => (name === 'search' ? 0.7 + 0.3 * g.uniform() : 0.7 + 0.6 * g.uniform()))
      const others = names.slice(0, 2).reduce((sum, name, c) => sum + multiples[c] * total(name), 0)
      multiples[2] = (task.exact! - others) / total(names[2])
      if (multiples[2] < 0.7 || multiples[2] > 1.3) continue
      tried++
      const spend = new Map(names.map((name, c) => [name, setting.today.spend.get(name)!.map((x) => x * multiples[c])]))
      expect(valuePlan(setting, { window: setting.window, spend }).summary.profit!.mean).toBeLessThanOrEqual(
        best + 1e-7 * Math.abs(best),
      )
    }
  })

  it('spends the budget to 1e-9 and keeps to every limit', () => {
    const request: PlanRequest = {
      budget: { kind: 'exact', money: 5500 },
      within: 0.5,
      bounds: new Map([['direct', { low: 0.9, high: 1.02 }]]),
    }
    const { channels: spends, value } = optimisePlan(setting, request)
    expect(Math.abs(value.spend - 5500)).toBeLessThanOrEqual(5500e-9)
    const [tv, search, mail] = spends
    expect(tv.planned).toBeGreaterThanOrEqual(0.5 * tv.today * (1 - 1e-9))
    expect(search.planned).toBeLessThanOrEqual(search.today * (1 + 1e-9))
    const direct = search.today + mail.today
    expect(search.planned + mail.planned).toBeLessThanOrEqual(1.02 * direct * (1 + 1e-9))
    expect(search.planned + mail.planned).toBeGreaterThanOrEqual(0.9 * direct * (1 - 1e-9))
  })

  it('is the same number in the document and in a simulation of its file', () => {
    const optimised = optimisePlan(setting, { within: 0.6 })
    const document = planDocument(fit, setting, optimised)
    const text = toCsv(
      setting.periods.map((period, t) => ({
        period,
        ...Object.fromEntries([...optimised.plan.spend].map(([name, spend]) => [name, spend[t]])),
      })),
    )
    const plan = readPlan(readTable(text, { file: 'plan.csv' }), setting.outcome.model)
    const today = { name: 'today', plan: setting.today }
    const simulated = simulatePlan(fit, planSetting(fit, plan.window), {
      plan: { name: 'plan.csv', plan },
      against: today,
    })
    expect(document.profit).toEqual(simulated.profit)
    expect(document.series).toEqual(simulated.series)
    expect(document.kpi).toEqual(simulated.kpi)
    expect(document.today.profit).toEqual(simulated.against.profit)
    expect(document.difference.profit).toEqual(simulated.difference.profit)
    expect(document.channels.map(({ roas }) => roas)).toEqual(simulated.channels.map(({ roas }) => roas))
  })

  it('orders the plans: the cheapest for today’s outcome spends least, a free total earns most', () => {
    const profit = (request: PlanRequest): number =>
      optimisePlan(setting, { ...wide, ...request }).value.summary.profit!.mean
    const free = profit({ budget: { kind: 'free' } })
    expect(free).toBeGreaterThanOrEqual(profit({ budget: { kind: 'today' } }))
    expect(profit({ budget: { kind: 'today' } })).toBeGreaterThanOrEqual(profit({}) - 1e-9)
    expect(profit({ within: 0.3 })).toBeLessThanOrEqual(profit({ within: 0.6 }) + 1e-9)
    const lean = optimisePlan(setting, { ...wide, objective: 'efficiency' })
    expect(lean.value.spend).toBeLessThanOrEqual(lean.today.spend)
    expect(lean.value.summary.incrementalKpi.mean).toBeCloseTo(lean.today.summary.incrementalKpi.mean, 4)
  })

  it('says what leaves history, what stays inside, and the next safe step', () => {
    const far = optimisePlan(setting, { ...wide, budget: { kind: 'exact', money: 20_000 } })
    expect(far.channels.some(({ observed }) => !observed)).toBe(true)
    expect(far.step).not.toBe(null)
    for (const { planned, name } of far.step!.channels) {
      const today = far.channels.find((channel) => channel.name === name)!.today
      expect(planned).toBeLessThanOrEqual(1.3 * today * (1 + 1e-9))
    }
    expect(far.inside).toBe(null)
    const near = optimisePlan(setting)
    expect([near.inside, near.step]).toEqual([null, null])
  })

  it('spends in the shape of stated weights, and nothing in a pause', () => {
    const length = setting.periods.length
    const weights = new Map(
      [...setting.today.spend].map(([name]) => [name, Float64Array.from({ length }, (_, t) => (t < 10 ? 0 : 1))]),
    )
    const { plan } = optimisePlan(setting, { pattern: weights })
    const tv = plan.spend.get('tv')!
    expect(Array.from(tv.slice(0, 10))).toEqual(Array.from({ length: 10 }, () => 0))
    expect(new Set(tv.slice(10)).size).toBe(1)
    const paused = optimisePlan(setting, { noSpend: [{ channel: 'tv', from: 0, to: 20 }] }).plan.spend.get('tv')!
    expect(paused.slice(0, 20).every((x) => x === 0)).toBe(true)
    expect(paused.some((x) => x > 0)).toBe(true)
    expect(() => optimisePlan(setting, { noSpend: [{ channel: 'tvv', from: 0, to: 2 }] })).toThrow(/names `tvv`/)
  })

  it('plans without a margin, and refuses profit then', () => {
    const bare = planSetting(
      smallFit({ channels, groups: '{ direct: [search, mail] }', kpi: '{ column: sales, kind: units }' }),
    )
    const { value, judgement, task } = optimisePlan(bare)
    expect(task.objective).toBe('outcome')
    expect(value.summary.profit).toBe(null)
    expect(judgement.by).toBe('outcome')
    expect(() => optimisePlan(bare, { objective: 'profit' })).toThrow(/states no `kpi.margin`/)
  })
})
