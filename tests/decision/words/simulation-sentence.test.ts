import { describe, expect, it } from 'vitest'
import { forecastSetting } from '../../../src/decision/forecast/forecast-setting.js'
import { editPlan, type PlanEdit } from '../../../src/decision/plan/edit-plan.js'
import { simulatePlan, zeroPlan } from '../../../src/decision/plan/simulation.js'
import { simulationSentence } from '../../../src/decision/words/simulation-sentence.js'
import { smallFit } from '../support/small-fit.js'

interface Asked {
  readonly kpi?: string
  readonly edits?: readonly PlanEdit[]
  readonly against?: 'today' | 'zero'
  readonly window?: { from: number; to: number }
}

function sentence({ kpi, edits = [], against = 'today', window = { from: 8, to: 60 } }: Asked): string {
  const fit = smallFit(kpi === undefined ? {} : { kpi })
  const setting = forecastSetting(fit, window)
  const reference = against === 'today' ? setting.today : zeroPlan(setting)
  const plan = { name: 'plan', plan: editPlan(setting.today, edits) }
  return simulationSentence(simulatePlan(fit, setting, { plan, against: { name: against, plan: reference } })).sentence
}

const moreTv: PlanEdit = { kind: 'scale', channel: 'tv', factor: 1.2 }
const shift: PlanEdit = { kind: 'shift', amount: 100, from: 'search', to: 'tv' }

describe('simulationSentence', () => {
  it('says what a plan changes, in KPI and profit, and how sure that is', () => {
    expect(sentence({ edits: [moreTv] })).toMatch(
      /^Against today's plan, \d[\d.]*( k)? EUR more spend is expected to bring \d[\d.]*( k)? EUR more revenue and \d[\d.]*( k)? EUR (more|less) profit \(in 9 of 10 cases a change between -?[\d.]+ and -?[\d.]+( k)? EUR\); it earns more with a probability of (\d+ %|(below|above) \d+ %)\. It takes tv beyond what any period of the data shows, where curves are a guess\.$/,
    )
  })

  it('says so where the money is the same', () => {
    expect(sentence({ edits: [shift] })).toContain('the same money spent differently is expected to bring')
  })

  it('says so where the plan is the same', () => {
    expect(sentence({})).toMatch(
      /^The plan is the same as today's plan: its [\d.]+ k EUR bring an expected [\d.]+ k EUR revenue and a profit of -[\d.]+ k EUR \(in 9 of 10 cases between -[\d.]+ and -[\d.]+ k EUR\)\.$/,
    )
  })

  it('has no profit without a margin, and says which margin would pay', () => {
    const text = sentence({ kpi: '{ column: sales, kind: revenue }', edits: [moreTv] })
    expect(text).toMatch(
      /The model file gives no margin, so nobody knows the profit: the plan pays if you keep more than \d+ % of the extra revenue\./,
    )
    expect(sentence({ kpi: '{ column: sales, kind: revenue }', edits: [shift] })).toContain(
      'The model file gives no margin, so nobody knows the profit.',
    )
  })

  it('counts units where a unit has no value', () => {
    const text = sentence({
      kpi: '{ column: sales, kind: units }',
      edits: [{ kind: 'scale', channel: 'tv', factor: 0.5 }],
    })
    expect(text).toMatch(/less spend is expected to bring [\d.]+( k)? fewer KPI units \(in 9 of 10 cases between/)
    expect(text).toContain('The model file gives no value of a KPI unit in money, so nobody knows the profit.')
  })

  it('warns of demand that was there before', () => {
    expect(sentence({ edits: [{ kind: 'scale', channel: 'search', factor: 1.01 }] })).toContain(
      'It raises search, which captures demand created elsewhere: an upper bound.',
    )
  })

  it('names a single period once', () => {
    expect(sentence({ window: { from: 60, to: 61 } })).toMatch(
      /^Under the plan revenue in 2024-02-26 is expected to be/,
    )
  })

  it('says what the KPI will be, its expectation and itself, in a forecast', () => {
    expect(sentence({ window: { from: 60, to: 64 }, against: 'zero' })).toMatch(
      /^Against no paid media, .* Under the plan revenue from 2024-02-26 to 2024-03-18 is expected to be [\d.]+ k EUR \(in 9 of 10 cases its expectation lies between [\d.]+ and [\d.]+ k EUR, revenue itself between [\d.]+ and [\d.]+ k EUR\)\./,
    )
  })
})
