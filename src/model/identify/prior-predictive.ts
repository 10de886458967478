import { createGenerator, type Generator } from '../../numeric/random/generator.js'
import { quantileSorted, sum } from '../../numeric/stats/summary.js'
import type { DensitySlots } from '../density/density-slots.js'
import { densitySlots } from '../density/density-slots.js'
import { drawNoiseInto } from '../density/noise-path.js'
import { slotValue } from '../density/parameter-slot.js'
import type { Model } from '../design/model.js'
import { interval, type PriorInterval } from './prior-beliefs.js'
import { drawMediaPriors, examinedModel } from './prior-draws.js'
import { percent } from './sentence-numbers.js'

/** The KPI as the priors of the whole model draw it, baseline and noise included, beside the observed one; KPI units. */
export interface PriorPredictive {
  readonly draws: number
  readonly seed: number
  /** Labels of the most recent periods, which it is of. */
  readonly periods: readonly string[]
  readonly observed: readonly number[]
  /** Quantiles of the KPI in each period. */
  readonly band: {
    readonly q05: readonly number[]
    readonly median: readonly number[]
    readonly q95: readonly number[]
  }
  /** KPI of one period, whichever, and of all of them together. */
  readonly period: PriorInterval
  readonly total: PriorInterval
  /** Contribution of everything but media. */
  readonly baseline: PriorInterval
  readonly channels: readonly { readonly name: string; readonly contribution: PriorInterval }[]
  /** All paid media together; null without any. */
  readonly paid: PriorInterval | null
  /** Probability that the KPI of a period is below zero. */
  readonly negative: number
  /** Probability that all channels together cause more than the whole observed KPI. */
  readonly moreThanAll: number
  /** Share of the draws whose total is below the observed one. */
  readonly rankOfTotal: number
  readonly sentences: readonly string[]
}

/** Probability of something impossible from which it is worth a sentence. */
const WORTH_A_SENTENCE = 0.01

/**
 * Draws the whole model from its priors, on the actual media and controls: contributions, baseline, noise and the KPI that they add up to.
 *
 * @returns null where no prior is in use (method ols, penalty none), or a coefficient has a flat one.
 * @example priorPredictive(model, { seed: 1 })?.negative  // 0.2
 */
export function priorPredictive(
  whole: Model,
  { draws = 1000, seed }: { readonly draws?: number; readonly seed: number },
): PriorPredictive | null {
  const { fit } = whole.spec
  if (fit.method === 'ols' || fit.penalty === 'none') return null
  const model = examinedModel(whole)
  if (model.linear.some(({ priorSd }) => !Number.isFinite(priorSd))) return null
  const slots = densitySlots(model)
  const generator = createGenerator(seed, 'prior-predictive')
  const paths = new Float64Array(draws * model.periods)
  const baseline = new Float64Array(draws)
  const media = drawMediaPriors(model, { draws, seed }, (d, theta, mean) => {
    const path = paths.subarray(d * model.periods, (d + 1) * model.periods)
    drawNoise(generator, slots, theta, path)
    baseline[d] = addLinearDraw(
      generator,
      model,
      slots.amplitude === null ? 1 : slotValue(slots.amplitude, theta),
      path,
    )
    for (let t = 0; t < path.length; t++) path[t] = (path[t] + mean[t]) * model.kpiScale
  })
  const observedTotal = sum(model.kpi)
  const shares = media.map(({ share }) => share.map((part) => part * observedTotal))
  const paid = shares.filter((_, c) => model.channels[c].spec.kind === 'paid')
  return describe(model, {
    draws,
    seed,
    paths,
    baseline: baseline.map((part) => part * model.kpiScale),
    channels: model.channels.map(({ name }, c) => ({ name, contribution: interval(shares[c]) })),
    paid: paid.length === 0 ? null : interval(added(paid, draws)),
    media: added(shares, draws),
  })
}

interface Drawn extends Pick<PriorPredictive, 'draws' | 'seed' | 'channels' | 'paid'> {
  /** KPI by [draw * periods + period]. */
  readonly paths: Float64Array
  readonly baseline: Float64Array
  /** Contribution of all channels. */
  readonly media: Float64Array
}

