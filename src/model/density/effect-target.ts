import { boughtMedia, type BoughtMedia } from '../design/bought-media.js'
import { extended } from '../design/horizon.js'
import type { Model, ModelChannel } from '../design/model.js'
import { MediaPath, pipelineOf, type NativeParameters } from './media-path.js'

/** Step of the symmetric difference that stands for the derivative in the multiple of spend; its error is of order step^2. */
const MARGINAL_STEP = 0.01

/**
 * What turns an effect in the user's unit into a coefficient: coefficient = effect · multiplier / N, where N is a weighted sum of the
 * channel's transformed media.
 *
 *     share          N = Σ_window h[t],                                  multiplier = Σ kpi / kpiScale
 *     roas           N = Σ_(window and tail) v[t] (h(all)[t] - h(rest)[t]),  multiplier = spend / kpiScale
 *     marginalRoas   the same with the derivative of h in the multiple of the window's spend
 *
 * `rest` are the media not bought in the window: history, and periods with media but without spend.
 */
export interface EffectTarget {
  readonly multiplier: number
  /** Weight of each row (history and window) of the channel's own path; null where N comes from `variants`. */
  readonly ownWeights: Float64Array | null
  readonly variants: readonly { readonly path: MediaPath; readonly weights: Float64Array }[]
}

export function shareTarget(model: Model): EffectTarget {
  const weights = new Float64Array(model.history + model.periods)
  weights.fill(1, model.history)
  let total = 0
  for (let t = 0; t < model.periods; t++) total += model.kpi[t]
  return { multiplier: total / model.kpiScale, ownWeights: weights, variants: [] }
}

/** `tail` is the number of periods after the window in which the effect is counted. */
export function roasTarget(model: Model, channel: ModelChannel, tail: number): EffectTarget {
  const split = splitMedia(model, channel, tail)
  const weights = valueWeights(model, tail)
  return {
    multiplier: split.spend / model.kpiScale,
    ownWeights: null,
    variants: [
      { path: new MediaPath(pipelineOf(channel), combine(split, 1), channel.before), weights },
      { path: new MediaPath(pipelineOf(channel), split.rest, channel.before), weights: weights.map((w) => -w) },
    ],
  }
}

export function marginalRoasTarget(model: Model, channel: ModelChannel, tail: number): EffectTarget {
  const split = splitMedia(model, channel, tail)
  const weights = valueWeights(model, tail).map((w) => w / (2 * MARGINAL_STEP))
  return {
    multiplier: split.spend / model.kpiScale,
    ownWeights: null,
    variants: [
      { path: new MediaPath(pipelineOf(channel), combine(split, 1 + MARGINAL_STEP), channel.before), weights },
      {
        path: new MediaPath(pipelineOf(channel), combine(split, 1 - MARGINAL_STEP), channel.before),
        weights: weights.map((w) => -w),
      },
    ],
  }
}

/** N of a target whose variants have been sent forward here; `own` is the channel's own transformed media. */
export function targetSum(target: EffectTarget, native: NativeParameters, own: Float64Array): number {
  if (target.ownWeights !== null) return dot(target.ownWeights, own)
  let sum = 0
  for (const variant of target.variants) {
    variant.path.forward(native)
    sum += dot(variant.weights, variant.path.out)
  }
  return sum
}

/** The window's bought media and the rest, each followed by `tail` periods without media. */
function splitMedia(model: Model, channel: ModelChannel, tail: number): BoughtMedia {
  const { bought, rest, spend } = boughtMedia(model, channel, { from: 0, to: model.periods })
  return { bought: padded(bought, tail), rest: padded(rest, tail), spend }
}

function padded(series: Float64Array, tail: number): Float64Array {
  const out = new Float64Array(series.length + tail)
  out.set(series)
  return out
}

function combine(split: BoughtMedia, multiple: number): Float64Array {
  return split.rest.map((value, t) => value + multiple * split.bought[t])
}

/** Money per KPI unit in every row of history (0), window and tail (mean of the last year); 1 for a KPI without a value. */
function valueWeights(model: Model, tail: number): Float64Array {
  const weights = new Float64Array(model.history + model.periods + tail)
  weights.set(extended(model, model.value ?? new Float64Array(model.periods).fill(1), tail), model.history)
  return weights
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
