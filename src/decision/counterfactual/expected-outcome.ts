import { channelEffectInto } from './channel-effect.js'
import { propagate } from './lag.js'
import { channelDraw, drawValue, type Outcome, type Window } from './outcome.js'
import { fittedMean } from './parts.js'
import { plannedChannel } from './planned-channel.js'
import type { Model, ModelChannel } from '../../model/design/model.js'

/** Spend per channel and period of a window, money; a channel that is not named keeps its history. */
export interface Plan {
  readonly window: Window
  readonly spend: ReadonlyMap<string, Float64Array>
}

/**
 * Expected KPI under a plan, a row a draw, a column a period of the fit window and of `tail` periods after it in which nothing is spent and
 * the linear part is left out: there the figure is the carry-out alone.
 *
 * The plan that equals history gives `fittedMean` exactly. Media scale with spend in periods that had spend; where a plan spends and history
 * did not, media = spend / the channel's cost per unit over the window; media in periods without spend stay.
 *
 * @returns indexed by [draw * (periods + tail) + period], KPI units.
 */
export function expectedOutcome(outcome: Outcome, plan: Plan, tail = 0): Float64Array {
  const { model, draws } = outcome
  const width = model.periods + tail
  const fitted = fittedMean(outcome)
  const out = new Float64Array(draws.count * width)
  for (let d = 0; d < draws.count; d++) out.set(fitted.subarray(d * model.periods, (d + 1) * model.periods), d * width)
  model.channels.forEach((channel, c) => {
    const planned = plannedMedia(model, channel, plan)
    for (let d = 0; d < draws.count; d++) {
      const row = out.subarray(d * width, (d + 1) * width)
      if (planned !== null) addDifference(outcome, { draw: d, channel: c, planned }, row)
      addTail(outcome, { draw: d, channel: c, planned: planned ?? channel.media }, row)
    }
  })
  return out
}

interface EffectInput {
  readonly draw: number
  readonly channel: number
  readonly planned: Float64Array
}

/** Adds, in the fit window, the channel's effect under the plan less that under history. */
function addDifference(outcome: Outcome, input: EffectInput, row: Float64Array): void {
  const { model } = outcome
  const planned = effectRows(outcome, input, 0)
  const today = effectRows(outcome, { ...input, planned: model.channels[input.channel].media }, 0)
  for (let t = 0; t < model.periods; t++) row[t] += planned[t] - today[t]
}

/** Adds, after the fit window, the channel's carry-out. */
function addTail(outcome: Outcome, input: EffectInput, row: Float64Array): void {
  const { periods } = outcome.model
  if (row.length === periods) return
  const effect = effectRows(outcome, input, row.length - periods)
  for (let t = periods; t < row.length; t++) row[t] += effect[t]
}

/** A channel's effect in the fit window and `tail` periods after it. */
function effectRows(outcome: Outcome, { draw, channel, planned }: EffectInput, tail: number): Float64Array {
  const { model, pipelines } = outcome
  const values = new Float64Array(planned.length + tail)
  values.set(planned)
  const rows = new Float64Array(values.length)
  const { before } = model.channels[channel]
  channelEffectInto(pipelines[channel], channelDraw(outcome, draw, channel), { values, before }, rows)
  const path = rows.subarray(model.history)
  propagate(path, drawValue(outcome, draw, model.layout.laggedKpi))
  return path
}

/** A channel's scaled media by row under a plan; null where the plan leaves it as it was. */
function plannedMedia(model: Model, channel: ModelChannel, { window, spend }: Plan): Float64Array | null {
  const own = spend.get(channel.name)
  if (own === undefined || channel.spend === null) return null
  return plannedChannel(model, channel, { window, spend: own }).media
}
