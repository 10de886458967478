import { createGenerator } from '../../numeric/random/generator.js'
import { Density } from '../density/density.js'
import { windowSpend } from '../density/density-slots.js'
import type { Model, ModelChannel } from '../design/model.js'
import { recentModel } from './recent-model.js'
import { SpendEffect } from './spend-effect.js'

/** The most recent periods of a long model, unless a channel's prior on its share would have no spend there. */
export function examinedModel(model: Model): Model {
  const recent = recentModel(model)
  const hasSpend = recent.channels.every((channel) => channel.spend === null || windowSpend(recent, channel) > 0)
  return hasSpend ? recent : model
}

/** What the priors of one channel imply, a value a draw. */
export interface MediaDraws {
  /** Contribution over the window as a share of the observed KPI. */
  readonly share: Float64Array
  /** Money in the window; 0 where its return can't be told. */
  readonly spend: number
  /** Value of what the window's spend causes, tail included, money; null where unknown. */
  readonly value: Float64Array | null
  readonly earned: Float64Array | null
}

/**
 * Draws of the media parameters from their priors, put through the model on the actual media; the same draws for the same seed.
 *
 * @param visit called after each draw with its number, its point and its mean of all media by period, scaled KPI; not to be kept.
 */
export function drawMediaPriors(
  model: Model,
  { draws, seed }: { readonly draws: number; readonly seed: number },
  visit?: (draw: number, theta: Float64Array, media: Float64Array) => void,
): MediaDraws[] {
  const density = new Density(model)
  const generator = createGenerator(seed, 'prior-beliefs')
  const effects = model.channels.map((channel) => spendEffect(model, channel))
  const drawn = effects.map((effect) => ({
    share: new Float64Array(draws),
    spend: effect?.spend ?? 0,
    value: effect === null ? null : new Float64Array(draws),
    earned: effect === null || model.margin === null ? null : new Float64Array(draws),
  }))
  let total = 0
  for (const kpi of model.kpi) total += kpi
  const contribution = new Float64Array(model.periods)
  const media = new Float64Array(model.periods)
  for (let d = 0; d < draws; d++) {
    const theta = density.samplePrior(generator)
    media.fill(0)
    density.terms.forEach((term, c) => {
      contribution.fill(0)
      term.forward(theta, contribution)
      let sum = 0
      for (let t = 0; t < contribution.length; t++) {
        sum += contribution[t]
        media[t] += contribution[t]
      }
      drawn[c].share[d] = (sum * model.kpiScale) / total
      const effect = effects[c]?.at(term.native)
      if (effect === undefined) return
      const coefficient = term.coefficient * model.kpiScale
      ;(drawn[c].value as Float64Array)[d] = coefficient * effect.value
      if (effect.earned !== null) (drawn[c].earned as Float64Array)[d] = coefficient * effect.earned
    })
    visit?.(d, theta, media)
  }
  return drawn
}

function spendEffect(model: Model, channel: ModelChannel): SpendEffect | null {
  if (model.value === null || channel.spend === null) return null
  const effect = new SpendEffect(model, channel, model.value)
  return effect.spend > 0 ? effect : null
}
