import { meanEss } from '../../inference/diagnose/convergence.js'
import {
  powerScale,
  powerScalingSensitivities,
  readSensitivity,
  type PriorReading,
} from '../../inference/diagnose/power-scaling.js'
import { concatenate } from '../../numeric/linalg/concatenate.js'

/**
 * How a channel's effect, its contribution over the fit window, moves when its priors, or the data, count a little more or less: the distance
 * between its distributions per doubling of their weight. From 0.05 on one is worth a word.
 *
 * Its ROAS moves alike: it is that contribution in money over the spend, but for what crosses the ends of the window.
 */
export interface EffectSensitivity {
  readonly channel: string
  /** To the channel's own priors, the joint prior on paid media among them. Null where it can't be told: the weights are not to be believed. */
  readonly prior: number | null
  /** To the data. Null as above. */
  readonly likelihood: number | null
  /** Null where either sensitivity is. */
  readonly reading: PriorReading | null
}

/** Draws of one channel, chain by chain. */
export interface ChannelComponents {
  readonly channel: string
  readonly contribution: readonly Float64Array[]
  /** Log density of the channel's priors. */
  readonly logPrior: readonly Float64Array[]
}

/** Above this Pareto shape weights of so small a step are not to be believed. */
const MOST_K = 0.7

/** Sensitivity of every channel's effect to its priors and to the data. Source: Kallioinen et al. (2024). */
export function effectSensitivities(
  channels: readonly ChannelComponents[],
  logLikelihood: readonly Float64Array[],
): EffectSensitivity[] {
  const data = scaled(logLikelihood)
  return channels.map(({ channel, contribution, logPrior }) => {
    const components = [scaled(logPrior), data]
    const effect = concatenate([...contribution])
    const [prior, likelihood] = components.map((component) => {
      if (component === null || !(component.k < MOST_K)) return null
      if (component.k === -Infinity) return 0
      const [figure] = powerScalingSensitivities(effect, [component])
      return Number.isFinite(figure) ? figure : null
    })
    const reading = prior === null || likelihood === null ? null : readSensitivity(prior, likelihood)
    return { channel, prior, likelihood, reading }
  })
}

/** Null where a draw's component is not a number. */
function scaled(chains: readonly Float64Array[]): ReturnType<typeof powerScale> | null {
  const all = concatenate([...chains])
  if (!all.every((value) => Number.isFinite(value))) return null
  const ess = meanEss(chains)
  const efficiency = Number.isFinite(ess) ? Math.min(1, ess / all.length) : 1
  return powerScale(all, efficiency)
}
