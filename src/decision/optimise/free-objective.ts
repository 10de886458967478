// The expected reward of a spend path, period by period, with its exact gradient. Reference: roi-and-profit.md, 6.6.

import type { Outcome } from '../counterfactual/outcome.js'
import type { PlanSetting } from '../plan/plan-setting.js'
import type { Quantity } from '../analysis/response-table.js'
import { boughtMedia } from '../../model/design/bought-media.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import { tailLength } from '../counterfactual/channel-effect.js'
import { propagatedWeights } from '../counterfactual/lag.js'
import { channelDraw, drawValue, type ChannelDraw } from '../counterfactual/outcome.js'
import { outcomeWeights } from '../counterfactual/response.js'
import { plannedOutcome } from '../plan/planned-outcome.js'

/** One channel's expected reward as a function of its money by period of the window. */
export interface PathReward {
  /** Fills `gradient` (reward per unit of money, one a period) and returns the reward, a mean over the draws. */
  at(money: Float64Array, gradient: Float64Array): number
  /** The same of the concave envelope of every draw's response: never below the reward, and concave in the money. */
  envelopeAt(money: Float64Array, gradient: Float64Array): number
}

/**
 * Prepares the rewards of channels over the periods of a window, for some draws.
 *
 * A row's media are what its money buys at that row's cost; the stock that earlier media left, the tail after the window and a lagged KPI are
 * those of `channelResponse`. The closed form after the last row of a recursion, a millionth of the effect, is left out.
 *
 * @param places of paid channels among the model's.
 */
export function pathRewards(
  setting: PlanSetting,
  places: readonly number[],
  { quantity, draws }: { readonly quantity: Quantity; readonly draws: readonly number[] },
): PathReward[] {
  const { window, today } = setting
  const ones = new Map(Array.from(today.spend, ([name, spend]) => [name, new Float64Array(spend.length).fill(1)]))
  const outcome = plannedOutcome(setting, { window, spend: ones })
  return places.map((place) => pathReward({ setting, outcome, place, quantity, draws }))
}

interface PathInput {
  readonly setting: PlanSetting
  /** With one unit of money spent in every period of the window. */
  readonly outcome: Outcome
  readonly place: number
  readonly quantity: Quantity
  readonly draws: readonly number[]
}

/** One draw of one channel, ready for any path. */
interface PathDraw {
  readonly own: ChannelDraw
  /** Rows from the window's first to the end of the tail. */
  readonly weights: Float64Array
  /** Stock (adstock first) or media (saturation first) that no money of the window buys, same rows. */
  readonly rest: Float64Array
  /** Level up to which the envelope is a line from the origin; 0 where the response is concave. */
  readonly tangent: number
}

function pathReward({ setting, outcome, place, quantity, draws }: PathInput): PathReward {
  const { model, pipelines } = outcome
  const pipeline = pipelines[place]
  const { from, to } = setting.window
  const { bought, rest } = boughtMedia(model, model.channels[place], setting.window)
  const perMoney = bought.slice(model.history + from, model.history + to)
  const weightsOf = sharedWeights(model, from, quantity)
  const prepared = draws.map((draw) => pathDraw({ setting, outcome, place, rest, weightsOf }, draw))
  const longest = prepared.reduce((most, { weights }) => Math.max(most, weights.length), 0)
  const buffers = Array.from({ length: 5 }, () => new Float64Array(longest))
  const unused = new Float64Array(Math.max(1, pipeline.saturation.parameters.length))
  const evaluate = (money: Float64Array, gradient: Float64Array, enveloped: boolean): number => {
    let reward = 0
    gradient.fill(0)
    for (const each of prepared) {
      const rows = each.weights.length
      const [media, level, response, slope, back] = buffers.map((buffer) => buffer.subarray(0, rows))
      media.fill(0)
      for (let t = 0; t < money.length; t++) media[t] = perMoney[t] * money[t]
      const { adstock, saturation, order, length, linearBelow } = pipeline
      const native = each.own.native
      const isStock = order === 'adstock-first'
      if (isStock) adstock.applyInto(media, 0, length, native.adstock, level)
      else level.set(media)
      for (let t = 0; t < rows; t++) level[t] += each.rest[t]
      saturation.applyInto(level, native.saturation, linearBelow, response)
      saturation.pullback(level, native.saturation, linearBelow, response, each.weights, unused, slope)
      if (enveloped && each.tangent > 0) straighten(each, saturation, { level, response, slope })
      for (let t = 0; t < rows; t++) reward += each.own.coefficient * each.weights[t] * response[t]
      if (isStock) {
        slope.reverse()
        adstock.applyInto(slope, 0, length, native.adstock, back)
        back.reverse()
      } else back.set(slope)
      for (let t = 0; t < money.length; t++) gradient[t] += each.own.coefficient * back[t]
    }
    for (let t = 0; t < money.length; t++) gradient[t] *= perMoney[t] / prepared.length
    return reward / prepared.length
  }
  return {
    at: (money, gradient) => evaluate(money, gradient, false),
    envelopeAt: (money, gradient) => evaluate(money, gradient, true),
  }
}

