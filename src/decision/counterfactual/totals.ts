import { boughtMedia } from '../../model/design/bought-media.js'
import { channelEffectInto } from './channel-effect.js'
import { propagate } from './lag.js'
import { channelDraw, drawValue, type Outcome, type Window } from './outcome.js'
import { channelResponse, type ChannelResponse } from './response.js'

/** One channel's figures over a window, a value a draw; money figures null where they have no meaning. */
export interface ChannelTotals {
  /** Money; null for organic channels. */
  readonly spend: number | null
  /** KPI in the window that the channel's media of all times cause. */
  readonly contribution: Float64Array
  /** The part of it that media before the window cause. */
  readonly carriedIn: Float64Array
  /** KPI after the window that the window's spend causes. */
  readonly carriedOut: Float64Array
  readonly incrementalKpi: Float64Array
  readonly incrementalValue: Float64Array | null
  /** incrementalValue times margin. */
  readonly gain: Float64Array | null
  /** Derivatives of value and gain in the multiple of the window's spend, at today's. */
  readonly marginalValue: Float64Array | null
  readonly marginalGain: Float64Array | null
}

/** Figures of one channel over a window; `contribution` holds its draws by period, see `channelContribution`. */
export function channelTotals(
  outcome: Outcome,
  channel: number,
  window: Window,
  contribution: Float64Array,
): ChannelTotals {
  const { model, draws } = outcome
  const description = model.channels[channel]
  const inWindow = windowSums(contribution, model.periods, window)
  const earlier = earlierMediaSums(outcome, channel, window)
  if (description.spend === null) {
    const none = new Float64Array(draws.count)
    return {
      spend: null,
      contribution: inWindow,
      carriedIn: earlier,
      carriedOut: none,
      incrementalKpi: inWindow.map((x, d) => x - earlier[d]),
      incrementalValue: null,
      gain: null,
      marginalValue: null,
      marginalGain: null,
    }
  }
  const response = channelResponse(outcome, channel, window)
  const at = responseToday(response)
  const direct = boughtInWindowSums(outcome, channel, window, inWindow)
  return {
    spend: response.spend,
    contribution: inWindow,
    carriedIn: earlier,
    carriedOut: at[0].map((kpi, d) => kpi - direct[d]),
    incrementalKpi: at[0],
    incrementalValue: model.value === null ? null : at[1],
    gain: model.margin === null ? null : at[2],
    marginalValue: model.value === null ? null : at[4],
    marginalGain: model.margin === null ? null : at[5],
  }
}

/** Figures of no channel at all: everything is 0, money that divides has no meaning. */
export function noTotals(draws: number): ChannelTotals {
  const none = new Float64Array(draws)
  return {
    spend: 0,
    contribution: none,
    carriedIn: none,
    carriedOut: none,
    incrementalKpi: none,
    incrementalValue: null,
    gain: null,
    marginalValue: null,
    marginalGain: null,
  }
}

/** The six figures of a response at today's spend, a value a draw each. */
export function responseToday(response: ChannelResponse): Float64Array[] {
  const columns = Array.from({ length: 6 }, () => new Float64Array(response.draws))
  const out = new Float64Array(6)
  for (let d = 0; d < response.draws; d++) {
    response.at(d, 1, out)
    for (let i = 0; i < 6; i++) columns[i][d] = out[i]
  }
  return columns
}

/** Sum over a window of draws by period. */
export function windowSums(draws: Float64Array, periods: number, window: Window): Float64Array {
  const sums = new Float64Array(draws.length / periods)
  for (let d = 0; d < sums.length; d++) for (let t = window.from; t < window.to; t++) sums[d] += draws[d * periods + t]
  return sums
}

/** KPI in the window that media before it cause. */
function earlierMediaSums(outcome: Outcome, channel: number, window: Window): Float64Array {
  const media = outcome.model.channels[channel].media.slice()
  media.fill(0, outcome.model.history + window.from)
  return effectSums(outcome, channel, window, media)
}

/** KPI in the window that the window's spend causes: all media less all media that it didn't buy. */
function boughtInWindowSums(outcome: Outcome, channel: number, window: Window, all: Float64Array): Float64Array {
  const { rest } = boughtMedia(outcome.model, outcome.model.channels[channel], window)
  return effectSums(outcome, channel, window, rest).map((sum, d) => all[d] - sum)
}

/** KPI in the window that a channel causes under scaled media by row, history included; a value a draw. */
export function effectSums(outcome: Outcome, channel: number, window: Window, media: Float64Array): Float64Array {
  const { model, draws, pipelines } = outcome
  const values = media.subarray(0, model.history + window.to)
  const rows = new Float64Array(values.length)
  const { before } = model.channels[channel]
  return Float64Array.from({ length: draws.count }, (_, d) => {
    channelEffectInto(pipelines[channel], channelDraw(outcome, d, channel), { values, before }, rows)
    const path = rows.subarray(model.history)
    propagate(path, drawValue(outcome, d, model.layout.laggedKpi))
    let sum = 0
    for (let t = window.from; t < window.to; t++) sum += path[t]
    return sum
  })
}
