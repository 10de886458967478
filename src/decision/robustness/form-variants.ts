import { mean } from '../../numeric/stats/summary.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import type { Model } from '../../model/design/model.js'
import type { ParameterSpec, Prior } from '../../model/prior/prior.js'
import {
  defaultAdstockParameters,
  defaultLength,
  defaultSaturationParameters,
  organicShareDefault,
} from '../../model/spec/defaults.js'
import type { AdstockSpec, ChannelSpec, SaturationSpec, Spec } from '../../model/spec/spec.js'
import type { AdstockKind, SaturationKind } from '../../model/transform/transform.js'
import { formatNumber } from '../words/format.js'
import { VariantList, type Variants } from './variant.js'
import { widerPrior } from './wider-prior.js'

/** Families that every channel is tried under, its own left out. */
const adstocks: readonly AdstockKind[] = ['geometric', 'delayed', 'weibull-survival', 'none']
const saturations: readonly SaturationKind[] = ['hill', 'michaelis-menten', 'logistic', 'power']

/** Upper 95 % of the sceptical prior, in break-even returns: a channel may well be good, but it has to show it. */
const SCEPTICAL_UPPER = 3
const z95 = 1.6448536269514722
const LN2 = 0.6931471805599453

/**
 * A model under other forms, one change at a time: every other adstock and saturation family, a sceptical prior centred on break-even for all
 * paid channels, and priors on effects twice as wide.
 *
 * A transform with something to estimate is varied, whoever chose its family; one that the spec fixes (none, or numbers) stays, and so does
 * an effect that is a number.
 */
export function formVariants(model: Model): Variants {
  const { spec } = model
  const list = new VariantList(spec)
  addFamilies(list, spec)
  if (spec.fit.method === 'ols' || spec.fit.penalty === 'none') {
    list.leaveOut('No other priors: this model is fitted without any.')
    return list
  }
  addSceptical(list, model)
  addWider(list, spec)
  return list
}

function addFamilies(list: VariantList, spec: Spec): void {
  for (const kind of adstocks) {
    const channels = spec.channels.map((channel) =>
      isOpen(channel.adstock) ? { ...channel, adstock: otherAdstock(channel, kind, spec) } : channel,
    )
    const label = kind === 'none' ? 'no carry-over' : `${kind} adstock`
    if (isOther(spec, channels)) list.add(`adstock-${kind}`, label, { channels })
  }
  for (const kind of saturations) {
    const channels = spec.channels.map((channel) =>
      isOpen(channel.saturation) ? { ...channel, saturation: otherSaturation(channel, kind) } : channel,
    )
    if (isOther(spec, channels)) list.add(`saturation-${kind}`, `${kind} saturation`, { channels })
  }
  if (!spec.channels.some(({ adstock }) => isOpen(adstock))) list.leaveOut('No other adstock: the spec fixes them all.')
  if (!spec.channels.some(({ saturation }) => isOpen(saturation)))
    list.leaveOut('No other saturation: the spec fixes them all.')
}

/** Whether anything about a transform is estimated. */
function isOpen({ parameters }: AdstockSpec | SaturationSpec): boolean {
  return Object.values(parameters).some((parameter) => 'prior' in parameter)
}

function isOther(spec: Spec, channels: readonly ChannelSpec[]): boolean {
  return channels.some(
    ({ adstock, saturation }, c) =>
      adstock.kind !== spec.channels[c].adstock.kind || saturation.kind !== spec.channels[c].saturation.kind,
  )
}

/** A channel's adstock in another family, with the channel's own half-life where it states one as a log-normal prior. */
function otherAdstock({ adstock, medium }: ChannelSpec, kind: AdstockKind, { data }: Spec): AdstockSpec {
  if (adstock.kind === kind) return adstock
  const context = { kind, medium, period: data.period, length: null }
  const parameters = { ...defaultAdstockParameters(context), ...halfLifeAs(kind, adstock) }
  return { kind, parameters, length: defaultLength(context, parameters) }
}

