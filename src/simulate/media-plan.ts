import type { ChannelWorld, World } from './world.js'
import { createGenerator } from '../numeric/random/generator.js'
import { exp, pow } from '../numeric/special/exp-log.js'
import { roundTo, roundToStep } from './rounding.js'
import type { Surroundings } from './spend-weights.js'
import { spendWeights } from './spend-weights.js'
import { yearFraction } from './week.js'

const WEEKS_PER_YEAR = 52

/** One channel as bought: money and media per week, history included, as the table shows them. */
export interface MediaPlan {
  /** Money per week; null for organic channels. */
  readonly spend: Float64Array | null
  /** Media units per week; equal to `spend` where delivery is not measured. */
  readonly media: Float64Array
}

/** Spreads a channel's yearly budgets over the weeks by its pattern, and buys media for them. */
export function mediaPlan(channel: ChannelWorld, world: World, around: Surroundings): MediaPlan {
  const amounts = budgeted(channel, world, spendWeights(channel, world.seed, around))
  if (channel.kind === 'organic') return { spend: null, media: amounts }
  return { spend: amounts, media: delivered(channel, world, amounts, around.mondays) }
}

/** Scales weights to each year's budget and rounds; history is bought at the first year's rate. A share of sales is money already. */
function budgeted(channel: ChannelWorld, world: World, weights: Float64Array): Float64Array {
  if (channel.pattern.kind === 'share-of-sales') return weights.map((money) => roundToStep(money, channel.roundTo))
  const history = world.history.weeks
  const out = new Float64Array(weights.length)
  let rate = 0
  for (let start = 0; start < world.weeks; start += WEEKS_PER_YEAR) {
    const end = Math.min(start + WEEKS_PER_YEAR, world.weeks)
    const budget = channel.budgets[Math.min(start / WEEKS_PER_YEAR, channel.budgets.length - 1)]
    let total = 0
    for (let t = start; t < end; t++) total += weights[history + t]
    // A short last year may hold no flight: its budget then goes unspent.
    rate = total > 0 ? (budget * (end - start)) / WEEKS_PER_YEAR / total : 0
    const from = start === 0 ? 0 : history + start
    for (let t = from; t < history + end; t++) out[t] = roundToStep(rate * weights[t], channel.roundTo)
  }
  return out
}

function delivered(channel: ChannelWorld, world: World, spend: Float64Array, mondays: readonly number[]): Float64Array {
  const { delivery } = channel
  if (delivery === null) return spend
  const generator = createGenerator(world.seed, 'delivery', channel.name)
  return spend.map((money, t) => {
    const years = (t - world.history.weeks) / WEEKS_PER_YEAR
    const late = yearFraction(mondays[t]) >= 0.75 ? 1 + delivery.lastQuarter : 1
    const market = exp(delivery.sd * generator.normal())
    const cost = delivery.costPerUnit * pow(1 + delivery.inflation, years) * late * market
    return roundTo(money / cost, delivery.decimals)
  })
}
