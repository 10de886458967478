import type { PeriodKind } from '../../data/calendar/period.js'
import type { ResolvedDefault } from './assumption.js'
import type { Spec } from './spec.js'
import { daysPerPeriod } from '../../data/calendar/period.js'
import { assumption } from './assumption.js'
import { columnUses } from './column-uses.js'
import { describeChannel } from './describe-channel.js'
import {
  amplitudeDefault,
  correlationDefault,
  degreesDefault,
  defaultChains,
  defaultDraws,
  defaultFit,
  defaultNoiseKind,
  defaultSeasonality,
  defaultTrend,
  defaultWarmup,
  paidTotalDefault,
  sigmaDefault,
} from './defaults.js'
import { parameterText, percentNumber, percentText, periodsText, rangeText, sameValue } from './parameter-text.js'

/** Source of the defaults that simulated markets have settled. */
const study = 'default study, docs/evidence.md'
const juarezSteel = 'Juarez and Steel (2010)'

/**
 * Every assumption of a spec, defaults and stated ones alike, in words, in the order of the spec: what `check` prints and the
 * report lists. Those that hang on the data (levels, what media were before the first period) are named as rules.
 */
export function resolvedDefaults(spec: Spec): ResolvedDefault[] {
  return [
    ...describeKpi(spec),
    ...describePaidTotal(spec),
    ...spec.channels.flatMap((channel) => describeChannel(channel, spec)),
    ...describeOthers(spec),
    ...describeBaseline(spec),
    ...describeNoise(spec),
    ...describeFit(spec),
  ]
}

function describeKpi(spec: Spec): ResolvedDefault[] {
  const { kpi, currency, data } = spec
  const { kind, value, margin, scale } = kpi
  const money =
    value === null
      ? 'unknown: cost per KPI, but no ROAS'
      : typeof value === 'number'
        ? `${value} ${currency}`.trim()
        : `column ${value}`
  const share =
    margin === null
      ? 'unknown: ROAS, but no ROI and no profit'
      : typeof margin === 'number'
        ? percentText(margin)
        : `column ${margin}`
  const unstated = data.aggregate === null ? 'the weekday of the dates' : 'Monday'
  const weekday = data.weekStarts === null ? unstated : weekdayNames[data.weekStarts]
  return [
    ...(data.period === 'week'
      ? [
          assumption('data: first day of a week', weekday, {
            isDefault: data.weekStarts === null,
            rule: data.aggregate === null ? 'read from the data' : 'ISO 8601',
          }),
        ]
      : []),
    ...describeAggregate(spec),
    assumption('kpi: value of one unit', money, {
      isDefault: value === (kind === 'revenue' ? 1 : null),
      rule: kind === 'revenue' ? 'revenue is money' : 'units have no value unless it is given',
    }),
    assumption('kpi: margin', share, { isDefault: margin === null, rule: 'not given' }),
    assumption('kpi: scale of the fit', scaleText(scale), {
      isDefault: scale === 'mean',
      rule: 'priors are in units of the mean KPI',
    }),
  ]
}

/** What becomes of the rows of a period; columns without a stated rule are outcomes, spend and media. */
function describeAggregate(spec: Spec): ResolvedDefault[] {
  const { aggregate, period } = spec.data
  if (aggregate === null) return []
  const columns = [...new Set(columnUses(spec).map(({ column }) => column))]
  return columns.map((column) => {
    const stated = Object.hasOwn(aggregate, column) ? aggregate[column] : null
    const words: readonly string[] = column.match(/[\p{L}\p{N}_.]+/gu) ?? []
    const isComputed = words.length > 1 && words.some((word) => Object.hasOwn(aggregate, word))
    const value = stated ?? (isComputed ? 'as its columns' : 'sum')
    return assumption(`data: ${column} of a ${period}`, value, {
      isDefault: stated === null,
      rule: 'KPI, spend and media are added up',
    })
  })
}

