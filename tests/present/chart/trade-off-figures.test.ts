import { expect, it } from 'vitest'
import { tradeOffFigures } from '../../../src/present/chart/trade-off-figures.js'
import { reportFixture } from '../../support/report-fixture.js'

const titles = (options: Parameters<typeof reportFixture>[0]): string[] => {
  const { curves, summary } = reportFixture(options)
  return tradeOffFigures(curves[0], [0, 5, 10], summary).map(({ title }) => title)
}

it('tradeOffFigures are those that the KPI has', () => {
  expect(titles({})).toEqual(['Incremental revenue', 'Profit', 'ROI'])
  expect(titles({ margin: null })).toEqual(['Incremental revenue', 'ROAS'])
  expect(titles({ valued: false })).toEqual(['Incremental KPI'])
})

it('tradeOffFigures read the same figure from a plan', () => {
  const { curves, summary, tradeOff } = reportFixture()
  const [plan] = tradeOff.plans
  const [outcome, profit, roi] = tradeOffFigures(curves[0], [0, 5], summary)
  expect(outcome.ofPlan(plan)).toBeCloseTo(plan.roas!.mean * plan.totalSpend, 3)
  expect([profit.ofPlan(plan), roi.ofPlan(plan)]).toEqual([plan.profit?.mean, plan.roi?.mean])
  expect([outcome.text(1e6), profit.range(1e6, 2e6), roi.text(0.4)]).toEqual(['1 M EUR', '1 to 2 M EUR', '40 %'])
})
