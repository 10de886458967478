import { describe, expect, it } from 'vitest'
import { createOutcome } from '../../../src/decision/counterfactual/outcome.js'
import { holdOut } from '../../../src/decision/holdout/hold-out.js'
import { inlineExecutor, type Executor } from '../../../src/execute/executor.js'
import { fitLaplace } from '../../../src/fit/bayes/fit-laplace.js'
import { fitOls } from '../../../src/fit/regression/ols.js'
import { fitRegression } from '../../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../../src/fit/regression/tasks.js'
import type { Model } from '../../../src/model/design/model.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { smallModel } from '../../support/small-model.js'

const executor = inlineExecutor(regressionTasks)
const weeks = 90

/** Sales of 1000, up to 300 from television, noise of `sd`; `twist` multiplies the KPI of the last 13 weeks. */
function columns(sd: number, twist = 1): Record<string, number[]> {
  const g = createGenerator(3, 'hold-out')
  const tv = Array.from({ length: weeks }, () => 100 * g.uniform())
  const sales = tv.map((x, t) => (1000 + 3 * x + sd * g.normal()) * (t < weeks - 13 ? 1 : twist))
  return { sales, tv }
}

const flat = 'baseline: { trend: none, seasonality: { yearly: 0 } }\nnoise: normal\n'
const straight = `kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv, adstock: none, saturation: none } }\n${flat}`
const ols = (twist = 1): Model =>
  smallModel(`${straight}fit: { method: ols, draws: 60 }`, { columns: columns(5, twist) })
const regression = (more = ''): Model =>
  smallModel(
    `kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv, adstock: none, saturation: none } }\nbaseline: { trend: none, seasonality: { yearly: 0 } }\nfit: { draws: 40 ${more} }`,
    { columns: columns(5) },
  )

const byOls = (model: Model, run: Executor = executor) =>
  holdOut(createOutcome(model, fitOls(model).draws), { executor: run })

describe('holdOut', () => {
  it('predicts the last 13 weeks from the weeks before, within the noise', async () => {
    const { holdout, reason } = await byOls(ols())
    expect(reason).toBeNull()
    const { model, observed, periods } = holdout!
    expect([periods.length, holdout!.from, holdout!.to, holdout!.fittedPeriods]).toEqual([
      13,
      '2024-06-24',
      '2024-09-16',
      77,
    ])
    expect(model.rmse).toBeGreaterThan(2)
    expect(model.rmse).toBeLessThan(9)
    expect(model.q95![0] - model.q05![0]).toBeGreaterThan(13)
    expect(model.q95![0] - model.q05![0]).toBeLessThan(21)
    expect(observed[0]).toBe(columns(5).sales[weeks - 13])
  })

  it('refits Student noise by its Laplace approximation', async () => {
    const text = straight.replace('noise: normal', 'noise: student')
    const model = smallModel(`${text}fit: { method: laplace, draws: 60 }`, { columns: columns(5) })
    const fitted = createOutcome(model, fitLaplace(model).draws)
    const { holdout, reason } = await holdOut(fitted, { executor })
    expect(reason).toBeNull()
    expect(holdout!.draws).toBe(60)
    expect(holdout!.model.rmse).toBeLessThan(9)
    expect(holdout!.model.q95![0] - holdout!.model.q05![0]).toBeLessThan(22)
  })

  it('beats the model without media and seasonal-naive where media matter', async () => {
    const { model, withoutMedia, seasonalNaive } = (await byOls(ols())).holdout!
    expect(withoutMedia.rmse).toBeGreaterThan(8 * model.rmse)
    expect(withoutMedia.crps).toBeGreaterThan(model.crps)
    expect(seasonalNaive.mean).toEqual(columns(5).sales.slice(weeks - 13 - 52, weeks - 52))
  })

  it('never sees the KPI that it predicts', async () => {
    const [usual, twisted] = [await byOls(ols()), await byOls(ols(2))]
    expect(twisted.holdout!.model.mean).toEqual(usual.holdout!.model.mean)
    expect(twisted.holdout!.model.q95).toEqual(usual.holdout!.model.q95)
    expect(twisted.holdout!.withoutMedia.mean).toEqual(usual.holdout!.withoutMedia.mean)
    expect(twisted.holdout!.model.coverage).toBe(0)
    // What the doubled weeks taught the whole fit is gone from the refit.
    expect(twisted.holdout!.returns.channels[0].without).toEqual(usual.holdout!.returns.channels[0].without)
  })

  it('refits a regression, the same for any executor, and reports progress of both refits as one', async () => {
    const model = regression()
    const result = await fitRegression(model, { executor })
    const steps: number[] = []
    const observer = { progress: (done: number, total: number) => steps.push(done / total) }
    const outcome = createOutcome(model, result.draws)
    const { holdout } = await holdOut(outcome, { executor, observer })
    expect(holdout!.draws).toBe(40)
    expect(holdout!.model.rmse).toBeLessThan(9)
    expect(holdout!.returns.channels[0].without.mean).toBeGreaterThan(2.5)
    expect(holdout!.returns.channels[0].without.mean).toBeLessThan(3.5)
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    expect(steps.at(-1)).toBe(1)
    const late: Executor = { map: async (task, inputs) => (await Promise.resolve(), executor.map(task, inputs)) }
    expect(await holdOut(outcome, { executor: late })).toEqual({ holdout, reason: null })
  })

  it('says why there is none where too little is left', async () => {
    const short = smallModel(`${straight}fit: { method: ols }`, {
      columns: { sales: columns(5).sales.slice(0, 60), tv: columns(5).tv.slice(0, 60) },
    })
    expect(await byOls(short)).toEqual({
      holdout: null,
      reason: 'A hold-out needs a year of data (52 weeks) before the last 13 weeks; there are 47 weeks.',
    })
  })

  it('says so where least squares refuse what is left', async () => {
    const { tv, sales } = columns(5)
    const twin = tv.map((x, t) => (t < weeks - 13 ? x + 1 : x + (t % 3)))
    const model = smallModel(
      `kpi: { column: sales, kind: revenue }\nchannels: { tv: { spend: tv, adstock: none, saturation: none } }\ncontrols: { twin: { column: twin, role: confounder } }\n${flat}fit: { method: ols }`,
      { columns: { sales, tv, twin } },
    )
    const { holdout, reason } = await byOls(model)
    expect(holdout).toBeNull()
    expect(reason).toMatch(/^Without the held-out periods the model can’t be fitted: /)
  })

  it('passes on an interruption', async () => {
    const model = regression()
    const { draws } = await fitRegression(model, { executor })
    const stopped: Executor = { map: () => Promise.reject(new Error('Interrupted.')) }
    await expect(holdOut(createOutcome(model, draws), { executor: stopped })).rejects.toThrow('Interrupted.')
  })
})
