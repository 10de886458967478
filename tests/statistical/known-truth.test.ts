import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createOutcome, wholeWindow } from '../../src/decision/counterfactual/outcome.js'
import { channelContribution } from '../../src/decision/counterfactual/parts.js'
import { channelTotals, type ChannelTotals } from '../../src/decision/counterfactual/totals.js'
import { inlineExecutor } from '../../src/execute/executor.js'
import { fitRegression } from '../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../src/fit/regression/tasks.js'
import { quantile } from '../../src/numeric/stats/summary.js'
import type { Truth } from '../../src/simulate/truth.js'
import { shippedModel } from '../support/model-from-text.js'

const executor = inlineExecutor(regressionTasks)

it('national-brand: the showcase holds every channel’s true contribution, ROAS and marginal ROAS but one or two of fifteen', async () => {
  const path = new URL('../../datasets/national-brand.truth.json', import.meta.url)
  const truth = JSON.parse(readFileSync(path, 'utf8')) as Truth
  const totals = await shippedTotals('national-brand')
  const held = truth.channels.flatMap(({ name, contribution, incrementalKpi, marginalRoas, spend }) => {
    const own = totals.get(name)!
    return [
      holds(own.contribution, contribution),
      holds(own.incrementalKpi, incrementalKpi),
      holds(own.marginalValue!, marginalRoas! * spend!),
    ]
  })
  expect(held).toHaveLength(15)
  expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(13)
})

it('mmm-example: contributions, returns with the tail and marginal returns lie in their intervals', async () => {
  const totals = await shippedTotals('mmm-example')
  const truth = {
    x1: { contribution: 274_848, roas: 4993, marginalRoas: 3564.5 },
    x2: { contribution: 65_906, roas: 2275, marginalRoas: 1311.2 },
  }
  for (const [name, { contribution, roas, marginalRoas }] of Object.entries(truth)) {
    const own = totals.get(name)!
    expect(holds(own.contribution, contribution), `${name}: contribution`).toBe(true)
    expect(holds(own.incrementalKpi, roas * own.spend!), `${name}: return`).toBe(true)
    expect(holds(own.marginalValue!, marginalRoas * own.spend!), `${name}: marginal return`).toBe(true)
  }
})

async function shippedTotals(name: string): Promise<Map<string, ChannelTotals>> {
  const model = shippedModel(name)
  const { draws } = await fitRegression(model, { executor })
  const outcome = createOutcome(model, draws)
  const window = wholeWindow(model)
  return new Map(
    model.channels.map((channel, c) => [
      channel.name,
      channelTotals(outcome, c, window, channelContribution(outcome, c)),
    ]),
  )
}

/** Whether the 90 % interval of draws holds a truth. */
function holds(draws: Float64Array, truth: number): boolean {
  return quantile(draws, 0.05) <= truth && truth <= quantile(draws, 0.95)
}
