import type { PeriodKind } from '../../data/calendar/period.js'
import type { ParameterSpec } from '../prior/prior.js'
import type { IssueList } from './issue-list.js'
import type { ParameterInput } from './prior-schema.js'
import type { BaselineSpec, FitMethod, FitSpec, NoiseSpec, PaidTotalPrior } from './spec.js'
import type { SpecInput } from './spec-schema.js'
import { periodsPerYear } from '../../data/calendar/period.js'
import { priorQuantile } from '../prior/prior-quantile.js'
import {
  amplitudeDefault,
  correlationDefault,
  defaultNoiseKind,
  defaultSeasonality,
  defaultTrend,
  degreesDefault,
  paidTotalDefault,
  sigmaDefault,
} from './defaults.js'
import {
  correlationRange,
  degreesPriorRange,
  degreesRange,
  positive,
  positiveOrZero,
  resolveNormalPrior,
  resolveParameter,
  resolvePrior,
  unitInterval,
  type Range,
} from './resolve-prior.js'

/** What the defaults of the baseline and the noise depend on. */
export interface BaselineContext {
  readonly period: PeriodKind
  readonly method: FitSpec['method']
  readonly issues: IssueList
}

/** `baseline:` with its defaults. */
export function resolveBaseline(input: SpecInput['baseline'], context: BaselineContext): BaselineSpec {
  const { method, issues } = context
  const trend = (typeof input?.trend === 'string' ? input.trend : input?.trend?.kind) ?? defaultTrend(method)
  const { smooth } = input ?? {}
  if (smooth && trend !== 'smooth') {
    const fix = input?.trend === undefined ? 'under ols the trend is none unless it is given' : `the trend is ${trend}`
    issues.addAtKey(['baseline', 'smooth'], `\`baseline.smooth\` must stand beside \`trend: smooth\`; ${fix}.`)
  }
  const amplitude = smooth?.amplitude ?? null
  const amplitudePath = ['baseline', 'smooth', 'amplitude']
  const prior = (key: 'intercept' | 'seasonalityPrior') => {
    const given = input?.[key]
    return given ? resolveNormalPrior(given, ['baseline', key], issues) : null
  }
  return {
    intercept: prior('intercept'),
    trend,
    smooth: {
      lengthScale: smooth?.lengthScale ?? null,
      amplitude:
        (amplitude === null ? null : resolveParameter(amplitude, positiveOrZero, amplitudePath, issues)) ??
        amplitudeDefault,
    },
    seasonality: resolveSeasonality(input?.seasonality, context),
    seasonalityPrior: prior('seasonalityPrior'),
  }
}

function resolveSeasonality(
  input: NonNullable<SpecInput['baseline']>['seasonality'],
  { period, method, issues }: BaselineContext,
): BaselineSpec['seasonality'] {
  if (input === undefined) return defaultSeasonality(period, method)
  if (typeof input === 'string') return { yearly: 0, weekdays: false, quarters: false }
  const { yearly = 0, weekdays = false, quarters = false } = input
  const most = Math.ceil(periodsPerYear[period] / 2) - 1
  const place = ['baseline', 'seasonality']
  if (yearly > most) {
    issues.add(
      [...place, 'yearly'],
      `\`baseline.seasonality.yearly\` must be at most ${most} for ${period} data, as faster waves repeat slower ones, not ${yearly}.`,
    )
  }
  if (weekdays && period !== 'day') {
    issues.add(
      [...place, 'weekdays'],
      `\`baseline.seasonality.weekdays\` must be false for ${period} data; only days have weekdays.`,
    )
  }
  if (quarters && period !== 'quarter') {
    issues.add(
      [...place, 'quarters'],
      `\`baseline.seasonality.quarters\` must be false for ${period} data; use yearly pairs.`,
    )
  }
  return { yearly, weekdays, quarters }
}