/** The half-life of a geometric or delayed adstock as the parameter of another family; see `defaultAdstockParameters`. */
function halfLifeAs(kind: AdstockKind, adstock: AdstockSpec): Record<string, ParameterSpec> {
  const given = adstock.parameters.halfLife
  if (given === undefined || !('prior' in given) || given.prior.distribution !== 'log-normal') return {}
  // Delayed weights halve at the root of `halfLife` from their peak.
  const power = adstock.kind === 'delayed' ? 0.5 : 1
  const { mu, sigma } = { mu: power * given.prior.mu, sigma: power * given.prior.sigma }
  const logNormal = (centre: number, spread: number): ParameterSpec => ({
    prior: { distribution: 'log-normal', mu: centre, sigma: spread },
  })
  switch (kind) {
    case 'geometric':
      return { halfLife: logNormal(mu, sigma) }
    case 'delayed':
      return { halfLife: logNormal(2 * mu, 2 * sigma) }
    case 'weibull-survival':
      return { scale: logNormal(mu - log(LN2), sigma) }
    default:
      return {}
  }
}

function otherSaturation({ saturation }: ChannelSpec, kind: SaturationKind): SaturationSpec {
  if (saturation.kind === kind) return saturation
  const parameters = defaultSaturationParameters(kind)
  const { halfSaturation } = saturation.parameters
  const kept = halfSaturation !== undefined && parameters.halfSaturation !== undefined ? { halfSaturation } : {}
  return { kind, parameters: { ...parameters, ...kept } }
}

/** Every paid channel expected to break even; without a value in money, all paid media expected to do half as much. */
function addSceptical(list: VariantList, model: Model): void {
  const { spec } = model
  const open = spec.channels.filter(({ kind, effect }) => kind === 'paid' && !('fixed' in effect))
  if (open.length === 0) {
    list.leaveOut('No sceptical prior: no paid channel has an effect that is estimated.')
    return
  }
  if (model.value === null) {
    addHalved(list, spec)
    return
  }
  const breakEven = model.margin === null ? 1 : 1 / mean(model.margin)
  const channels = spec.channels.map((channel): ChannelSpec =>
    open.includes(channel)
      ? { ...channel, effect: { on: 'roas', prior: scepticalPrior(breakEven, channel) } }
      : channel,
  )
  const why = model.margin === null ? '' : ' (break-even)'
  list.add('sceptical-prior', `every ROAS expected at ${formatNumber(breakEven)}${why}`, { channels })
}

function scepticalPrior(breakEven: number, { sign }: ChannelSpec): Prior {
  return sign === 'free'
    ? { distribution: 'normal', mean: breakEven, sd: ((SCEPTICAL_UPPER - 1) * breakEven) / z95 }
    : { distribution: 'log-normal', mu: log(breakEven), sigma: log(SCEPTICAL_UPPER) / z95 }
}

function addHalved(list: VariantList, spec: Spec): void {
  if (!usesPaidTotal(spec)) {
    list.leaveOut(
      'No sceptical prior: units without a value in money have no break-even, and every channel states a prior.',
    )
    return
  }
  const { mu } = spec.paidTotal
  const share = 1 / (2 * (1 + 1 / exp(mu)))
  list.add('sceptical-prior', 'paid media expected to do half as much', {
    paidTotal: { ...spec.paidTotal, mu: log(share / (1 - share)) },
  })
}

function addWider(list: VariantList, spec: Spec): void {
  const { paidTotal } = spec
  const channels = spec.channels.map(widerEffect)
  if (channels.every((channel, c) => channel === spec.channels[c]) && !usesPaidTotal(spec)) {
    list.leaveOut('No wider priors: no effect has a prior that could be wider.')
    return
  }
  list.add('wider-priors', 'twice as wide priors on effects', {
    channels,
    paidTotal: {
      ...paidTotal,
      sigma: 2 * paidTotal.sigma,
      spread: 2 * paidTotal.spread,
      ...(paidTotal.spreadPrior === undefined ? {} : { spreadPrior: widerPrior(paidTotal.spreadPrior) }),
    },
  })
}

/** Whether a channel's effect hangs on the prior of all paid media together. */
function usesPaidTotal({ channels }: Spec): boolean {
  return channels.some(({ kind, sign, effect }) => kind === 'paid' && sign === 'positive' && effect.on === 'default')
}

function widerEffect(channel: ChannelSpec): ChannelSpec {
  const { effect, kind, sign } = channel
  if (effect.on === 'default') {
    if (kind === 'paid' || sign === 'free') return channel
    return { ...channel, effect: { on: 'share', prior: widerPrior(organicShareDefault) } }
  }
  return 'prior' in effect ? { ...channel, effect: { on: effect.on, prior: widerPrior(effect.prior) } } : channel
}
