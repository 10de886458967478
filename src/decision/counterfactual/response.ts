import { boughtMedia, type BoughtMedia } from '../../model/design/bought-media.js'
import { extended } from '../../model/design/horizon.js'
import type { ParameterSpec } from '../../model/prior/prior.js'
import type { Model, ModelChannel } from '../../model/design/model.js'
import { channelDraw, drawValue, type ChannelDraw, type Outcome, type Window } from './outcome.js'
import { closedTail, tailLength } from './channel-effect.js'
import { propagatedWeights } from './lag.js'

/**
 * What one channel's spend in a window causes, in the window and after it, as a function of a multiple u of that spend, everything else as
 * it was; per draw. Nothing caused by earlier spend; media in periods without spend stay.
 */
export interface ChannelResponse {
  readonly channel: string
  readonly draws: number
  /** Spend over the window today, money. */
  readonly spend: number
  /**
   * Fills `out` = [kpi, value, gain, dKpi/du, dValue/du, dGain/du]: KPI units, v x KPI, v x r x KPI (NaN where there is no value or margin),
   * and exact derivatives in u. All are 0 at u = 0.
   */
  at(draw: number, multiple: number, out: Float64Array): void
  /** Largest multiple at which the mean active period of the window stays within the largest spend of any period in the data. */
  readonly observedTo: number
  /** Draws of the slope where it decides whether the curve is S-shaped; `priorSd` is on the log scale, null where the slope is fixed. */
  readonly slope: { readonly draws: Float64Array; readonly priorSd: number | null } | null
}

/** @param channel index into `model.channels`; must be paid. */
export function channelResponse(outcome: Outcome, channel: number, window: Window): ChannelResponse {
  const { model, draws } = outcome
  const description = model.channels[channel]
  const split = boughtMedia(model, description, window)
  const weightsOf = cachedWeights(model, window.from)
  const buffers = new Buffers()
  let prepared = -1
  let state: ResponseState | null = null
  return {
    channel: description.name,
    draws: draws.count,
    spend: split.spend,
    at(draw, multiple, out) {
      if (state === null || prepared !== draw) {
        state = prepareDraw({ outcome, channel, split, window, draw, weightsOf, buffers })
        prepared = draw
      }
      evaluate(state, multiple, out)
    },
    observedTo: observedMultiple(model, description, window),
    slope: slopeDraws(outcome, channel),
  }
}

/** Money weights of a window's outcome, by row from the window's first period to the end of the tail. */
export interface OutcomeWeights {
  readonly kpi: Float64Array
  readonly value: Float64Array | null
  readonly gain: Float64Array | null
}

/** Weights 1, v and v r from period `from` on, after the fit window at the last year's means. */
export function outcomeWeights(model: Model, from: number, tail: number): OutcomeWeights {
  const kpi = new Float64Array(model.periods - from + tail).fill(1)
  if (model.value === null) return { kpi, value: null, gain: null }
  const value = extended(model, model.value, tail).subarray(from)
  const margin = model.margin === null ? null : extended(model, model.margin, tail).subarray(from)
  return { kpi, value, gain: margin === null ? null : value.map((v, t) => v * margin[t]) }
}

/** One draw, ready to be evaluated at any multiple: u enters at `rest + u · bought`, weights sum the response. */
interface ResponseState {
  readonly pipeline: Outcome['pipelines'][number]
  readonly parameters: Float64Array
  readonly coefficient: number
  readonly rest: Float64Array
  readonly bought: Float64Array
  /** Response of `rest` alone, same rows. */
  readonly base: Float64Array
  readonly weights: OutcomeWeights
  /** For the closed form after the last row; null where weights already hold it. */
  readonly tailOf: {
    readonly draw: ChannelDraw
    readonly kpi: number
    readonly value: number
    readonly gain: number
  } | null
  readonly level: Float64Array
  readonly response: Float64Array
  readonly slope: Float64Array
}

interface PrepareInput {
  readonly outcome: Outcome
  readonly channel: number
  readonly split: BoughtMedia
  readonly window: Window
  readonly draw: number
  readonly weightsOf: (tail: number) => OutcomeWeights
  readonly buffers: Buffers
}

