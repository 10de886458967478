import type { PeriodKind } from '../../data/calendar/period.js'
import type { ParameterSpec, Prior } from '../prior/prior.js'
import type { AdstockKind, SaturationKind } from '../transform/transform.js'
import type { ChannelInput, OrganicInput } from './channel-schema.js'
import type { IssueList } from './issue-list.js'
import type { ParameterInput } from './prior-schema.js'
import type { Range } from './resolve-prior.js'
import type { AdstockSpec, ChannelSpec, EffectSpec, FitSpec, SaturationSpec } from './spec.js'
import type { SpecPath } from './spec-path.js'
import { listWords } from './check-structure.js'
import { daysPerPeriod } from '../../data/calendar/period.js'
import {
  defaultAdstockParameters,
  defaultLength,
  defaultSaturationParameters,
  defaultTransforms,
  type AdstockContext,
} from './defaults.js'
import { positive, positiveOrZero, realLine, resolveParameter, unitInterval } from './resolve-prior.js'
import { hasMean } from '../prior/prior-mean.js'
import { priorQuantile } from '../prior/prior-quantile.js'
import { formatPath } from './spec-path.js'

/** What a channel's defaults and checks depend on besides the channel. */
export interface ChannelContext {
  readonly period: PeriodKind
  readonly method: FitSpec['method']
  /** Whether the KPI has a value in money, without which there is no return on spend. */
  readonly hasValue: boolean
  readonly issues: IssueList
}

/** A channel of `channels:` with its defaults. */
export function resolvePaidChannel(name: string, input: ChannelInput, context: ChannelContext): ChannelSpec {
  const path = ['channels', name]
  const own = { kind: 'paid', spend: input.spend, media: input.media ?? input.spend, role: input.role ?? null } as const
  return { name, ...own, ...resolveShared(input, path, context), effect: resolveEffect(input, path, context) }
}

/** A channel of `organic:` with its defaults. */
export function resolveOrganicChannel(
  name: string,
  input: OrganicInput | string,
  context: ChannelContext,
): ChannelSpec {
  const path = ['organic', name]
  const given: OrganicInput = typeof input === 'string' ? { media: input } : input
  const own = { kind: 'organic', spend: null, media: given.media, role: null } as const
  return { name, ...own, ...resolveShared(given, path, context), effect: resolveEffect(given, path, context) }
}

/** What paid and organic channels have in common. */
type SharedInput = Omit<OrganicInput, 'media' | 'prior'>

function resolveShared(input: SharedInput, path: SpecPath, context: ChannelContext) {
  const medium = input.medium ?? null
  return {
    medium,
    adstock: resolveAdstock(input.adstock, { medium, path: [...path, 'adstock'] }, context),
    saturation: resolveSaturation(input.saturation, [...path, 'saturation'], context),
    order: input.order ?? 'adstock-first',
    sign: input.sign ?? 'positive',
    before: input.before ?? null,
    scale: input.scale ?? null,
  } as const
}

const adstockKeys: Readonly<Record<AdstockKind, readonly string[]>> = {
  none: [],
  geometric: ['length', 'halfLife', 'retention'],
  delayed: ['length', 'halfLife', 'retention', 'delay'],
  binomial: ['length', 'retention'],
  'weibull-density': ['length', 'shape', 'scale'],
  'weibull-survival': ['length', 'shape', 'scale'],
}

const adstockRanges: Readonly<Record<string, Range>> = {
  halfLife: positive,
  retention: { ...unitInterval, includes: 'low' },
  delay: positiveOrZero,
  shape: positive,
  scale: positive,
}

