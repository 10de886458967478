import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createOutcome, wholeWindow } from '../../src/decision/counterfactual/outcome.js'
import { channelContribution, fittedMean } from '../../src/decision/counterfactual/parts.js'
import { channelTotals } from '../../src/decision/counterfactual/totals.js'
import { inlineExecutor } from '../../src/execute/executor.js'
import { fitBayes } from '../../src/fit/bayes/fit-bayes.js'
import { bayesTasks } from '../../src/fit/bayes/tasks.js'
import { fitRegression } from '../../src/fit/regression/fit-regression.js'
import { fitOls } from '../../src/fit/regression/ols.js'
import { regressionTasks } from '../../src/fit/regression/tasks.js'
import { auditDataset } from '../../src/data/audit/audit-dataset.js'
import { columnUses } from '../../src/model/spec/column-uses.js'
import { shippedModel } from '../support/model-from-text.js'

const names = readdirSync(new URL('../../models/', import.meta.url))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''))
const executor = inlineExecutor(regressionTasks)

describe('models/', () => {
  it('holds a model for every data set', () => {
    const tables = readdirSync(new URL('../../datasets/', import.meta.url)).filter((file) => file.endsWith('.csv'))
    for (const table of tables) expect(names).toContain(table.replace('.csv', ''))
  })

  it.each(names)('%s joins its data without an error in the audit', (name) => {
    const { spec, dataset } = shippedModel(name)
    const findings = auditDataset(dataset, columnUses(spec), { lines: [], parameters: null })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it.each(names.filter((name) => shippedModel(name).spec.fit.method !== 'ols'))(
    '%s converges, follows its KPI and has finite draws',
    async (name) => {
      const model = shippedModel(name, { method: 'regression', draws: 10, starts: 2 })
      const { draws, diagnostics } = await fitRegression(model, { executor })
      expect(diagnostics.starts[0].status).not.toBe('max-steps')
      expect(draws.values.every(Number.isFinite)).toBe(true)
      expect(draws.count).toBe(10)
      const outcome = createOutcome(model, draws)
      expect(structuralR2(model.kpi, fittedMean(outcome), draws.count)).toBeGreaterThan(
        name === 'lydia-pinkham' ? 0.4 : 0.8,
      )
      model.channels.forEach((_, c) => {
        const totals = channelTotals(outcome, c, wholeWindow(model), channelContribution(outcome, c))
        expect(totals.contribution.every((kpi) => Number.isFinite(kpi) && kpi > 0)).toBe(true)
      })
    },
  )

  it.each(['mmm-example-stated', 'national-brand'])(
    '%s can be sampled, follows its KPI and has finite draws',
    async (name) => {
      const model = shippedModel(name, { draws: 50, warmup: 150, chains: 2 })
      const { draws, diagnostics } = await fitBayes(model, { executor: inlineExecutor(bayesTasks) })
      expect(draws.values.every(Number.isFinite)).toBe(true)
      expect(diagnostics.divergences).toBe(0)
      expect(structuralR2(model.kpi, fittedMean(createOutcome(model, draws)), draws.count)).toBeGreaterThan(0.8)
    },
  )

  it('lydia-pinkham-static is the published line', () => {
    const { table } = fitOls(shippedModel('lydia-pinkham-static'), { seed: 1 })
    // golden-regression.md: sales = 488.83 + 1.4346 x advertising, R2 0.711 (Palda, 1964).
    expect(table.coefficients[0]).toBeCloseTo(488.8327327, 6)
    expect(table.coefficients[1]).toBeCloseTo(1.434587675, 8)
    expect(table.r2).toBeCloseTo(0.7109009398, 9)
  })

  it('lydia-pinkham-koyck has a long-run effect of 1.37 on 53 years', () => {
    const { table } = fitOls(shippedModel('lydia-pinkham-koyck'), { seed: 1 })
    expect(table.rows).toBe(53)
    expect(table.longRun![0].shortRun).toBeCloseTo(0.3287615214, 8)
    expect(table.longRun![0].longRun).toBeCloseTo(1.365893068, 7)
  })
})

/** R2 of the mean over draws; `fitted` is indexed by [draw * periods + period]. */
function structuralR2(kpi: Float64Array, fitted: Float64Array, draws: number): number {
  const mean = kpi.reduce((sum, value) => sum + value, 0) / kpi.length
  let residual = 0
  let total = 0
  kpi.forEach((value, t) => {
    let fit = 0
    for (let d = 0; d < draws; d++) fit += fitted[d * kpi.length + t] / draws
    residual += (value - fit) ** 2
    total += (value - mean) ** 2
  })
  return 1 - residual / total
}
