import type { PeriodKind } from '../../data/calendar/period.js'
import type { ParameterSpec } from '../prior/prior.js'
import type { ResolvedDefault } from './assumption.js'
import type { ChannelSpec, EffectSpec, Spec } from './spec.js'
import { assumption } from './assumption.js'
import {
  defaultAdstockParameters,
  defaultLength,
  defaultSaturationParameters,
  defaultTransforms,
  freeShareSd,
  halfLifeDays,
  mediumOf,
  organicFreeShareDefault,
  organicShareDefault,
} from './defaults.js'
import {
  parameterText,
  percentNumber,
  percentText,
  periodsText,
  rangeText,
  sameValue,
  shortNumber,
} from './parameter-text.js'

/** Assumptions on one channel: medium, transforms with their parameters, order, sign, what was before, scale, effect. */
export function describeChannel(channel: ChannelSpec, { data: { period }, fit: { method } }: Spec): ResolvedDefault[] {
  const { name, medium, role, order, sign, before, scale } = channel
  const row = (what: string, value: string, isDefault: boolean, rule: string) =>
    assumption(`${name}: ${what}`, value, { isDefault, rule })
  const rows = [
    row('medium', mediumText(medium), medium === null, 'not given'),
    ...(role === null ? [] : [row('role', `${role}: its return is an upper bound`, false, '')]),
    ...describeAdstock(channel, period, defaultTransforms(method).adstock),
    ...describeSaturation(channel, defaultTransforms(method).saturation),
    row(
      'order',
      order === 'adstock-first' ? 'carry-over, then saturation' : 'saturation, then carry-over',
      order === 'adstock-first',
      'default',
    ),
    row('sign', sign === 'positive' ? 'can only help' : 'may help or hurt', sign === 'positive', 'default'),
    row('before the first period', beforeTexts[before ?? 'default'], before === null, 'default'),
    row('scale', scaleText(scale), scale === null, 'default'),
  ]
  return method === 'ols' ? rows : [...rows, describeEffect(channel)]
}

const beforeTexts = {
  history: 'earlier rows',
  steady: 'at the mean of the first 13 periods',
  zero: 'none',
  default: 'earlier rows; without them the mean of the first 13 periods if active in most of them, else none',
}

const parameterLabels: Readonly<Record<string, string>> = {
  halfLife: 'half-life',
  retention: 'retention',
  delay: 'delay',
  shape: 'shape of the carry-over',
  scale: 'scale of the carry-over',
  halfSaturation: 'half-saturation',
  rate: 'rate of saturation',
  slope: 'slope',
}

function describeAdstock(channel: ChannelSpec, period: PeriodKind, defaultKind: ChannelSpec['adstock']['kind']) {
  const { name, medium, adstock } = channel
  const { kind, length, parameters } = adstock
  const context = { kind, medium, period, length }
  const defaults = defaultAdstockParameters(context)
  const isDefaultLength = length === defaultLength({ ...context, length: null }, parameters)
  const span =
    kind === 'none' ? '' : length === null ? ', not cut off' : `, over ${length} ${period}${length === 1 ? '' : 's'}`
  const rows = [
    assumption(`${name}: carry-over`, `${kind}${span}`, {
      isDefault: kind === defaultKind && isDefaultLength,
      rule: 'default',
    }),
  ]
  for (const [parameter, spec] of Object.entries(parameters)) {
    const isDefault = sameValue(spec, defaults[parameter])
    const rule = parameter === 'delay' || parameter === 'shape' ? 'default' : halfLifeRule(medium, period)
    rows.push(
      assumption(`${name}: ${label(kind, parameter)}`, adstockText(kind, parameter, spec, period), { isDefault, rule }),
    )
  }
  return rows
}

function label(kind: ChannelSpec['adstock']['kind'], parameter: string): string {
  return kind === 'delayed' && parameter === 'halfLife' ? 'half-life from the peak' : parameterLabels[parameter]
}

/** Half of a delayed weight is left at the root of `halfLife` from the peak, as its weights are retention^((lag - delay)^2). */
function adstockText(
  kind: ChannelSpec['adstock']['kind'],
  name: string,
  spec: ParameterSpec,
  period: PeriodKind,
): string {
  if (name === 'retention' || name === 'shape') return parameterText(spec)
  const root = kind === 'delayed' && name === 'halfLife'
  const own = (value: number) => (root ? Math.sqrt(value) : value)
  return parameterText(
    spec,
    (value) => periodsText(own(value), period),
    (value) => shortNumber(own(value)),
  )
}

function halfLifeRule(medium: string | null, period: PeriodKind): string {
  if (period === 'quarter' || period === 'year') return `default for ${period} data`
  const known = mediumOf(medium)
  return known
    ? `default for ${known}: ${halfLifeDays[known]} days`
    : `default for unknown media: ${halfLifeDays.unknown} days`
}

function describeSaturation({ name, saturation }: ChannelSpec, defaultKind: ChannelSpec['saturation']['kind']) {
  const { kind, parameters } = saturation
  const defaults = defaultSaturationParameters(kind)
  const rows = [assumption(`${name}: saturation`, kind, { isDefault: kind === defaultKind, rule: 'default' })]
  for (const [parameter, spec] of Object.entries(parameters)) {
    const unit = parameter === 'halfSaturation' ? ' times the mean active level' : ''
    const isDefault = sameValue(spec, defaults[parameter])
    const value = `${parameterText(spec)}${unit}`
    rows.push(
      assumption(`${name}: ${parameterLabels[parameter]}`, value, {
        isDefault,
        rule: 'default study, docs/evidence.md',
      }),
    )
  }
  return rows
}

function describeEffect({ name, kind, sign, effect }: ChannelSpec): ResolvedDefault {
  if (effect.on !== 'default') {
    const value = 'fixed' in effect ? `fixed at ${effect.fixed}` : rangeText(effect.prior)
    return assumption(`${name}: ${effectLabels[effect.on]}`, value, { isDefault: false, rule: '' })
  }
  const rule = 'default study, docs/evidence.md'
  if (kind === 'organic') {
    const share = rangeText(sign === 'free' ? organicFreeShareDefault : organicShareDefault, percentText, percentNumber)
    return assumption(`${name}: share of the KPI`, share, { isDefault: true, rule })
  }
  const value =
    sign === 'free'
      ? `Normal(0, ${freeShareSd}) of the KPI, times its part of spend`
      : 'its part of all paid media, by spend'
  return assumption(`${name}: share of the KPI`, value, { isDefault: true, rule })
}

const effectLabels: Readonly<Record<Exclude<EffectSpec['on'], 'default'>, string>> = {
  roas: 'ROAS',
  marginalRoas: 'marginal ROAS',
  share: 'share of the KPI',
  coefficient: 'coefficient',
}

function mediumText(medium: string | null): string {
  if (medium === null) return 'unknown'
  const known = mediumOf(medium)
  if (known === null) return `${medium}, which has no carry-over prior of its own`
  return known === medium ? medium : `${medium} (${known})`
}

function scaleText(scale: ChannelSpec['scale']): string {
  if (scale === null) return 'divided by the mean active level'
  if (typeof scale === 'number') return `divided by ${scale}`
  return scale === 'none' ? 'not scaled' : scale === 'mean' ? 'divided by the mean' : 'divided by the maximum'
}
