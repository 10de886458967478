import type { Draws, Fit } from '../../fit/fit.js'
import { pipelineOf, type NativeParameters, type Pipeline } from '../../model/density/media-path.js'
import { buildModel } from '../../model/design/build-model.js'
import type { Model } from '../../model/design/model.js'

/** A fit's model and draws, ready for counterfactual questions. Every figure of the product is a difference of outcomes. */
export interface Outcome {
  readonly model: Model
  readonly draws: Draws
  readonly pipelines: readonly Pipeline[]
}

/** Periods `from` to `to - 1` of the fit window. */
export interface Window {
  readonly from: number
  readonly to: number
}

/**
 * A fit as an outcome. Of more than 500 draws it takes 500, evenly spaced over the chains: every question is answered from the same
 * ones, so that no two answers disagree, and further draws of a chain add little to an interval.
 *
 * @example outcomeOf(fit).model.channels.map((channel) => channel.name)
 */
export function outcomeOf(fit: Pick<Fit, 'spec' | 'dataset' | 'frozen' | 'draws'>): Outcome {
  return createOutcome(buildModel(fit.spec, fit.dataset, fit.frozen), answeringDraws(fit.draws))
}

const most = 500

/** The draws from which questions are answered: all, or 500 of more, evenly spaced. */
export function answeringDraws(draws: Draws): Draws {
  const { names, count, values } = draws
  if (count <= most) return draws
  const width = names.length
  const kept = new Float64Array(most * width)
  for (let d = 0; d < most; d++) {
    const from = Math.floor(((d + 0.5) * count) / most) * width
    kept.set(values.subarray(from, from + width), d * width)
  }
  return { ...draws, count: most, values: kept }
}

/** A model and its draws as an outcome, with the path of every channel's media prepared. */
export function createOutcome(model: Model, draws: Draws): Outcome {
  return { model, draws, pipelines: model.channels.map((channel) => pipelineOf(channel)) }
}

export function wholeWindow(model: Model): Window {
  return { from: 0, to: model.periods }
}

/** A channel's parameters in one draw. */
export interface ChannelDraw {
  /** KPI units per unit of transformed media. */
  readonly coefficient: number
  readonly native: NativeParameters
}

export function channelDraw({ model, draws }: Outcome, draw: number, channel: number): ChannelDraw {
  const places = model.layout.channels[channel]
  const at = draw * draws.names.length
  return {
    coefficient: draws.values[at + places.coefficient],
    native: {
      adstock: Float64Array.from(places.adstock, (place) => draws.values[at + place]),
      saturation: Float64Array.from(places.saturation, (place) => draws.values[at + place]),
    },
  }
}

/** A parameter's value in one draw; 0 where the model has none. */
export function drawValue({ draws }: Outcome, draw: number, place: number): number {
  return place < 0 ? 0 : draws.values[draw * draws.names.length + place]
}
