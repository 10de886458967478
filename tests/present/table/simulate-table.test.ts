import { describe, expect, it } from 'vitest'
import { forecastSetting } from '../../../src/decision/forecast/forecast-setting.js'
import { editPlan } from '../../../src/decision/plan/edit-plan.js'
import { simulatePlan, zeroPlan, type Simulation } from '../../../src/decision/plan/simulation.js'
import { simulateSeriesTable, simulateTable } from '../../../src/present/table/simulate-table.js'
import { smallFit } from '../../decision/support/small-fit.js'

const fit = smallFit()

function simulation(window: { from: number; to: number }, against: 'today' | 'zero' = 'today'): Simulation {
  const setting = forecastSetting(fit, window)
  const plan = { name: 'plan.csv', plan: editPlan(setting.today, [{ kind: 'scale', channel: 'tv', factor: 2 }]) }
  const reference = { name: against, plan: against === 'today' ? setting.today : zeroPlan(setting) }
  return simulatePlan(fit, setting, { plan, against: reference })
}

describe('simulateTable', () => {
  it('has a row a paid channel and one for all, with the reference beside', () => {
    const made = simulation({ from: 8, to: 60 })
    const { title, rows, columns, notes } = simulateTable(made)
    expect(title).toBe('Plan: plan.csv, 2023-02-27 to 2024-02-19, 52 weeks')
    expect(rows.map(({ channel }) => channel)).toEqual(['tv', 'search', 'all paid media'])
    expect(rows[0]).toMatchObject({ spend: made.channels[0].spend, against: made.against.channels[0].spend })
    expect(rows[2]).toMatchObject({ spend: made.spend, roas: made.roas, contribution: made.contribution })
    expect(columns.map(({ label }) => label)).toContain('Spend, today')
    expect(notes!.join(' ')).not.toContain('a year;')
  })

  it('leaves the reference out where there is nothing in it', () => {
    const { columns, notes } = simulateTable(simulation({ from: 8, to: 34 }, 'zero'))
    expect(columns.map(({ key }) => key)).not.toContain('against')
    expect(notes!.join(' ')).toMatch(/Spend over 26 weeks: [\d.]+ k EUR a year; no paid media: 0 EUR a year\./)
  })

  it('states what a forecast assumes', () => {
    expect(simulateTable(simulation({ from: 60, to: 70 })).notes!.join(' ')).toContain('After the last row')
  })
})

describe('simulateSeriesTable', () => {
  it('has a row a period; in a forecast with the range of the KPI itself', () => {
    const past = simulateSeriesTable(simulation({ from: 56, to: 60 }))
    expect(past.columns.map(({ key }) => key)).toEqual(['period', 'plan', 'against'])
    const made = simulation({ from: 60, to: 64 })
    const { rows, columns } = simulateSeriesTable(made)
    expect(columns.map(({ key }) => key)).toEqual(['period', 'plan', 'low', 'high', 'against'])
    expect(rows[0]).toMatchObject({ period: '2024-02-26', low: made.predictive!.q05[0] })
  })
})
