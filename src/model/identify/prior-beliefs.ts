import { quantile } from '../../numeric/stats/summary.js'
import type { Model } from '../design/model.js'
import { drawMediaPriors, examinedModel, type MediaDraws } from './prior-draws.js'
import { percent } from './sentence-numbers.js'

/** A figure under the priors: median, and 5 % and 95 % quantiles. */
export interface PriorInterval {
  readonly median: number
  readonly q05: number
  readonly q95: number
}

/** What the priors say of some media before the data. Shares are of the KPI over the window. */
export interface MediaBeliefs {
  readonly share: PriorInterval
  /** Incremental value of the window's spend, tail included, over that spend; null for organic media and without `kpi.value`. */
  readonly roas: PriorInterval | null
  /** Probability that the spend earns more than it costs, after margin; null where there is no ROAS or no margin. */
  readonly profitable: number | null
}

/** What a model believes before it has seen the KPI move: its media priors in the user's units. */
export interface PriorBeliefs {
  readonly draws: number
  readonly seed: number
  /** Most recent periods that the figures are of: all, up to 1,500. */
  readonly examinedPeriods: number
  /** All paid media together, jointly per draw; null without any. */
  readonly paid: MediaBeliefs | null
  readonly channels: readonly ({ readonly name: string; readonly kind: 'paid' | 'organic' } & MediaBeliefs)[]
  /** Probability that all channels together cause more than the whole KPI, which would leave a negative baseline. */
  readonly negativeBaseline: number
  readonly sentences: readonly string[]
}

export interface PriorBeliefsOptions {
  /** @defaultValue 1000 */
  readonly draws?: number
  readonly seed: number
}

/**
 * Draws the media parameters from their priors and puts each draw through the model on the actual media: the share of the KPI, return
 * and chance of profit that the priors imply.
 *
 * A baseline's prior is too wide to say anything; so `negativeBaseline` compares the media's contribution with the observed KPI.
 *
 * @returns null where no prior is in use: method ols, or penalty none.
 * @example priorBeliefs(model, { seed: 1 })?.sentences[0]  // 'Before the data, paid media cause 10 % of sales (1.5 to 44 %), …'
 */
export function priorBeliefs(whole: Model, { draws = 1000, seed }: PriorBeliefsOptions): PriorBeliefs | null {
  const { fit } = whole.spec
  if (fit.method === 'ols' || fit.penalty === 'none') return null
  const model = examinedModel(whole)
  const drawn = drawMediaPriors(model, { draws, seed })
  const channels = model.channels.map((channel, c) => ({
    name: channel.name,
    kind: channel.spec.kind,
    ...beliefs([drawn[c]]),
  }))
  const paidDraws = drawn.filter((_, c) => model.channels[c].spec.kind === 'paid')
  const paid = paidDraws.length > 0 ? beliefs(paidDraws) : null
  const negativeBaseline = shareOf(sumOver(drawn.map(({ share }) => share)), (share) => share > 1)
  return {
    draws,
    seed,
    examinedPeriods: model.periods,
    paid,
    channels,
    negativeBaseline,
    sentences: sentencesOf(paid, channels, negativeBaseline),
  }
}

/** Beliefs about some channels together. */
function beliefs(drawn: readonly MediaDraws[]): MediaBeliefs {
  const spend = drawn.reduce((sum, channel) => sum + channel.spend, 0)
  const share = interval(sumOver(drawn.map((channel) => channel.share)))
  const values = drawn.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0) return { share, roas: null, profitable: null }
  const earned = drawn.flatMap((channel) => (channel.earned === null ? [] : [channel.earned]))
  return {
    share,
    roas: interval(sumOver(values).map((value) => value / spend)),
    profitable: earned.length === 0 ? null : shareOf(sumOver(earned), (money) => money > spend),
  }
}

function sumOver(series: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(series.length === 0 ? 0 : series[0].length)
  for (const values of series) for (let d = 0; d < total.length; d++) total[d] += values[d]
  return total
}

/** Median, 5 % and 95 % quantile of draws. */
export function interval(draws: Float64Array): PriorInterval {
  return { median: quantile(draws, 0.5), q05: quantile(draws, 0.05), q95: quantile(draws, 0.95) }
}

function shareOf(draws: Float64Array, holds: (draw: number) => boolean): number {
  return draws.reduce((count, draw) => count + (holds(draw) ? 1 : 0), 0) / Math.max(1, draws.length)
}

function sentencesOf(
  paid: MediaBeliefs | null,
  channels: PriorBeliefs['channels'],
  negativeBaseline: number,
): string[] {
  const sentences: string[] = []
  if (paid !== null) {
    sentences.push(`Before the data, paid media cause ${shareWords(paid)} of sales${range(paid)}${profitWords(paid)}.`)
  }
  for (const channel of channels) {
    const { roas } = channel
    const words = roas === null ? '' : `, ROAS ${ratio(roas.median)} (${ratio(roas.q05)} to ${ratio(roas.q95)})`
    sentences.push(`${channel.name}: ${shareWords(channel)} of sales${range(channel)}${words}${profitWords(channel)}.`)
  }
  if (negativeBaseline >= WORTH_A_SENTENCE) {
    sentences.push(
      `The priors let media cause more than all sales with probability ${negativeBaseline.toFixed(2)}: state narrower ones.`,
    )
  }
  return sentences
}

/** Probability of an impossible outcome from which the priors deserve a remark. */
const WORTH_A_SENTENCE = 0.01

function shareWords({ share }: MediaBeliefs): string {
  return percent(share.median)
}

function range({ share }: MediaBeliefs): string {
  return ` (${percent(share.q05).replace(' %', '')} to ${percent(share.q95)})`
}

function profitWords({ profitable }: MediaBeliefs): string {
  return profitable === null ? '' : `, profitable with probability ${profitable.toFixed(2)}`
}

function ratio(value: number): string {
  return Math.abs(value) < 10 ? value.toFixed(1) : value.toFixed(0)
}
