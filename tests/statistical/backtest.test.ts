import { expect, it } from 'vitest'
import { backtest } from '../../src/decision/forecast/backtest.js'
import { inlineExecutor } from '../../src/execute/executor.js'
import { regressionTasks } from '../../src/fit/regression/tasks.js'
import { shippedModel } from '../support/model-from-text.js'

const executor = inlineExecutor(regressionTasks)

// Both markets are simulated by a forward loop that shares no code with the model; docs/plans.md has the figures.
it.each(['national-brand', 'retailer'])(
  '%s: a quarter ahead the model predicts better than the year before and than itself without media, and its bands hold',
  async (name) => {
    const { verdict, horizons } = await backtest(shippedModel(name), { executor })
    expect(verdict.model.rmse).toBeLessThan(0.6 * verdict.seasonalNaive.rmse)
    expect(verdict).toMatchObject({ beatsSeasonalNaive: true, beatsWithoutMedia: true })
    expect(verdict.model.coverage).toBeGreaterThan(0.8)
    for (const { model, withoutMedia } of horizons) expect(model.crps).toBeLessThan(withoutMedia.crps)
  },
)