/** `noise:` with its defaults. */
export function resolveNoise(input: SpecInput['noise'], { method, issues }: BaselineContext): NoiseSpec {
  const given = noiseParameters(input)
  const kind = given.kind ?? impliedKind(given) ?? defaultNoiseKind(method)
  if (given.correlation !== undefined && kind !== 'ar1') {
    issues.addAtKey(
      ['noise', 'correlation'],
      `\`noise.correlation\` must stand beside \`kind: ar1\`; ${kind} noise has none.`,
    )
  }
  if (given.degreesOfFreedom !== undefined && kind !== 'student') {
    issues.addAtKey(
      ['noise', 'degreesOfFreedom'],
      `\`noise.degreesOfFreedom\` must stand beside \`kind: student\`; ${kind} noise has none.`,
    )
  }
  if (kind === 'student' && (method === 'ols' || method === 'regression')) {
    issues.add(
      ['noise'],
      `\`noise: student\` must go with \`method: bayes\`, which samples the linear part; ${method} takes noise to be normal or ar1.`,
    )
  }
  const parameter = (key: 'sigma' | 'correlation', range: Range) => {
    const value = given[key]
    return value === undefined ? null : resolveParameter(value, range, ['noise', key], issues)
  }
  const base = {
    kind,
    sigma: parameter('sigma', positive) ?? sigmaDefault,
    correlation: parameter('correlation', correlationRange) ?? correlationDefault,
  }
  return kind === 'student' ? { ...base, degreesOfFreedom: resolveDegrees(given.degreesOfFreedom, issues) } : base
}

interface NoiseParameters {
  readonly kind?: NoiseSpec['kind'] | undefined
  readonly sigma?: ParameterInput | undefined
  readonly correlation?: ParameterInput | undefined
  readonly degreesOfFreedom?: ParameterInput | undefined
}

function noiseParameters(input: SpecInput['noise']): NoiseParameters {
  return typeof input === 'string' ? { kind: input } : (input ?? {})
}

/** The kind of noise that alone has the parameters given. */
function impliedKind({ correlation, degreesOfFreedom }: NoiseParameters): NoiseSpec['kind'] | null {
  if (degreesOfFreedom !== undefined) return 'student'
  return correlation === undefined ? null : 'ar1'
}

function resolveDegrees(input: ParameterInput | undefined, issues: IssueList): ParameterSpec {
  if (input === undefined) return degreesDefault
  const range = typeof input === 'number' ? degreesRange : degreesPriorRange
  return resolveParameter(input, range, ['noise', 'degreesOfFreedom'], issues) ?? degreesDefault
}

/** `media:`, the prior on all paid media together, with its defaults. */
export function resolvePaidTotal(input: SpecInput['media'], method: FitMethod, issues: IssueList): PaidTotalPrior {
  const spread = resolveSpread(input?.spread, method, issues)
  const prior = input?.share ? resolvePrior(input.share, unitInterval, ['media', 'share'], issues) : null
  if (prior?.distribution === 'logit-normal') return { mu: prior.mu, sigma: prior.sigma, ...spread }
  if (prior) {
    issues.add(
      ['media', 'share'],
      `\`media.share\` must be logit-normal, or median and upper95, or q05 and q95; found ${prior.distribution}.`,
    )
  }
  return { ...paidTotalDefault, ...spread }
}

function resolveSpread(
  input: ParameterInput | undefined,
  method: FitMethod,
  issues: IssueList,
): Pick<PaidTotalPrior, 'spread' | 'spreadPrior'> {
  const path = ['media', 'spread']
  const resolved = input === undefined ? null : resolveParameter(input, positive, path, issues)
  if (resolved === null) return { spread: paidTotalDefault.spread }
  if ('fixed' in resolved) return { spread: resolved.fixed }
  if (method === 'ols' || method === 'regression') {
    issues.add(
      path,
      `\`media.spread\` must be a number for ${method}; only bayes and laplace can learn it from a prior.`,
    )
  }
  return { spread: priorQuantile(resolved.prior, 0.5), spreadPrior: resolved.prior }
}
