import type { PeriodKind } from '../../data/calendar/period.js'
import type { ParameterSpec, Prior } from '../prior/prior.js'
import type { AdstockKind, SaturationKind } from '../transform/transform.js'
import type { BaselineSpec, FitSpec, NoiseSpec, PaidTotalPrior } from './spec.js'
import { daysPerPeriod } from '../../data/calendar/period.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import { priorQuantile } from '../prior/prior-quantile.js'
import { adstockOf } from '../transform/adstocks.js'

const z95 = 1.6448536269514722

/** Log-sd of every default half-life. Source: the product's default study (docs/evidence.md). */
export const halfLifeLogSd = 0.8

/**
 * Median half-life of a medium's effect, in days, stated in days so that it means the same for every period length.
 * Source: the product's default study (docs/evidence.md).
 */
export const halfLifeDays: Readonly<Record<Medium | 'unknown', number>> = {
  search: 3,
  social: 5,
  display: 5,
  print: 14,
  radio: 14,
  outdoor: 14,
  television: 21,
  video: 21,
  unknown: 9,
}

export type Medium = 'search' | 'social' | 'display' | 'print' | 'radio' | 'outdoor' | 'television' | 'video'

const mediumSynonyms: Readonly<Record<Medium, readonly string[]>> = {
  search: ['paid search', 'sem', 'sea', 'ppc', 'brand search', 'generic search', 'google ads', 'bing', 'shopping'],
  social: [
    'paid social',
    'social media',
    'facebook',
    'instagram',
    'meta',
    'tiktok',
    'snapchat',
    'pinterest',
    'linkedin',
    'twitter',
  ],
  display: ['banner', 'banners', 'programmatic', 'retargeting', 'native', 'online display', 'affiliate', 'affiliates'],
  print: [
    'newspaper',
    'newspapers',
    'magazine',
    'magazines',
    'press',
    'direct mail',
    'flyer',
    'flyers',
    'leaflet',
    'leaflets',
  ],
  radio: ['audio', 'podcast', 'podcasts', 'digital audio', 'online audio'],
  outdoor: ['ooh', 'dooh', 'out of home', 'digital out of home', 'billboard', 'billboards', 'posters'],
  television: ['tv', 'linear tv', 'ctv', 'connected tv', 'cinema', 'addressable tv'],
  video: ['online video', 'olv', 'youtube', 'digital video', 'streaming video', 'vod'],
}

/**
 * The medium that a word of a spec means, or null for one that sets no prior of its own; case, hyphens and underscores
 * don't count.
 *
 * @example mediumOf('TV')  // 'television'
 */
export function mediumOf(word: string | null): Medium | null {
  if (word === null) return null
  const plain = word
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
  for (const [medium, synonyms] of Object.entries(mediumSynonyms)) {
    if (plain === medium || synonyms.includes(plain)) return medium as Medium
  }
  return null
}

/** Median half-life of a medium, in periods. */
export function medianHalfLife(medium: string | null, period: PeriodKind): number {
  return halfLifeDays[mediumOf(medium) ?? 'unknown'] / daysPerPeriod[period]
}

/** Prior on retention where a period is longer than any half-life: quarters and years. Source: docs/evidence.md. */
export const longPeriodRetention: Prior = { distribution: 'beta', a: 1, b: 2 }

/** What the default priors of a channel's carry-over depend on. */
export interface AdstockContext {
  readonly kind: AdstockKind
  readonly medium: string | null
  readonly period: PeriodKind
  /** Number of weights that the spec gives, or null. */
  readonly length: number | null
}

/**
 * Default parameters of an adstock, by the channel's medium: a log-normal half-life of log-sd 0.8 where there is one.
 *
 * Geometric: `halfLife` itself. Delayed: weights halve that far from their peak, so `halfLife` (retention = 2^(-1/halfLife),
 * weights retention^((lag - delay)^2)) is its square, with twice the log-sd. Binomial: the weights halve there for the given
 * `length`, exactly at the median and to first order around it. Weibull: `scale` = half-life / log 2, exact for shape 1; shape
 * LogNormal(0, 0.4) for survival weights and LogNormal(0.4, 0.4), a mild peak, for the density. Delay is half-normal, sd 7 days.
 */