/** Arrays that one draw after the other uses: a draw's tail sets their length, so each grows to the longest. */
class Buffers {
  private readonly arrays = new Map<string, Float64Array>()

  /** `length` places under a name, holding whatever was there. */
  take(name: string, length: number): Float64Array {
    let array = this.arrays.get(name)
    if (array === undefined || array.length < length) {
      array = new Float64Array(Math.ceil(1.5 * length))
      this.arrays.set(name, array)
    }
    return array.subarray(0, length)
  }
}

/** Weights by length of the tail, which many draws share. */
function cachedWeights(model: Model, from: number): (tail: number) => OutcomeWeights {
  const known = new Map<number, OutcomeWeights>()
  return (tail) => {
    const weights = known.get(tail) ?? outcomeWeights(model, from, tail)
    known.set(tail, weights)
    return weights
  }
}

function prepareDraw({ outcome, channel, split, window, draw, weightsOf, buffers }: PrepareInput): ResponseState {
  const { model, pipelines } = outcome
  const pipeline = pipelines[channel]
  const parameters = channelDraw(outcome, draw, channel)
  const lambda = drawValue(outcome, draw, model.layout.laggedKpi)
  const tail = tailLength(pipeline, parameters)
  const first = model.history + window.from
  const weights = propagateAll(weightsOf(Math.max(tail, 1)), lambda)
  const { before } = model.channels[channel]
  if (pipeline.order === 'saturation-first') {
    const rows = model.periods - window.from
    const adjoint = (w: Float64Array) => adstockAdjoint(pipeline, parameters, w).subarray(0, rows)
    const path = { rest: split.rest.subarray(first), bought: split.bought.subarray(first) }
    return finish({ pipeline, parameters, weights: mapWeights(weights, adjoint), tailOf: null, ...path }, buffers)
  }
  const rows = split.rest.length + tail
  const padded = buffers.take('padded', rows)
  const rest = buffers.take('rest', rows)
  const bought = buffers.take('bought', rows)
  adstockInto(pipeline, parameters, { values: split.rest, before, padded }, rest)
  adstockInto(pipeline, parameters, { values: split.bought, before: 0, padded }, bought)
  const last = weights.kpi.length - 1
  const tailOf = {
    draw: parameters,
    kpi: weights.kpi[last],
    value: weights.value?.[last] ?? NaN,
    gain: weights.gain?.[last] ?? NaN,
  }
  const path = { rest: rest.subarray(first), bought: bought.subarray(first) }
  return finish({ pipeline, parameters, weights, tailOf, ...path }, buffers)
}

function finish(
  input: Pick<ResponseState, 'pipeline' | 'weights' | 'tailOf' | 'rest' | 'bought'> & { parameters: ChannelDraw },
  buffers: Buffers,
): ResponseState {
  const rows = input.rest.length
  const base = buffers.take('base', rows)
  const parameters = input.parameters.native.saturation
  input.pipeline.saturation.applyInto(input.rest, parameters, input.pipeline.linearBelow, base)
  return {
    ...input,
    parameters,
    coefficient: input.parameters.coefficient,
    base,
    level: buffers.take('level', rows),
    response: buffers.take('response', rows),
    slope: buffers.take('slope', rows),
  }
}

/** Where pullbacks leave the gradients of parameters, which no response needs. */
const unread = new Float64Array(8)

function evaluate(state: ResponseState, multiple: number, out: Float64Array): void {
  const { rest, bought, base, level, response, slope, weights, coefficient } = state
  const { saturation, linearBelow } = state.pipeline
  for (let t = 0; t < level.length; t++) level[t] = rest[t] + multiple * bought[t]
  saturation.applyInto(level, state.parameters, linearBelow, response)
  saturation.pullback(level, state.parameters, linearBelow, response, bought, unread, slope)
  for (let t = 0; t < level.length; t++) response[t] -= base[t]
  sumInto(weights.kpi, state, out, 0)
  sumInto(weights.value, state, out, 1)
  sumInto(weights.gain, state, out, 2)
  if (state.tailOf !== null) addClosedTail(state, out)
  for (let i = 0; i < 6; i++) out[i] *= coefficient
}

