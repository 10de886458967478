import { expect, it } from 'vitest'
import { createOutcome, wholeWindow } from '../../src/decision/counterfactual/outcome.js'
import { channelContribution } from '../../src/decision/counterfactual/parts.js'
import { channelTotals } from '../../src/decision/counterfactual/totals.js'
import { inlineExecutor } from '../../src/execute/executor.js'
import { fitBayes } from '../../src/fit/bayes/fit-bayes.js'
import { bayesTasks } from '../../src/fit/bayes/tasks.js'
import { quantile } from '../../src/numeric/stats/summary.js'
import { shippedModel } from '../support/model-from-text.js'

// PyMC-Marketing's example. Truth: datasets/README.md, by its own formula. `vendor`: SRMSE of weekly contributions by PyMC-Marketing 0.19.2
// on the same table, bench/peers/pymc_marketing_market.py.
const published = [
  { name: 'x1', alpha: 0.4, rate: 4, size: 3000, roas: 4993, marginalRoas: 3564.5, vendor: 0.0131, alert: 0.0105 },
  { name: 'x2', alpha: 0.2, rate: 3, size: 2000, roas: 2275, marginalRoas: 1311.2, vendor: 0.0727, alert: 0.067 },
]

it('mmm-example: weekly contributions lie closer to the truth than those of its vendor’s package, and intervals hold it', async () => {
  const model = shippedModel('mmm-example')
  const { draws, diagnostics } = await fitBayes(model, { executor: inlineExecutor(bayesTasks) })
  expect(diagnostics).toMatchObject({ passed: true, chains: 4, draws: 1000 })
  expect(diagnostics.rhatMax).toBeLessThan(1.01)
  const outcome = createOutcome(model, draws)
  published.forEach(({ name, vendor, alert, roas, marginalRoas, ...truth }, c) => {
    const weeks = trueContribution(model.channels[c].media, { ...truth, scale: model.channels[c].scale })
    const contribution = channelContribution(outcome, c)
    const totals = channelTotals(outcome, c, wholeWindow(model), contribution)
    const error = srmse(contribution, weeks)
    say(`${name}: SRMSE ${error.toFixed(4)}, ${vendor} by the vendor's package`)
    if (error > alert) say(`ALERT: the SRMSE of ${name} is above ${alert}.`)
    expect(error, name).toBeLessThan(vendor)
    expect(holds(totals.contribution, sum(weeks)), `${name}: contribution`).toBe(true)
    expect(holds(totals.incrementalValue!, roas * totals.spend!), `${name}: return`).toBe(true)
    expect(holds(totals.marginalValue!, marginalRoas * totals.spend!), `${name}: marginal return`).toBe(true)
    const share = weeksHeld(contribution, weeks)
    say(`${name}: ${(100 * share).toFixed(0)} % of the weekly bands hold the truth`)
    expect(share, `${name}: weeks`).toBeGreaterThan(0.8)
  })
})

interface TrueResponse {
  readonly alpha: number
  readonly rate: number
  readonly size: number
  readonly scale: number
}

/** size s(A(x; alpha); rate), A the adstock normalised over lags 0 to 7, by row. */
function trueContribution(scaled: Float64Array, { alpha, rate, size, scale }: TrueResponse): Float64Array {
  const weights = Array.from({ length: 8 }, (_, lag) => alpha ** lag)
  const whole = weights.reduce((a, b) => a + b)
  return scaled.map((_, t) => {
    const stock = weights.reduce((level, w, lag) => level + (t >= lag ? (w / whole) * scaled[t - lag] * scale : 0), 0)
    return (size * (1 - Math.exp(-rate * stock))) / (1 + Math.exp(-rate * stock))
  })
}

/** Root mean square error of the medians by week over the mean of the truth. */
function srmse(contribution: Float64Array, truth: Float64Array): number {
  const squares = truth.map((value, t) => (quantile(week(contribution, truth.length, t), 0.5) - value) ** 2)
  return Math.sqrt(sum(squares) / truth.length) / (sum(truth) / truth.length)
}

function weeksHeld(contribution: Float64Array, truth: Float64Array): number {
  const held = truth.map((value, t) => (holds(week(contribution, truth.length, t), value) ? 1 : 0))
  return sum(held) / truth.length
}

/** Draws of one week's contribution. */
function week(contribution: Float64Array, periods: number, t: number): Float64Array {
  return Float64Array.from({ length: contribution.length / periods }, (_, d) => contribution[d * periods + t])
}

/** Whether the 90 % interval of draws holds a truth. */
function holds(draws: Float64Array, truth: number): boolean {
  return quantile(draws, 0.05) <= truth && truth <= quantile(draws, 0.95)
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