function resolveAdstock(
  input: OrganicInput['adstock'],
  { medium, path }: { medium: string | null; path: SpecPath },
  { period, method, issues }: ChannelContext,
): AdstockSpec {
  const given = typeof input === 'string' ? { kind: input } : (input ?? {})
  const kind = given.kind ?? (input === undefined ? defaultTransforms(method).adstock : 'geometric')
  const { length = null, kind: _, ...parameters } = given
  const allowed = checkKeys(given, { kind, keys: adstockKeys[kind], path, what: 'adstock' }, issues)
  const both = allowed && oneAtMost(parameters, ['halfLife', 'retention'], path, issues)
  const context = { kind, medium, period, length }
  const defaults = defaultAdstockParameters(context)
  if (!both) return { kind, length, parameters: defaults }
  if (given.halfLife !== undefined || given.retention !== undefined) {
    delete defaults.halfLife
    delete defaults.retention
  }
  const merged = mergeParameters(defaults, parameters, { ranges: adstockRanges, path }, issues)
  checkHalfLife(merged.halfLife, context, path, issues)
  const resolvedLength = length ?? defaultLength(context, merged)
  checkDelay(merged.delay, resolvedLength, path, issues)
  return { kind, length: resolvedLength, parameters: merged }
}

/** Longest median half-life, ten years: longer than any table could tell from the baseline. */
const longestHalfLifeDays = 3653

/** Half-lives of delayed weights are squares of periods. */
function checkHalfLife(
  halfLife: ParameterSpec | undefined,
  { kind, period }: AdstockContext,
  path: SpecPath,
  issues: IssueList,
): void {
  if (!halfLife) return
  const middle = 'fixed' in halfLife ? halfLife.fixed : priorQuantile(halfLife.prior, 0.5)
  const longest = Math.floor(longestHalfLifeDays / daysPerPeriod[period])
  const most = kind === 'delayed' ? longest * longest : longest
  if (middle <= most) return
  const at = [...path, 'halfLife']
  const median = 'fixed' in halfLife ? 'be' : 'have a median of'
  issues.add(
    at,
    `\`${formatPath(at)}\` must ${median} at most ${most}, not ${Number(middle.toPrecision(3))}; an effect as slow as that can't be told from the baseline.`,
  )
}

function checkDelay(delay: ParameterSpec | undefined, length: number | null, path: SpecPath, issues: IssueList): void {
  if (!delay || length === null) return
  const lowest = 'fixed' in delay ? delay.fixed : delay.prior.distribution === 'uniform' ? delay.prior.low : 0
  if (lowest <= length - 1) return
  const at = [...path, 'delay']
  issues.add(at, `\`${formatPath(at)}\` must be at most length - 1 (${length - 1}), not ${lowest}.`)
}

const saturationKeys: Readonly<Record<SaturationKind, readonly string[]>> = {
  none: [],
  hill: ['halfSaturation', 'slope'],
  logistic: ['halfSaturation', 'rate'],
  tanh: ['halfSaturation', 'rate'],
  'michaelis-menten': ['halfSaturation'],
  power: ['slope'],
  log: ['halfSaturation'],
}

function resolveSaturation(
  input: OrganicInput['saturation'],
  path: SpecPath,
  { method, issues }: ChannelContext,
): SaturationSpec {
  const given = typeof input === 'string' ? { kind: input } : (input ?? {})
  const kind = given.kind ?? (input === undefined ? defaultTransforms(method).saturation : 'hill')
  const { kind: _, ...parameters } = given
  const allowed = checkKeys(given, { kind, keys: saturationKeys[kind], path, what: 'saturation' }, issues)
  const defaults = defaultSaturationParameters(kind)
  if (!allowed || !oneAtMost(parameters, ['halfSaturation', 'rate'], path, issues))
    return { kind, parameters: defaults }
  if (given.rate !== undefined) delete defaults.halfSaturation
  const slope: Range = kind === 'power' ? { ...unitInterval, includes: 'high' } : positive
  const ranges = { halfSaturation: positive, rate: positive, slope }
  return { kind, parameters: mergeParameters(defaults, parameters, { ranges, path }, issues) }
}