export function defaultAdstockParameters(context: AdstockContext): Record<string, ParameterSpec> {
  const { kind, medium, period } = context
  const long = period === 'quarter' || period === 'year'
  const median = medianHalfLife(medium, period)
  const retention: Record<string, ParameterSpec> = { retention: { prior: longPeriodRetention } }
  const shape = (mu: number): ParameterSpec => ({ prior: { distribution: 'log-normal', mu, sigma: 0.4 } })
  switch (kind) {
    case 'none':
      return {}
    case 'geometric':
      return long ? retention : { halfLife: { prior: logNormal(median, halfLifeLogSd) } }
    case 'delayed': {
      const delay: ParameterSpec = { prior: { distribution: 'half-normal', sd: 7 / daysPerPeriod[period] } }
      if (long) return { ...retention, delay }
      return { halfLife: { prior: logNormal(median * median, 2 * halfLifeLogSd) }, delay }
    }
    case 'binomial': {
      if (long) return retention
      const length = context.length ?? defaultLength(context, {})
      const exponent = -Math.LN2 / log(1 - Math.min(0.9, median / (length as number)))
      return { retention: { prior: { distribution: 'logit-normal', mu: -log(exponent), sigma: halfLifeLogSd } } }
    }
    case 'weibull-density':
    case 'weibull-survival': {
      // Long periods: the scale at which survival weights of shape 1 are geometric with the median retention.
      const scale = long ? -1 / log(priorQuantile(longPeriodRetention, 0.5)) : median / Math.LN2
      return { shape: shape(kind === 'weibull-density' ? 0.4 : 0), scale: { prior: logNormal(scale, halfLifeLogSd) } }
    }
  }
}

/**
 * Number of weights where the spec gives none: enough for 99 % of the effect at the long end of its parameters (fixed values, or
 * the 95 % quantiles of their priors; the median of a shape), at most 1,000.
 *
 * Geometric has none (null: a recursion that is not cut off). Binomial weights end at their length whatever their parameter, so
 * theirs is four times the long half-life of the medium, at least 4, and 8 for quarters and years.
 */
export function defaultLength(
  context: AdstockContext,
  parameters: Readonly<Record<string, ParameterSpec>>,
): number | null {
  const { kind, medium, period } = context
  if (kind === 'none') return 1
  if (kind === 'geometric') return null
  if (kind === 'binomial') {
    if (period === 'quarter' || period === 'year') return 8
    return Math.max(4, Math.ceil(4 * medianHalfLife(medium, period) * exp(z95 * halfLifeLogSd)))
  }
  const adstock = adstockOf(kind)
  const longEnd = adstock.parameters.map(({ name }) => {
    if (name === 'retention' && parameters.halfLife) return exp(-Math.LN2 / quantileOf(parameters.halfLife, 0.95))
    return quantileOf(parameters[name], name === 'shape' ? 0.5 : 0.95)
  })
  const weights = new Float64Array(wholeEffect)
  adstock.weightsInto(Float64Array.from(longEnd), wholeEffect, weights)
  let sum = 0
  for (let lag = 0; lag < longestLength; lag++) {
    sum += weights[lag]
    if (sum >= 0.99) return lag + 1
  }
  return longestLength
}

const longestLength = 1000

/** Lags that hold any effect to speak of. */
const wholeEffect = 10_000

function quantileOf(parameter: ParameterSpec, p: number): number {
  return 'fixed' in parameter ? parameter.fixed : priorQuantile(parameter.prior, p)
}

/**
 * Default parameters of a saturation: half-saturation LogNormal(0, 0.7) about the mean active level, slope of Hill
 * LogNormal(0, 0.25), as likely above as below 1; exponent of the power curve Beta(3, 2). Source: docs/evidence.md.
 */
export function defaultSaturationParameters(kind: SaturationKind): Record<string, ParameterSpec> {
  const halfSaturation: ParameterSpec = { prior: { distribution: 'log-normal', mu: 0, sigma: 0.7 } }
  switch (kind) {
    case 'none':
      return {}
    case 'hill':
      return { halfSaturation, slope: { prior: { distribution: 'log-normal', mu: 0, sigma: 0.25 } } }
    case 'power':
      return { slope: { prior: { distribution: 'beta', a: 3, b: 2 } } }
    case 'logistic':
    case 'tanh':
    case 'michaelis-menten':
    case 'log':
      return { halfSaturation }
  }
}

