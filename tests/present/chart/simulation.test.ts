import { describe, expect, it } from 'vitest'
import { forecastSetting } from '../../../src/decision/forecast/forecast-setting.js'
import { editPlan } from '../../../src/decision/plan/edit-plan.js'
import { simulatePlan } from '../../../src/decision/plan/simulation.js'
import { simulationChart } from '../../../src/present/chart/simulation.js'
import { lightTheme } from '../../../src/present/chart/theme.js'
import { describeChart } from '../../conformance/chart.js'
import { smallFit } from '../../decision/support/small-fit.js'
import { datasetOf } from '../../support/chart-rows.js'

// 60 weeks from 2023-01-02.
const fit = smallFit()
const sales = Array.from(fit.dataset.columns.get('sales')!)

function chartOf(window: { from: number; to: number }, factor: number) {
  const setting = forecastSetting(fit, window)
  const plan = { name: 'plan.csv', plan: editPlan(setting.today, [{ kind: 'scale', channel: 'tv', factor }]) }
  const simulation = simulatePlan(fit, setting, { plan, against: { name: 'today', plan: setting.today } })
  const past = { periods: fit.dataset.periods.slice(8), observed: sales.slice(8) }
  return { simulation, chart: simulationChart(simulation, past, lightTheme) }
}

const ahead = chartOf({ from: 60, to: 73 }, 1.5)
const behind = chartOf({ from: 40, to: 60 }, 1)

describeChart(ahead.chart)
describeChart(behind.chart)

describe('simulationChart', () => {
  it('draws what was observed, then the plan with the range of the KPI itself', () => {
    const { simulation, chart } = ahead
    expect(chart.title).toBe('Forecast: plan.csv')
    expect(datasetOf(chart, 'periods')).toHaveLength(52 + 13)
    expect(datasetOf(chart, 'observed')).toHaveLength(52)
    const [first] = datasetOf(chart, 'plan')
    expect(Number(first.plan)).toBeCloseTo(simulation.series.mean[0], 0)
    expect(Number(first.low)).toBeCloseTo(simulation.predictive!.q05[0], 0)
    expect(chart.legend.map(({ label }) => label)).toEqual([
      'observed',
      'expected under the plan',
      "today's plan",
      '9 of 10 observations',
    ])
  })

  it('lays the plan over what was observed where the window is past, without a reference that is the same', () => {
    const { chart } = behind
    expect(chart.title).toBe('Plan: plan.csv')
    expect(datasetOf(chart, 'periods')).toHaveLength(52)
    expect(chart.legend.map(({ label }) => label)).not.toContain("today's plan")
  })
})
