import { InputError } from '../../check/errors.js'
import { requireWhole } from '../../check/require.js'
import { addPeriods, periodLabel } from '../../data/calendar/period-arithmetic.js'
import type { Model } from '../../model/design/model.js'
import { channelEffectInto } from '../counterfactual/channel-effect.js'
import { channelDraw, drawValue, type Outcome } from '../counterfactual/outcome.js'
import { noiseSpread } from '../counterfactual/noise-spread.js'
import { fittedMean } from '../counterfactual/parts.js'

/** What is given of the periods that follow the last fitted one. */
export interface Ahead {
  /** How many; 1 to `model.horizon`, which is a year. */
  readonly periods: number
  /** Scaled media (media divided by the channel's `scale`), an array a channel in model order, an entry a period. */
  readonly media: readonly Float64Array[]
  /**
   * Values of the linear columns as they enter the density, an array a column in model order, an entry a period.
   * @defaultValue what the model knows: the calendar, and the data's rows after the fit window
   */
  readonly linear?: readonly Float64Array[]
  /** First of the periods whose sum `totalNoise` is about, counted from 0. @defaultValue 0 */
  readonly totalFrom?: number
}

/**
 * The KPI of periods after the last fitted one, KPI units; every array but `totalNoise` is indexed by [draw * periods + period].
 *
 * In one draw the KPI is Normal(structural + carried, noise^2); over draws it is the equal mixture of these, see `normal-mixture.ts`.
 * Student noise stands as the Normal with the same 5 % and 95 % points, see `noiseSpread`.
 */
export interface AheadPrediction {
  readonly periods: number
  /** Expected KPI under media and linear columns: the path of `fittedMean` continued. */
  readonly structural: Float64Array
  /** What the noise of the last fitted periods still adds, carried on by its own correlation and a lagged KPI. */
  readonly carried: Float64Array
  /** Standard deviation of the noise that comes after the last fitted period. */
  readonly noise: Float64Array
  /** Standard deviation of that noise's sum over the periods from `totalFrom` on, a value a draw. */
  readonly totalNoise: Float64Array
}

/**
 * Predicts the KPI of the periods after the last fitted one, with the uncertainty of parameters (over draws) and of noise (in each draw).
 *
 * Noise is carried on from the last residuals: n[T+h] = rho^h n[T], so that the next period begins where the data end, and the band widens to
 * the stationary one. With a lagged KPI both the structural path and the noise go through it.
 *
 * @throws InputError if `periods` is not a whole number from 1 to a year, an array has another length, or a control's value is unknown there.
 * @example predictAhead(outcomeOf(fit), { periods: 13, media: plannedMedia }).structural
 */
export function predictAhead(outcome: Outcome, ahead: Ahead): AheadPrediction {
  requireKnown(outcome.model, ahead)
  const { periods } = ahead
  const { draws } = outcome
  const structural = directAhead(outcome, ahead)
  const carried = new Float64Array(draws.count * periods)
  const noise = new Float64Array(draws.count * periods)
  const totalNoise = new Float64Array(draws.count)
  const fitted = fittedMean(outcome)
  for (let d = 0; d < draws.count; d++) {
    const dynamics = dynamicsOf(outcome, d)
    const past = fitted.subarray(d * outcome.model.periods, (d + 1) * outcome.model.periods)
    continuePath(past, dynamics, structural.subarray(d * periods, (d + 1) * periods))
    carryResidual(outcome.model.kpi, past, dynamics, carried.subarray(d * periods, (d + 1) * periods))
    totalNoise[d] = noiseInto(dynamics, noise.subarray(d * periods, (d + 1) * periods), ahead.totalFrom)
  }
  return { periods, structural, carried, noise, totalNoise }
}

/** Each draw's expected KPI of an `AheadPrediction`, what is carried on included, indexed by [draw * periods + period]. */
export function expectedAhead({ structural, carried }: AheadPrediction): Float64Array {
  return structural.map((kpi, i) => kpi + carried[i])
}

/** How the noise of one draw remembers: innovations' sd, lag-one correlation, coefficient of the lagged KPI. */
interface Dynamics {
  readonly sigma: number
  readonly rho: number
  readonly lambda: number
}

