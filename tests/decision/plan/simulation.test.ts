import { describe, expect, it } from 'vitest'
import { editPlan } from '../../../src/decision/plan/edit-plan.js'
import { planSetting, type PlanSetting } from '../../../src/decision/plan/plan-setting.js'
import { simulatePlan, zeroPlan } from '../../../src/decision/plan/simulation.js'
import { valuePlan } from '../../../src/decision/plan/plan-value.js'
import { smallFit } from '../support/small-fit.js'

const fit = smallFit()
const setting = planSetting(fit)

const today = (of: PlanSetting) => ({ name: 'today', plan: of.today })
const more = { name: 'more', plan: editPlan(setting.today, [{ kind: 'scale', channel: 'search', factor: 1.5 }]) }

describe('simulatePlan', () => {
  const simulation = simulatePlan(fit, setting, { plan: more, against: today(setting) })

  it('names its window, its plan, and spend a year', () => {
    expect(simulation).toMatchObject({
      format: 'mixwright.simulation/1',
      window: { from: '2023-02-27', to: '2024-02-19', period: 'week', periods: 52, ahead: 0 },
      name: 'more',
      kpiKind: 'revenue',
      currency: 'EUR',
      predictive: null,
      flags: [],
    })
    expect(simulation.spendPerYear).toBeCloseTo((simulation.spend * 365.25) / 364, 9)
    expect(simulation.series.mean).toHaveLength(52)
  })

  it('has the figures of the plan and of the reference, and their difference draw by draw', () => {
    const value = valuePlan(setting, more.plan)
    const before = valuePlan(setting, setting.today)
    expect(simulation.profit).toEqual(value.summary.profit)
    expect(simulation.against.profit).toEqual(before.summary.profit)
    const difference = value.draws.profit!.map((x, d) => x - before.draws.profit![d])
    const better = difference.filter((x) => x > 0).length / difference.length
    expect(simulation.difference.probabilityBetter).toBe(better)
    expect(simulation.difference.betterBy).toBe('profit')
    expect(simulation.difference.profit!.mean).toBeCloseTo(difference.reduce((a, b) => a + b) / difference.length, 9)
    expect(simulation.difference.spend).toBeCloseTo(value.spend - before.spend, 9)
  })

  it('finds nothing better in a plan that is the same, however it was made', () => {
    const same = { name: 'copy', plan: editPlan(setting.today, [{ kind: 'scale', channel: 'tv', factor: 1 }]) }
    const { difference } = simulatePlan(fit, setting, { plan: same, against: today(setting) })
    expect(difference).toMatchObject({ spend: 0, probabilityBetter: null })
    expect(difference.profit).toEqual({ mean: 0, median: 0, sd: 0, q05: 0, q95: 0 })
  })

  it('flags what leaves the data, and demand that was there before', () => {
    const search = simulation.channels.find(({ name }) => name === 'search')!
    expect(search.flags).toEqual(['demand-capture', 'extrapolation'])
    expect(simulation.channels.find(({ name }) => name === 'tv')!.flags).toEqual([])
  })

  it('compares by KPI where there is no margin, and says so', () => {
    const bare = smallFit({ kpi: '{ column: sales, kind: units }' })
    const units = planSetting(bare)
    const { difference, flags, profit } = simulatePlan(bare, units, {
      plan: { name: 'zero', plan: zeroPlan(units) },
      against: today(units),
    })
    expect({ flags, profit }).toEqual({ flags: ['no-value'], profit: null })
    expect(difference).toMatchObject({ betterBy: 'incrementalKpi', profit: null, probabilityBetter: 0 })
  })
})
