import { expect, it } from 'vitest'
import { createOutcome, wholeWindow, type Outcome } from '../../src/decision/counterfactual/outcome.js'
import { channelContribution } from '../../src/decision/counterfactual/parts.js'
import { channelTotals } from '../../src/decision/counterfactual/totals.js'
import { inlineExecutor } from '../../src/execute/executor.js'
import type { Diagnostics } from '../../src/fit/fit.js'
import { fitRegression } from '../../src/fit/regression/fit-regression.js'
import { regressionTasks } from '../../src/fit/regression/tasks.js'
import { quantile } from '../../src/numeric/stats/summary.js'
import { generateMarket } from '../../src/simulate/market.js'
import { marketCsv } from '../../src/simulate/market-file.js'
import { randomWorld } from '../../src/simulate/random-world.js'
import { specYaml } from '../../src/simulate/spec-yaml.js'
import type { Truth } from '../../src/simulate/truth.js'
import { modelFromText } from '../support/model-from-text.js'

/** Markets 301 to 324: never looked at while defaults were chosen. */
const seeds = Array.from({ length: 24 }, (_, i) => 301 + i)
const replicates = 200
/** Below this share of held truths the test fails; below the alert the run says so. */
const fail = 0.75
const alert = 0.85
/** Fits that may say of themselves that they did not converge. */
const mostDoubtful = 1

const executor = inlineExecutor(regressionTasks)

it(`90 % intervals hold at least three quarters of the true totals of ${seeds.length} random markets, and no fit fails`, async () => {
  const tally = { totals: new Tally(), roas: new Tally(), marginalRoas: new Tally(), paidTotal: new Tally() }
  const doubtful: string[] = []
  for (const seed of seeds) {
    const { truth, outcome, diagnostics } = await fittedMarket(seed)
    compare(truth, outcome, tally)
    if (!diagnostics.passed) doubtful.push(`market ${seed}: ${diagnostics.advice.join(' ')}`)
  }
  for (const line of doubtful) say(line)
  for (const [name, counted] of Object.entries(tally)) say(counted.sentence(name))
  if (tally.totals.coverage < alert) say(`ALERT: totals are held less often than ${alert}.`)
  expect(doubtful.length).toBeLessThanOrEqual(mostDoubtful)
  expect(tally.totals.coverage).toBeGreaterThanOrEqual(fail)
  expect(tally.roas.coverage).toBeGreaterThanOrEqual(fail)
})

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function fittedMarket(seed: number): Promise<{ truth: Truth; outcome: Outcome; diagnostics: Diagnostics }> {
  const world = randomWorld(seed)
  const market = generateMarket(world)
  const model = modelFromText(specYaml(world), marketCsv(market), { draws: replicates })
  const { draws, diagnostics } = await fitRegression(model, { executor })
  expect(draws.values.every(Number.isFinite), `market ${seed}: finite draws`).toBe(true)
  return { truth: market.truth, outcome: createOutcome(model, draws), diagnostics }
}

function compare(
  truth: Truth,
  outcome: Outcome,
  tally: Record<'totals' | 'roas' | 'marginalRoas' | 'paidTotal', Tally>,
): void {
  const paid = new Float64Array(outcome.draws.count)
  outcome.model.channels.forEach((channel, c) => {
    const own = truth.channels.find(({ name }) => name === channel.name)!
    const totals = channelTotals(outcome, c, wholeWindow(outcome.model), channelContribution(outcome, c))
    totals.contribution.forEach((kpi, d) => (paid[d] += kpi))
    tally.totals.count(totals.contribution, own.contribution)
    tally.roas.count(totals.incrementalKpi, own.incrementalKpi)
    tally.marginalRoas.count(totals.marginalValue!, own.marginalRoas! * own.spend!)
  })
  tally.paidTotal.count(paid, truth.media.contribution)
}

/** How often 90 % intervals hold the truth, on which side they miss it, and how wide they are against it. */
class Tally {
  private held = 0
  private above = 0
  private total = 0
  private readonly widths: number[] = []
  private readonly ratios: number[] = []

  count(draws: Float64Array, truth: number): void {
    const [low, high] = [quantile(draws, 0.05), quantile(draws, 0.95)]
    this.total++
    if (low <= truth && truth <= high) this.held++
    else if (truth > high) this.above++
    this.widths.push((high - low) / truth)
    this.ratios.push(quantile(draws, 0.5) / truth)
  }

  get coverage(): number {
    return this.held / this.total
  }

  sentence(name: string): string {
    const below = this.total - this.held - this.above
    const width = quantile(Float64Array.from(this.widths), 0.5).toFixed(2)
    const ratio = quantile(Float64Array.from(this.ratios), 0.5).toFixed(2)
    return (
      `${name}: ${this.held} of ${this.total} held (${this.coverage.toFixed(3)}), truth above ${this.above}, below ${below}; ` +
      `median width / truth ${width}, median of estimate / truth ${ratio}`
    )
  }
}