/** Kinds of transform where a channel states none: under ols nothing is transformed that the spec doesn't name. */
export function defaultTransforms(method: FitSpec['method']): { adstock: AdstockKind; saturation: SaturationKind } {
  return method === 'ols' ? { adstock: 'none', saturation: 'none' } : { adstock: 'geometric', saturation: 'hill' }
}

/** Log odds of 10 %, and the sd that puts 90 % between 1.5 and 44 %; log-sd 1 of single channels. Source: docs/evidence.md. */
export const paidTotalDefault: PaidTotalPrior = { mu: log(0.1 / 0.9), sigma: 1.2, spread: 1 }

/** Share of the KPI of an organic channel that states no prior: median 2 %, log-sd 1. Source: docs/evidence.md. */
export const organicShareDefault: Prior = { distribution: 'log-normal', mu: log(0.02), sigma: 1 }

/** The same where its sign is free. */
export const organicFreeShareDefault: Prior = { distribution: 'normal', mean: 0, sd: 0.05 }

/** Share of a paid channel of free sign that states no prior: Normal(0, this times its part of all spend). */
export const freeShareSd = 0.3

/** Smooth trend and Fourier terms by period; under ols neither, as that method estimates what the spec names and no more. */
export function defaultTrend(method: FitSpec['method']): BaselineSpec['trend'] {
  return method === 'ols' ? 'none' : 'smooth'
}

/** Seasonality by period: week 4 yearly pairs, day 4 and weekdays, month 3, quarter indicators, year none. */
export function defaultSeasonality(period: PeriodKind, method: FitSpec['method']): BaselineSpec['seasonality'] {
  const on = method !== 'ols'
  const pairs: Readonly<Record<PeriodKind, number>> = { day: 4, week: 4, month: 3, quarter: 0, year: 0 }
  return { yearly: on ? pairs[period] : 0, weekdays: on && period === 'day', quarters: on && period === 'quarter' }
}

/** HalfNormal(0.1) of the mean KPI, which the data outweigh where demand wanders. Source: docs/evidence.md. */
export const amplitudeDefault: ParameterSpec = { prior: { distribution: 'half-normal', sd: 0.1 } }

/** HalfNormal(0.2) of the mean KPI. Source: docs/evidence.md. */
export const sigmaDefault: ParameterSpec = { prior: { distribution: 'half-normal', sd: 0.2 } }

/**
 * Normal(0.25, 0.4) cut off at -1 and 1: sales are sticky, and little is known of how much. It has the centre and nearly the
 * spread of the tanh-normal prior of the default study (docs/evidence.md).
 */
export const correlationDefault: ParameterSpec = {
  prior: { distribution: 'truncated-normal', mean: 0.25, sd: 0.4, low: -1, high: 1 },
}

/**
 * Gamma(2, 0.1) cut off below 2, so that noise has a variance: from very heavy tails (4) to all but Normal (40), and Normal noise is no corner
 * of it. Source: Juarez and Steel (2010), "Model-based clustering of non-Gaussian panel data based on skew-t distributions".
 */
export const degreesDefault: ParameterSpec = { prior: { distribution: 'gamma', shape: 2, rate: 0.1 } }

/** AR(1) noise, which keeps intervals honest where sales are sticky; independent noise under ols. Source: docs/evidence.md. */
export function defaultNoiseKind(method: FitSpec['method']): NoiseSpec['kind'] {
  return method === 'ols' ? 'normal' : 'ar1'
}

/** Seed 1; the best of six starts, as in the default study (docs/evidence.md); the priors are the penalty, and ols has none. */
export function defaultFit(method: FitSpec['method']): FitSpec {
  return {
    method,
    draws: null,
    warmup: null,
    chains: null,
    seed: 1,
    starts: 6,
    penalty: method === 'ols' ? 'none' : 'priors',
  }
}

function logNormal(median: number, sigma: number): Prior {
  return { distribution: 'log-normal', mu: log(median), sigma }
}

/** Draws of a fit that states none: of each chain for bayes, in all for the others. Source: docs/evidence.md. */
export const defaultDraws: Readonly<Record<FitSpec['method'], number>> = {
  ols: 1000,
  regression: 400,
  bayes: 1000,
  laplace: 1000,
}

/** Warm-up iterations of each chain, and chains, of a fit by bayes that states none. */
export const defaultWarmup = 1000
export const defaultChains = 4