function describe(model: Model, { paths, baseline, media, ...rest }: Drawn): PriorPredictive {
  const { draws } = rest
  const totals = Float64Array.from({ length: draws }, (_, d) =>
    sum(paths.subarray(d * model.periods, (d + 1) * model.periods)),
  )
  const observedTotal = sum(model.kpi)
  const figures = {
    period: interval(paths),
    total: interval(totals),
    baseline: interval(baseline),
    negative: shareWhere(paths, (kpi) => kpi < 0),
    moreThanAll: shareWhere(media, (part) => part > observedTotal),
    rankOfTotal: shareWhere(totals, (total) => total < observedTotal),
  }
  return {
    ...rest,
    ...figures,
    periods: lastPeriods(model),
    observed: Array.from(model.kpi),
    band: bandOf(paths, draws, model.periods),
    sentences: sentencesOf(model, figures),
  }
}

function sentencesOf(
  { dataset: { period }, kpi }: Model,
  { negative, moreThanAll, rankOfTotal }: Pick<PriorPredictive, 'negative' | 'moreThanAll' | 'rankOfTotal'>,
): string[] {
  const sentences: string[] = []
  if (negative >= WORTH_A_SENTENCE && kpi.every((value) => value >= 0)) {
    sentences.push(
      `The priors put ${percent(negative)} of their mass on a KPI below zero in a ${period}, which can't be: the priors of baseline and noise are wide, so that the data settle them.`,
    )
  }
  if (moreThanAll >= WORTH_A_SENTENCE) {
    sentences.push(
      `The priors let media cause more than the whole KPI with probability ${moreThanAll.toFixed(2)}, which can't be: state narrower ones.`,
    )
  }
  if (rankOfTotal < WORTH_A_SENTENCE || rankOfTotal > 1 - WORTH_A_SENTENCE) {
    const side = rankOfTotal < 0.5 ? 'above' : 'below'
    sentences.push(
      `The KPI that the priors expect lies ${side} the observed one in ${percent(Math.max(rankOfTotal, 1 - rankOfTotal))} of the draws: the priors of the baseline contradict the data.`,
    )
  }
  return sentences
}

/** One draw of the linear part, added to `path` in units of the scaled KPI; returns what it adds up to, treatments and controls at their offsets. */
function addLinearDraw(
  generator: Generator,
  { linear, periods }: Model,
  amplitude: number,
  path: Float64Array,
): number {
  let total = 0
  for (const { values, priorMean, priorSd, smooth } of linear) {
    const b = priorMean + priorSd * (smooth ? amplitude : 1) * generator.normal()
    for (let t = 0; t < periods; t++) {
      path[t] += b * values[t]
      total += b * values[t]
    }
  }
  return total
}

function drawNoise(generator: Generator, slots: DensitySlots, theta: Float64Array, path: Float64Array): void {
  const { sigma, correlation, degrees } = slots
  const noise = {
    sigma: slotValue(sigma, theta),
    correlation: correlation === null ? 0 : slotValue(correlation, theta),
    degrees: degrees === null ? null : slotValue(degrees, theta),
  }
  drawNoiseInto(generator, noise, path)
}

function bandOf(paths: Float64Array, draws: number, periods: number): PriorPredictive['band'] {
  const columns = Array.from({ length: periods }, (_, t) =>
    Float64Array.from({ length: draws }, (__, d) => paths[d * periods + t]).sort(),
  )
  const at = (p: number): number[] => columns.map((column) => quantileSorted(column, p))
  return { q05: at(0.05), median: at(0.5), q95: at(0.95) }
}

function lastPeriods({ dataset: { periods, windowEnd }, periods: count }: Model): string[] {
  return periods.slice(windowEnd - count, windowEnd)
}

function added(series: readonly Float64Array[], draws: number): Float64Array {
  const total = new Float64Array(draws)
  for (const values of series) for (let d = 0; d < draws; d++) total[d] += values[d]
  return total
}

function shareWhere(values: Float64Array, holds: (value: number) => boolean): number {
  return values.reduce((count, value) => count + (holds(value) ? 1 : 0), 0) / Math.max(1, values.length)
}
