import { describe, expect, it } from 'vitest'
import { pathRewards } from '../../../src/decision/optimise/free-objective.js'
import { optimisePlan } from '../../../src/decision/optimise/optimise-plan.js'
import type { PlanRequest } from '../../../src/decision/optimise/plan-request.js'
import { planSetting } from '../../../src/decision/plan/plan-setting.js'
import { valuePlan } from '../../../src/decision/plan/plan-value.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallFit } from '../support/small-fit.js'

const channels = (more = '') => `
  tv: { spend: tv_spend, media: tv_grps${more} }
  search: { spend: search_spend${more} }
  mail: { spend: sends${more} }
`
const fit = smallFit({ channels: channels(), groups: '{ direct: [search, mail] }', draws: 12 })
const setting = planSetting(fit, { from: 20, to: 46 })
const free: PlanRequest = { pattern: 'free' }
const all = Array.from({ length: 12 }, (_, d) => d)

describe('pathRewards', () => {
  const cases = [
    ['adstock first', setting],
    [
      'saturation first',
      planSetting(smallFit({ channels: channels(', order: saturation-first'), groups: '{}', draws: 12 }), {
        from: 20,
        to: 46,
      }),
    ],
    [
      'a lagged KPI',
      planSetting(
        smallFit({
          channels: channels(', adstock: none'),
          groups: '{}',
          draws: 12,
          more: 'dynamics: { laggedKpi: true }\nnoise: normal',
        }),
        { from: 20, to: 46 },
      ),
    ],
  ] as const
  it.each(cases)('are what valuePlan gives, with exact gradients: %s', (_, own) => {
    const rewards = pathRewards(own, [0, 1, 2], { quantity: 'gain', draws: all })
    const g = createGenerator(2, 'paths')
    const spend = new Map(
      [...own.today.spend].map(([name, path]) => [name, path.map((x) => 5 + x * (0.5 + g.uniform()))]),
    )
    const paths = [...spend.values()]
    const gradient = paths.map((path) => new Float64Array(path.length))
    const mean = rewards.map((reward, c) => reward.at(paths[c], gradient[c]))
    const zero = rewards.map((reward) => reward.at(new Float64Array(26), new Float64Array(26)))
    const { profit } = valuePlan(own, { window: own.window, spend }).summary
    const spent = paths.reduce((sum, path) => sum + path.reduce((s, x) => s + x, 0), 0)
    // Where history spent nothing media stay in the plan of zero, so rewards are compared as differences.
    const total = mean.reduce((sum, x, c) => sum + x - zero[c], 0)
    expect(total / (profit!.mean + spent)).toBeCloseTo(1, 4)
    paths.forEach((path, c) => {
      for (const t of [0, 7, 25]) {
        const step = 1e-4 * (1 + path[t])
        const at = (x: number): number =>
          rewards[c].at(
            path.map((y, i) => (i === t ? x : y)),
            new Float64Array(26),
          )
        const slope = (at(path[t] + step) - at(path[t] + step / 2)) / (step / 2)
        expect(gradient[c][t] / slope).toBeCloseTo(1, 2)
      }
    })
  })

  it('never exceed their concave envelope', () => {
    const rewards = pathRewards(setting, [0, 1, 2], { quantity: 'gain', draws: all })
    const g = createGenerator(8, 'envelope')
    for (let run = 0; run < 10; run++) {
      const path = Float64Array.from({ length: 26 }, () => 40 * g.uniform())
      const gradient = new Float64Array(26)
      for (const reward of rewards)
        expect(reward.envelopeAt(path, gradient)).toBeGreaterThanOrEqual(reward.at(path, gradient) - 1e-9)
    }
  })
})

describe('optimisePlan, period by period', () => {
  const best = optimisePlan(setting, free)
  const profit = best.value.summary.profit!.mean

  it('is at least as good as the pattern, spends the budget, and its gap bounds what is left', () => {
    const along = optimisePlan(setting)
    expect(profit).toBeGreaterThanOrEqual(along.value.summary.profit!.mean - 1e-9 * Math.abs(profit))
    expect(Math.abs(best.value.spend - best.today.spend)).toBeLessThanOrEqual(1e-9 * best.today.spend)
    expect(best.bound).toBeGreaterThanOrEqual(0)
    expect(best.pattern).toBe('free')
    expect(along.value.summary.profit!.mean).toBeLessThanOrEqual(profit + best.bound!)
  })

  it('is not beaten by moving money between periods or channels', () => {
    const g = createGenerator(9, 'free')
    const names = [...best.plan.spend.keys()]
    for (let run = 0; run < 60; run++) {
      const spend = new Map(names.map((name) => [name, best.plan.spend.get(name)!.slice()]))
      const from = spend.get(names[g.integer(3)])!
      const to = run % 2 === 0 ? from : spend.get(names[g.integer(3)])!
      const [t, u] = [g.integer(26), g.integer(26)]
      const money = 0.2 * from[t]
      from[t] -= money
      to[u] += money
      const limited = names.every((name, c) => {
        const total = spend.get(name)!.reduce((sum, x) => sum + x, 0)
        const { low, high } = best.limits.channels[c]
        return total >= low * (1 - 1e-9) && total <= high * (1 + 1e-9)
      })
      if (!limited) continue
      const moved = valuePlan(setting, { window: setting.window, spend }).summary.profit!.mean
      expect(moved).toBeLessThanOrEqual(profit + 2e-4 * Math.abs(profit))
      expect(moved).toBeLessThanOrEqual(profit + best.bound! + 1e-9 * Math.abs(profit))
    }
  })

  it('keeps ramps, pauses, bounds and shares', () => {
    const { plan, value } = optimisePlan(setting, {
      ...free,
      ramp: 0.1,
      noSpend: [{ channel: 'tv', from: 0, to: 5 }],
      bounds: new Map([['direct', { low: 1.05, high: 1.3 }]]),
    })
    const tv = plan.spend.get('tv')!
    expect(tv.slice(0, 5).every((x) => x === 0)).toBe(true)
    const today = best.channels.map((channel) => channel.today)
    ;[...plan.spend.values()].forEach((path, c) => {
      const ramp = (0.1 * today[c]) / 26
      for (let t = c === 0 ? 5 : 0; t < 25; t++)
        expect(Math.abs(path[t + 1] - path[t])).toBeLessThanOrEqual(ramp * (1 + 1e-6))
    })
    const direct = ['search', 'mail'].reduce((sum, name) => sum + plan.spend.get(name)!.reduce((s, x) => s + x, 0), 0)
    expect(direct).toBeGreaterThanOrEqual(1.05 * (today[1] + today[2]) * (1 - 1e-8))
    expect(Math.abs(value.spend - best.today.spend)).toBeLessThanOrEqual(1e-9 * best.today.spend)
  })

  it('spends a free total only while the last unit pays', () => {
    const open = optimisePlan(setting, { ...free, budget: { kind: 'free' }, within: null, allowRaise: ['search'] })
    expect(open.value.summary.profit!.mean).toBeGreaterThanOrEqual(profit - 1e-6 * Math.abs(profit))
    expect(open.prices.budget).toBe(null)
    const hurdled = optimisePlan(setting, { ...free, budget: { kind: 'free' }, within: null, hurdle: 0.5 })
    expect(hurdled.value.spend).toBeLessThan(open.value.spend)
  })
})