function describePaidTotal(spec: Spec): ResolvedDefault[] {
  const { mu, sigma, spread, spreadPrior } = spec.paidTotal
  if (
    spec.fit.method === 'ols' ||
    !spec.channels.some(({ kind, effect }) => kind === 'paid' && effect.on === 'default')
  )
    return []
  const spreadText = spreadPrior === undefined ? String(spread) : parameterText({ prior: spreadPrior })
  const { mu: defaultMu, sigma: defaultSigma } = paidTotalDefault
  return [
    assumption(
      'media: paid share of the KPI',
      rangeText({ distribution: 'logit-normal', mu, sigma }, percentText, percentNumber),
      {
        isDefault: mu === defaultMu && sigma === defaultSigma,
        rule: study,
      },
    ),
    assumption('media: spread of ROAS between channels', `log-sd ${spreadText} about the common one`, {
      isDefault: spreadPrior === undefined && spread === paidTotalDefault.spread,
      rule: study,
    }),
  ]
}

function describeOthers({ treatments, controls, events, fit }: Spec): ResolvedDefault[] {
  const effect = (prior: Spec['controls'][number]['prior']) =>
    prior
      ? `effect ${rangeText(prior)} of the mean KPI per standard deviation`
      : 'effect Normal(0, 0.2) of the mean KPI per standard deviation'
  const priors = fit.method === 'ols' ? [] : [...treatments, ...controls]
  return [
    ...treatments.map(({ name, reference }) =>
      assumption(`${name}: reference`, String(reference), { isDefault: false, rule: study }),
    ),
    ...controls.map(({ name, role }) =>
      assumption(`${name}: role`, role ?? 'not stated: kept as a confounder', {
        isDefault: role === null,
        rule: 'a control stays in the model',
      }),
    ),
    ...priors.map(({ name, prior }) =>
      assumption(`${name}: prior`, effect(prior), { isDefault: prior === null, rule: study }),
    ),
    ...(events?.calendar
      ? [assumption('events: calendar', `${events.calendar} of ${events.country}`, { isDefault: false, rule: study })]
      : []),
    ...(events?.custom ?? []).map(({ name, window: [first, last] }) =>
      assumption(`${name}: window`, `${first} to ${last}`, {
        isDefault: first === 0 && last === 0,
        rule: 'the day or period itself',
      }),
    ),
  ]
}

function describeBaseline({ baseline, data: { period }, fit: { method } }: Spec): ResolvedDefault[] {
  const { trend, smooth, seasonality, seasonalityPrior, intercept } = baseline
  const ols = 'ols estimates what the spec names and no more'
  const rows = [
    assumption('baseline: trend', trend, {
      isDefault: trend === defaultTrend(method),
      rule: method === 'ols' ? ols : study,
    }),
    assumption('baseline: seasonality', seasonText(seasonality), {
      isDefault: sameValue(seasonality, defaultSeasonality(period, method)),
      rule: method === 'ols' ? ols : `default for ${period} data`,
    }),
  ]
  if (method === 'ols') return rows
  if (trend === 'smooth') {
    const { lengthScale, amplitude } = smooth
    const length = lengthScale ?? Math.max(6, halfYear(period))
    rows.push(
      assumption('baseline: length scale of the smooth trend', periodsText(length, period), {
        isDefault: lengthScale === null,
        rule: 'half a year, at least 6 periods',
      }),
      assumption(
        'baseline: amplitude of the smooth trend',
        `${parameterText(amplitude, percentText, percentNumber)} of the mean KPI`,
        {
          isDefault: sameValue(amplitude, amplitudeDefault),
          rule: study,
        },
      ),
    )
  }
  rows.push(
    assumption('baseline: intercept', intercept ? rangeText(intercept) : 'Normal(0, 1) of the mean KPI', {
      isDefault: intercept === null,
      rule: study,
    }),
  )
  if (seasonality.yearly > 0) {
    const value = seasonalityPrior ? rangeText(seasonalityPrior) : 'Normal(0, 0.2 / sqrt(pair)) of the mean KPI'
    rows.push(assumption('baseline: seasonal waves', value, { isDefault: seasonalityPrior === null, rule: study }))
  }
  return rows
}