function addClosedTail(state: ResponseState, out: Float64Array): void {
  const { level, response, slope, base, bought, tailOf, pipeline } = state
  const last = level.length - 1
  const total = response[last] + base[last]
  if (tailOf === null || last < 0 || !(total > 0) || !(bought[last] > 0)) return
  const elasticity = (slope[last] / bought[last]) * (level[last] / total)
  const factor = closedTail(pipeline, tailOf.draw, elasticity)
  out[0] += tailOf.kpi * factor * response[last]
  out[1] += tailOf.value * factor * response[last]
  out[2] += tailOf.gain * factor * response[last]
  out[3] += tailOf.kpi * factor * slope[last]
  out[4] += tailOf.value * factor * slope[last]
  out[5] += tailOf.gain * factor * slope[last]
}

function adstockInto(
  pipeline: Outcome['pipelines'][number],
  { native }: ChannelDraw,
  media: { values: Float64Array; before: number; padded: Float64Array },
  out: Float64Array,
): void {
  media.padded.set(media.values)
  media.padded.fill(0, media.values.length)
  pipeline.adstock.applyInto(media.padded, media.before, pipeline.length, native.adstock, out)
}

/** Weight of each row's own pulse: Σ_l w[l] · weights[row + l]; after the last entry the weight stays as it is there. */
function adstockAdjoint(
  pipeline: Outcome['pipelines'][number],
  { native }: ChannelDraw,
  weights: Float64Array,
): Float64Array {
  const reversed = weights.slice().reverse()
  const out = new Float64Array(weights.length)
  pipeline.adstock.applyInto(reversed, weights[weights.length - 1], pipeline.length, native.adstock, out)
  return out.reverse()
}

function propagateAll(weights: OutcomeWeights, lambda: number): OutcomeWeights {
  return mapWeights(weights, (w) => propagatedWeights(w, lambda))
}

function mapWeights(weights: OutcomeWeights, map: (w: Float64Array) => Float64Array): OutcomeWeights {
  return {
    kpi: map(weights.kpi),
    value: weights.value === null ? null : map(weights.value),
    gain: weights.gain === null ? null : map(weights.gain),
  }
}

function observedMultiple(model: Model, channel: ModelChannel, window: Window): number {
  if (channel.spend === null) return 0
  let largest = 0
  for (const cost of channel.spend) largest = Math.max(largest, cost)
  let sum = 0
  let active = 0
  for (let t = model.history + window.from; t < model.history + window.to; t++) {
    if (channel.spend[t] <= 0) continue
    sum += channel.spend[t]
    active++
  }
  return active === 0 ? 0 : largest / (sum / active)
}

function slopeDraws({ model, draws }: Outcome, channel: number): ChannelResponse['slope'] {
  const { saturation, spec } = model.channels[channel]
  if (saturation.kind !== 'hill') return null
  const index = saturation.parameters.findIndex((parameter) => parameter.name === 'slope')
  const place = model.layout.channels[channel].saturation[index]
  const values = Float64Array.from({ length: draws.count }, (_, d) => draws.values[d * draws.names.length + place])
  return { draws: values, priorSd: logSd(spec.saturation.parameters.slope) }
}

/** Standard deviation of a prior on the log scale, where it is log-normal; null for a fixed number or another family. */
function logSd(parameter: ParameterSpec | undefined): number | null {
  if (parameter === undefined || 'fixed' in parameter) return null
  return parameter.prior.distribution === 'log-normal' ? parameter.prior.sigma : null
}

/** Weighted sums of response and slope, to `out[at]` and `out[at + 3]`; NaN without weights. */
function sumInto(
  weights: Float64Array | null,
  { response, slope }: ResponseState,
  out: Float64Array,
  at: number,
): void {
  out[at] = weights === null ? NaN : weightedSum(weights, response)
  out[at + 3] = weights === null ? NaN : weightedSum(weights, slope)
}

function weightedSum(weights: Float64Array, values: Float64Array): number {
  let sum = 0
  for (let t = 0; t < values.length; t++) sum += weights[t] * values[t]
  return sum
}