function requireKnown(model: Model, { periods, media, linear }: Ahead): void {
  requireWhole('periods', periods, 1)
  if (periods > model.horizon) {
    throw new InputError(
      `\`periods\` must be at most ${model.horizon}, a year after the last fitted ${model.dataset.period}: the baseline reaches no further; it is ${periods}.`,
    )
  }
  requireShape('media', media, { count: model.channels.length, what: 'channel', periods })
  if (linear !== undefined) {
    requireShape('linear', linear, { count: model.linear.length, what: 'linear column', periods })
    return
  }
  for (const { name, owner, values } of model.linear) {
    const unknown = values.subarray(model.periods, model.periods + periods).findIndex((value) => value !== value)
    if (unknown < 0) continue
    const { period, startDays, windowEnd } = model.dataset
    const label = periodLabel(period, addPeriods(period, startDays[windowEnd - 1], unknown + 1))
    throw new InputError(`\`${owner ?? name}\` has no value in ${label}, which a prediction of that ${period} needs.`)
  }
}

function requireShape(
  name: string,
  arrays: readonly Float64Array[],
  { count, what, periods }: { readonly count: number; readonly what: string; readonly periods: number },
): void {
  if (arrays.length === count && arrays.every((values) => values.length === periods)) return
  throw new InputError(
    `\`${name}\` must have an array of ${periods} values for each ${what} (${count}); it has ${arrays.length} of ${arrays.map(({ length }) => length).join(', ')} values.`,
  )
}

function dynamicsOf(outcome: Outcome, draw: number): Dynamics {
  const { layout } = outcome.model
  return {
    sigma: noiseSpread(outcome, draw),
    rho: drawValue(outcome, draw, layout.correlation),
    lambda: drawValue(outcome, draw, layout.laggedKpi),
  }
}

/** The linear part and the channels' effects in the periods ahead, without what a lagged KPI carries over. */
function directAhead(outcome: Outcome, { periods, media, linear }: Ahead): Float64Array {
  const { model, draws, pipelines } = outcome
  const columns = linear ?? model.linear.map(({ values }) => values.subarray(model.periods, model.periods + periods))
  const out = new Float64Array(draws.count * periods)
  for (let d = 0; d < draws.count; d++) {
    const at = d * draws.names.length + model.layout.linear
    columns.forEach((values, j) => {
      for (let h = 0; h < periods; h++) out[d * periods + h] += draws.values[at + j] * values[h]
    })
  }
  model.channels.forEach((channel, c) => {
    const rows = channel.media.length
    const values = new Float64Array(rows + periods)
    values.set(channel.media)
    values.set(media[c], rows)
    const effect = new Float64Array(values.length)
    for (let d = 0; d < draws.count; d++) {
      channelEffectInto(pipelines[c], channelDraw(outcome, d, c), { values, before: channel.before }, effect)
      for (let h = 0; h < periods; h++) out[d * periods + h] += effect[rows + h]
    }
  })
  return out
}

/** Turns direct values ahead into a path that a lagged KPI continues from the fitted one; in place. */
function continuePath(fitted: Float64Array, { lambda }: Dynamics, ahead: Float64Array): void {
  let earlier = fitted[fitted.length - 1]
  for (let h = 0; h < ahead.length; h++) {
    ahead[h] += lambda * earlier
    earlier = ahead[h]
  }
}

/** Residuals r = kpi - fitted follow r[t] = lambda r[t-1] + n[t], n[t] = rho n[t-1] + e[t]; fills what is expected of them, e = 0. */
function carryResidual(kpi: Float64Array, fitted: Float64Array, { rho, lambda }: Dynamics, out: Float64Array): void {
  const last = fitted.length - 1
  let residual = kpi[last] - fitted[last]
  let noise = residual - (last > 0 ? lambda * (kpi[last - 1] - fitted[last - 1]) : 0)
  for (let h = 0; h < out.length; h++) {
    noise *= rho
    residual = lambda * residual + noise
    out[h] = residual
  }
}

/**
 * Fills the standard deviation of what new shocks add to each period, and returns that of their sum from period `from` on:
 *
 *     var[h] = sigma^2 Σ_{k<h} psi[k]^2,   psi[k] = lambda psi[k-1] + rho^k,   Psi[k] = Σ_{i<=k} psi[i]
 *     var(sum) = sigma^2 Σ_{j<H} (Psi[j] - Psi[j - (H - from)])^2,  j periods before the last
 */
function noiseInto({ sigma, rho, lambda }: Dynamics, out: Float64Array, from = 0): number {
  const steps = new Float64Array(out.length)
  let psi = 0
  let power = 1
  let squares = 0
  let total = 0
  for (let h = 0; h < out.length; h++) {
    psi = lambda * psi + power
    power *= rho
    squares += psi * psi
    steps[h] = psi + (h > 0 ? steps[h - 1] : 0)
    const before = h - (out.length - from)
    const step = steps[h] - (before >= 0 ? steps[before] : 0)
    total += step * step
    out[h] = sigma * Math.sqrt(squares)
  }
  return sigma * Math.sqrt(total)
}