/** The parameters given, over the defaults; null entries of the merge have been reported. */
function mergeParameters(
  defaults: Readonly<Record<string, ParameterSpec>>,
  given: Readonly<Record<string, ParameterInput | undefined>>,
  { ranges, path }: { ranges: Readonly<Record<string, Range>>; path: SpecPath },
  issues: IssueList,
): Record<string, ParameterSpec> {
  const merged = { ...defaults }
  for (const [name, input] of Object.entries(given)) {
    if (input === undefined) continue
    const parameter = resolveParameter(input, ranges[name], [...path, name], issues)
    if (parameter) merged[name] = parameter
  }
  return merged
}

interface KindKeys {
  readonly kind: string
  readonly keys: readonly string[]
  readonly path: SpecPath
  readonly what: string
}

/** Reports keys that another kind of transform has; true if there are none. */
function checkKeys(given: object, { kind, keys, path, what }: KindKeys, issues: IssueList): boolean {
  const foreign = Object.keys(given).filter((key) => key !== 'kind' && !keys.includes(key))
  for (const key of foreign) {
    const takes = keys.length === 0 ? 'no parameters' : listWords(keys, 'and')
    issues.addAtKey(
      [...path, key],
      `\`${formatPath([...path, key])}\` must not be given: ${kind} ${what} takes ${takes}.`,
    )
  }
  return foreign.length === 0
}

/** Reports two names for the same parameter; true if at most one is given. */
function oneAtMost(given: object, names: readonly [string, string], path: SpecPath, issues: IssueList): boolean {
  if (!names.every((name) => Object.hasOwn(given, name))) return true
  issues.addAtKey(
    [...path, names[1]],
    `\`${formatPath(path)}\` must give ${names[0]} or ${names[1]}, not both: each follows from the other.`,
  )
  return false
}

function resolveEffect(input: ChannelInput | OrganicInput, path: SpecPath, context: ChannelContext): EffectSpec {
  if (!input.prior) return { on: 'default' }
  const { issues, hasValue } = context
  const at = [...path, 'prior']
  const given = Object.entries(input.prior).filter(([, value]) => value !== undefined)
  if (given.length !== 1) {
    const names = 'spend' in input ? ['roas', 'marginalRoas', 'share', 'coefficient'] : ['share', 'coefficient']
    const found =
      given.length === 0
        ? 'nothing'
        : listWords(
            given.map(([name]) => name),
            'and',
          )
    issues.add(at, `\`${formatPath(at)}\` must give one of ${listWords(names, 'or')}; found ${found}.`)
    return { on: 'default' }
  }
  const [on, value] = given[0] as [Exclude<EffectSpec['on'], 'default'>, ParameterInput]
  if ((on === 'roas' || on === 'marginalRoas') && !hasValue) {
    issues.add(
      [...at, on],
      `\`${formatPath([...at, on])}\` must not be given without \`kpi.value\`: units without a value in money have no return on spend.`,
    )
    return { on: 'default' }
  }
  const range = input.sign === 'free' ? realLine : on === 'share' ? unitInterval : positive
  const parameter = resolveParameter(value, range, [...at, on], issues)
  if (parameter && 'prior' in parameter) checkMean(parameter.prior, [...at, on], issues)
  return parameter ? { on, ...parameter } : { on: 'default' }
}

/** Whoever believes in an effect without a mean expects infinite sales of it. */
function checkMean(prior: Prior, path: SpecPath, issues: IssueList): void {
  if (hasMean(prior)) return
  const why = {
    'student-t': 'a student-t prior has one with df above 1',
    'inverse-gamma': 'an inverse-gamma prior has one with shape above 1',
  }
  const { distribution } = prior
  const found = distribution in why ? why[distribution as keyof typeof why] : `a ${distribution} prior has none`
  issues.add(path, `\`${formatPath(path)}\` must be a prior with a finite mean; ${found}.`)
}
