import { describe, expect, it } from 'vitest'
import { crossFitted } from '../../../src/decision/optimise/cross-fit.js'
import { directions } from '../../../src/decision/optimise/directions.js'
import { advantage, crossFits, judgementOf } from '../../../src/decision/optimise/plan-judgement.js'
import { settledPlan } from '../../../src/decision/optimise/settled-plan.js'
import { tableFigures } from '../../../src/decision/optimise/table-figures.js'
import { standardMultiples } from '../../../src/decision/analysis/multiples.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { hill } from '../support/closed-form-response.js'
import { exactly, madeProblem } from '../support/plan-problem.js'

const figures = (spend: number, kpi: number[], gain: number[] | null) => ({
  spend,
  kpi: Float64Array.from(kpi),
  gain: gain === null ? null : Float64Array.from(gain),
})

describe('advantage and judgementOf', () => {
  it('compare profit, outcome, or outcome per money', () => {
    const plan = figures(10, [30, 50], [20, 8])
    const today = figures(5, [20, 30], [10, 10])
    expect(Array.from(advantage('profit', plan, today))).toEqual([5, -7])
    expect(Array.from(advantage('outcome', plan, today))).toEqual([10, 20])
    expect(Array.from(advantage('outcome-per-spend', plan, today))).toEqual([-1, -1])
    expect(judgementOf('profit', Float64Array.of(5, -7, 0, 2))).toEqual({
      by: 'profit',
      probabilityBetter: 0.5,
      expectedRegret: 1.75,
    })
  })
})

describe('crossFitted', () => {
  // Two channels that nothing tells apart: the best split of all draws looks better than it is.
  const g = createGenerator(7, 'cross-fit')
  const noisy = () => Array.from({ length: 60 }, () => hill(1000 * Math.exp(0.6 * g.normal()), 40, 1))
  const problem = madeProblem([{ draws: noisy() }, { draws: noisy() }], exactly(100), {}, standardMultiples())
  const today = problem.tables.map((table) => {
    const { kpi, gain } = tableFigures([table], [1])
    return { spend: 50, incrementalKpi: kpi, gain }
  })

  it('judges a plan on draws that did not choose it', () => {
    const judged = crossFitted(problem, today, 'profit')
    const { multiples } = settledPlan(problem).split
    const own = advantage('profit', tableFigures(problem.tables, multiples), tableFigures(problem.tables, [1, 1]))
    const inSample = judgementOf('profit', own)
    expect(judged.probabilityBetter).toBeGreaterThan(0)
    expect(judged.probabilityBetter).toBeLessThan(0.8)
    expect(judged.expectedRegret).toBeGreaterThan(inSample.expectedRegret * 0.5)
    const meanOwn = own.reduce((sum, x) => sum + x, 0)
    expect(meanOwn).toBeGreaterThan(0)
    expect(crossFits(5)).toEqual([
      { chosenBy: [0, 2, 4], judgedBy: [1, 3] },
      { chosenBy: [1, 3], judgedBy: [0, 2, 4] },
    ])
    expect(crossFits(1)).toEqual([{ chosenBy: [0], judgedBy: [0] }])
  })

  it('is certain where a channel is better in every draw', () => {
    const clear = madeProblem(
      [
        { draws: Array.from({ length: 20 }, (_, d) => hill(900 + d, 40, 1)) },
        { draws: Array.from({ length: 20 }, (_, d) => hill(200 + d, 40, 1)) },
      ],
      exactly(100),
      {},
      standardMultiples(),
    )
    const now = clear.tables.map((table) => ({
      spend: 50,
      incrementalKpi: tableFigures([table], [1]).kpi,
      gain: tableFigures([table], [1]).gain,
    }))
    expect(crossFitted(clear, now, 'profit')).toEqual({ by: 'profit', probabilityBetter: 1, expectedRegret: 0 })
    const { multiples } = settledPlan(clear).split
    expect(directions(clear.tables, multiples, clear.task)).toEqual([1, 1])
    expect(directions(clear.tables, [1, 1], clear.task)).toEqual([null, null])
  })
})
