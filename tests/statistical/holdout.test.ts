import { expect, it } from 'vitest'
import { createOutcome } from '../../src/decision/counterfactual/outcome.js'
import { holdOut } from '../../src/decision/holdout/hold-out.js'
import { inlineExecutor } from '../../src/execute/executor.js'
import type { Holdout } from '../../src/fit/holdout/holdout.js'
import { fitRegression } from '../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../src/fit/regression/tasks.js'
import { familyByName } from '../../src/simulate/families/market-family.js'
import { generateMarket } from '../../src/simulate/market.js'
import { marketCsv } from '../../src/simulate/market-file.js'
import { specYaml } from '../../src/simulate/spec-yaml.js'
import { modelFromText } from '../support/model-from-text.js'

/** Markets that were never looked at while the hold-out was written. */
const firstSeed = 501
const markets = 10

const executor = inlineExecutor(regressionTasks)

// The weeks of a market are not independent: 10 markets of 13 weeks say about as much as 40 weeks, whose share has a standard error of 0.05.
it('the band of 9 in 10 holds the held-out weeks, and the model beats seasonal-naive', async () => {
  const found: Holdout[] = []
  for (let seed = firstSeed; seed < firstSeed + markets; seed++) {
    const world = familyByName('broad').world(seed)
    const model = modelFromText(specYaml(world), marketCsv(generateMarket(world)), {
      method: 'regression',
      draws: 80,
    })
    const { draws } = await fitRegression(model, { executor })
    const { holdout } = await holdOut(createOutcome(model, draws), { executor })
    if (holdout !== null) found.push(holdout)
  }
  expect(found.length).toBeGreaterThanOrEqual(markets - 1)
  const share = (of: (holdout: Holdout) => number): number =>
    found.reduce((sum, holdout) => sum + of(holdout), 0) / found.length
  const weeks = share(({ model }) => model.coverage!)
  const totals = share(({ model: { total } }) => (total.observed >= total.q05! && total.observed <= total.q95! ? 1 : 0))
  const better = share(({ model, seasonalNaive }) => (model.rmse < seasonalNaive.rmse ? 1 : 0))
  const moved = share(
    ({ returns }) => returns.channels.filter((channel) => channel.moved).length / returns.channels.length,
  )
  const figures = { weeks, totals, better, moved }
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`hold-out, ${name}: ${value.toFixed(3)}\n`)
  if (weeks < 0.85) process.stdout.write('ALERT: the band holds fewer than 85 % of held-out weeks.\n')
  expect(weeks).toBeGreaterThanOrEqual(0.78)
  expect(totals).toBeGreaterThanOrEqual(0.65)
  expect(better).toBeGreaterThanOrEqual(0.75)
  // Nothing of these markets changes in the last quarter, so hardly any return may leave its interval without it.
  expect(moved).toBeLessThanOrEqual(0.1)
})