function describeNoise({ noise, dynamics, fit: { method } }: Spec): ResolvedDefault[] {
  const { kind, sigma, correlation, degreesOfFreedom } = noise
  const rule = method === 'ols' ? 'ols estimates what the spec names and no more' : study
  const words = {
    normal: 'independent',
    ar1: 'remembers the period before, AR(1)',
    student: 'independent with heavy tails, Student-t',
  }
  const rows = [assumption('noise', words[kind], { isDefault: kind === defaultNoiseKind(method), rule })]
  if (method !== 'ols') {
    const value = `${parameterText(sigma, percentText, percentNumber)} of the mean KPI`
    const size = kind === 'student' ? 'noise: scale' : 'noise: standard deviation'
    rows.push(assumption(size, value, { isDefault: sameValue(sigma, sigmaDefault), rule }))
    if (kind === 'ar1') {
      const isDefault = sameValue(correlation, correlationDefault)
      rows.push(
        assumption('noise: correlation with the period before', parameterText(correlation), { isDefault, rule }),
      )
    }
    if (degreesOfFreedom !== undefined) {
      const isDefault = sameValue(degreesOfFreedom, degreesDefault)
      const text = `${parameterText(degreesOfFreedom)}, above 2`
      rows.push(assumption('noise: degrees of freedom', text, { isDefault, rule: juarezSteel }))
    }
  }
  if (dynamics.laggedKpi)
    rows.push(assumption('dynamics', "the last period's KPI is a regressor", { isDefault: false, rule }))
  return rows
}

function describeFit({ fit }: Spec): ResolvedDefault[] {
  const { method, draws, seed, starts, penalty } = fit
  const defaults = defaultFit(method)
  const count = draws ?? defaultDraws[method]
  const unit = method === 'regression' ? 'replicates' : method === 'bayes' ? 'draws a chain' : 'draws'
  const rows = [
    assumption('fit: method', method, { isDefault: method === 'bayes', rule: 'default' }),
    assumption('fit: draws', `${count} ${unit}`, {
      isDefault: draws === null,
      rule: `default of ${method}`,
    }),
    assumption('fit: seed', String(seed), { isDefault: seed === defaults.seed, rule: 'default' }),
  ]
  if (method === 'ols') return rows
  if (method === 'bayes') return [...rows, ...describeChains(fit)]
  return [
    ...rows,
    assumption('fit: starting points', String(starts), { isDefault: starts === defaults.starts, rule: study }),
    assumption('fit: penalty', penalty === 'priors' ? 'the priors' : 'none: maximum likelihood', {
      isDefault: penalty === defaults.penalty,
      rule: `default of ${method}`,
    }),
  ]
}

function describeChains({ warmup, chains }: Spec['fit']): ResolvedDefault[] {
  const rule = 'default of bayes'
  return [
    assumption('fit: chains', String(chains ?? defaultChains), { isDefault: chains === null, rule }),
    assumption('fit: warm-up', `${warmup ?? defaultWarmup} iterations a chain`, { isDefault: warmup === null, rule }),
  ]
}

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function scaleText(scale: Spec['kpi']['scale']): string {
  if (typeof scale === 'number') return `divided by ${scale}`
  return scale === 'none' ? 'not scaled' : scale === 'mean' ? 'divided by its mean' : 'divided by its maximum'
}

function seasonText({ yearly, weekdays, quarters }: Spec['baseline']['seasonality']): string {
  const parts = [
    ...(yearly > 0 ? [`${yearly} yearly ${yearly === 1 ? 'pair' : 'pairs'} of sines and cosines`] : []),
    ...(weekdays ? ['indicators of weekdays'] : []),
    ...(quarters ? ['indicators of quarters'] : []),
  ]
  return parts.length > 0 ? parts.join(' and ') : 'none'
}

function halfYear(period: PeriodKind): number {
  return 365.25 / 2 / daysPerPeriod[period]
}