/** Weights of the outcome by length of the tail, which many draws share. */
function sharedWeights(model: Outcome['model'], from: number, quantity: Quantity): (tail: number) => Float64Array {
  const known = new Map<number, Float64Array>()
  return (tail) => {
    const weights = known.get(tail) ?? (outcomeWeights(model, from, tail)[quantity] as Float64Array)
    known.set(tail, weights)
    return weights
  }
}

interface DrawInput extends Pick<PathInput, 'setting' | 'outcome' | 'place'> {
  readonly rest: Float64Array
  readonly weightsOf: (tail: number) => Float64Array
}

function pathDraw({ setting, outcome, place, rest, weightsOf }: DrawInput, draw: number): PathDraw {
  const { model, pipelines } = outcome
  const pipeline = pipelines[place]
  const own = channelDraw(outcome, draw, place)
  const tail = tailLength(pipeline, own)
  const first = model.history + setting.window.from
  const weights = propagatedWeights(weightsOf(Math.max(tail, 1)), drawValue(outcome, draw, model.layout.laggedKpi))
  const padded = new Float64Array(rest.length + Math.max(tail, 1))
  padded.set(rest)
  const { before } = model.channels[place]
  const tangent = tangentOf(pipeline.saturation.kind, own.native.saturation)
  if (pipeline.order === 'saturation-first') {
    const reversed = weights.slice().reverse()
    const back = new Float64Array(weights.length)
    pipeline.adstock.applyInto(reversed, weights[weights.length - 1], pipeline.length, own.native.adstock, back)
    const rows = model.periods - setting.window.from
    return { own, weights: back.reverse().slice(0, rows), rest: padded.slice(first, first + rows), tangent }
  }
  const stock = new Float64Array(padded.length)
  pipeline.adstock.applyInto(padded, before, pipeline.length, own.native.adstock, stock)
  return { own, weights, rest: stock.slice(first), tangent }
}

/** Where the tangent from the origin touches a Hill curve, K (s - 1)^(1/s); 0 where the response is concave from the start. */
function tangentOf(kind: string, parameters: Float64Array): number {
  if (kind !== 'hill' || !(parameters[1] > 1)) return 0
  return parameters[0] * exp(log(parameters[1] - 1) / parameters[1])
}

interface Rows {
  readonly level: Float64Array
  readonly response: Float64Array
  /** Weight times derivative. */
  readonly slope: Float64Array
}

/** Puts the line from the origin in place of the convex start. */
function straighten(
  { own, tangent, weights }: PathDraw,
  saturation: Outcome['pipelines'][number]['saturation'],
  { level, response, slope }: Rows,
): void {
  const top = new Float64Array(1)
  saturation.applyInto(Float64Array.of(tangent), own.native.saturation, 0, top)
  const rate = top[0] / tangent
  for (let t = 0; t < level.length; t++) {
    if (level[t] >= tangent) continue
    response[t] = rate * level[t]
    slope[t] = weights[t] * rate
  }
}
