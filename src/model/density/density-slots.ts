import { InputError } from '../../check/errors.js'
import { log } from '../../numeric/special/exp-log.js'
import { priorQuantile } from '../prior/prior-quantile.js'
import type { ParameterSpec, Prior, Support } from '../prior/prior.js'
import type { Model, ModelChannel } from '../design/model.js'
import { degreesDefault, freeShareSd, organicFreeShareDefault, organicShareDefault } from '../spec/defaults.js'
import type { ChannelSlots, EffectSlot } from './channel-term.js'
import { marginalRoasTarget, roasTarget, shareTarget, type EffectTarget } from './effect-target.js'
import {
  halfLifeMap,
  identityMap,
  rateMap,
  scaledMap,
  SlotAllocator,
  type NativeMap,
  type ParameterSlot,
} from './parameter-slot.js'
import { PaidTotal } from './paid-total.js'

const POSITIVE: Support = { low: 0, high: Infinity }
const FINITE_VARIANCE: Support = { low: 2, high: Infinity }
const REAL: Support = { low: -Infinity, high: Infinity }

/** Where every parameter of a model stands in the unconstrained vector, coordinates of a sampled linear part apart. */
export interface DensitySlots {
  readonly free: readonly ParameterSlot[]
  readonly channels: readonly ChannelSlots[]
  readonly targets: readonly (EffectTarget | null)[]
  readonly paidTotal: PaidTotal | null
  /** Null without a smooth trend. */
  readonly amplitude: ParameterSlot | null
  readonly sigma: ParameterSlot
  /** Null where noise is independent. */
  readonly correlation: ParameterSlot | null
  /** Degrees of freedom of the noise; null where it is Normal. */
  readonly degrees: ParameterSlot | null
  readonly dimension: number
}

/** Lays out the unconstrained vector of a model. */
export function densitySlots(model: Model): DensitySlots {
  const allocator = new SlotAllocator()
  const shared = model.channels.filter(sharesPaidTotal)
  const channels = model.channels.map((channel) => channelSlots(allocator, model, channel))
  const targets = model.channels.map((channel, c) =>
    channels[c].effect.kind === 'log-coefficient' ? shareTarget(model) : effectTarget(model, channel),
  )
  const { spec } = model
  const amplitude =
    spec.baseline.trend === 'smooth' ? allocator.addScale('smooth.amplitude', spec.baseline.smooth.amplitude) : null
  const sigma = allocator.add('noise.sigma', spec.noise.sigma, POSITIVE, identityMap)
  const correlation =
    spec.noise.kind === 'ar1'
      ? allocator.add('noise.correlation', spec.noise.correlation, { low: -1, high: 1 }, identityMap)
      : null
  const degrees =
    spec.noise.kind === 'student'
      ? allocator.add(
          'noise.degreesOfFreedom',
          spec.noise.degreesOfFreedom ?? degreesDefault,
          FINITE_VARIANCE,
          identityMap,
        )
      : null
  const { spreadPrior } = spec.paidTotal
  // One channel alone has nothing to be alike to.
  const spread =
    spreadPrior !== undefined && shared.length > 1 ? allocator.addScale('media.spread', { prior: spreadPrior }) : null
  const ownPlaces = allocator.slots.length
  const paidTotal = shared.length > 0 ? jointPrior(model, shared, { firstPlace: ownPlaces, spread }) : null
  if (paidTotal !== null) {
    shared.forEach((channel, i) => {
      const at = model.channels.indexOf(channel)
      const logShare = (theta: Float64Array): number => paidTotal.logShare(theta, i)
      channels[at] = { ...channels[at], effect: { kind: 'log-share', index: ownPlaces + i, logShare } }
    })
  }
  return {
    free: allocator.slots,
    channels,
    targets,
    paidTotal,
    amplitude,
    sigma,
    correlation,
    degrees,
    dimension: ownPlaces + shared.length,
  }
}

/** Whether a channel's effect is its part of the prior on all paid media. */
export function sharesPaidTotal(channel: ModelChannel): boolean {
  return channel.spec.kind === 'paid' && channel.spec.effect.on === 'default' && channel.spec.sign === 'positive'
}

/** A channel's spend over the window, money; 0 for organic channels. */
export function windowSpend(model: Model, channel: ModelChannel): number {
  let sum = 0
  for (let t = model.history; t < model.history + model.periods; t++)
    sum += channel.spend === null ? 0 : channel.spend[t]
  return sum
}

function jointPrior(
  model: Model,
  shared: readonly ModelChannel[],
  { firstPlace, spread }: { readonly firstPlace: number; readonly spread: ParameterSlot | null },
): PaidTotal {
  const spends = shared.map((channel) => windowSpend(model, channel))
  let all = 0
  for (const channel of model.channels) all += windowSpend(model, channel)
  const total = spends.reduce((sum, spend) => sum + spend, 0)
  spends.forEach((spend, i) => {
    if (!(spend > 0)) {
      throw new InputError(
        `\`channels.${shared[i].name}\` has no spend in the fit window, so its share of paid media has no prior; give it \`prior: { coefficient: … }\` or take it out.`,
      )
    }
  })
  return new PaidTotal(
    model.spec.paidTotal,
    shared.map((_, i) => firstPlace + i),
    spends,
    { portion: total / all, spread },
  )
}

function channelSlots(allocator: SlotAllocator, model: Model, channel: ModelChannel): ChannelSlots {
  return {
    adstock: adstockSlots(allocator, channel),
    saturation: saturationSlots(allocator, channel),
    effect: effectSlot(allocator, model, channel),
  }
}

/** Slots of a channel's adstock, in the order of its parameters. */
export function adstockSlots(allocator: SlotAllocator, channel: ModelChannel): ParameterSlot[] {
  const given = channel.spec.adstock.parameters
  return channel.adstock.parameters.map(({ name, support }) => {
    const halfLife = name === 'retention' ? given.halfLife : undefined
    if (halfLife !== undefined) return allocator.add(`${channel.name}.halfLife`, halfLife, POSITIVE, halfLifeMap)
    const high = name === 'delay' && Number.isFinite(channel.length) ? channel.length - 1 : support.high
    return allocator.add(
      `${channel.name}.${name}`,
      required(channel, given, name),
      { low: support.low, high },
      identityMap,
    )
  })
}

/** Slots of a channel's saturation, in the order of its parameters. */
export function saturationSlots(allocator: SlotAllocator, channel: ModelChannel): ParameterSlot[] {
  const given = channel.spec.saturation.parameters
  return channel.saturation.parameters.map(({ name, support }) => {
    const half = given.halfSaturation
    if (half !== undefined && (name === 'halfSaturation' || name === 'rate')) {
      const map: NativeMap =
        name === 'rate' ? rateMap(channel.saturation.kind, channel.level) : scaledMap(channel.level)
      return allocator.add(`${channel.name}.halfSaturation`, half, POSITIVE, map)
    }
    return allocator.add(`${channel.name}.${name}`, required(channel, given, name), support, identityMap)
  })
}

function required(channel: ModelChannel, given: Readonly<Record<string, ParameterSpec>>, name: string): ParameterSpec {
  const parameter = given[name]
  if (parameter === undefined) throw new InputError(`\`channels.${channel.name}\` must state \`${name}\`.`)
  return parameter
}

function effectSlot(allocator: SlotAllocator, model: Model, channel: ModelChannel): EffectSlot {
  if (sharesPaidTotal(channel)) return { kind: 'log-share', index: -1, logShare: () => NaN }
  const { effect, sign } = channel.spec
  const support = sign === 'positive' ? POSITIVE : REAL
  const name = `${channel.name}.${effect.on === 'default' ? 'share' : effect.on}`
  const parameter: ParameterSpec =
    effect.on === 'default'
      ? { prior: defaultSharePrior(model, channel) }
      : 'fixed' in effect
        ? effect
        : { prior: effect.prior }
  const slot = allocator.add(name, parameter, support, identityMap)
  const anchored = effect.on === 'coefficient' && slot.prior !== null && isPositiveHalfLine(slot.prior.support)
  return { kind: anchored ? 'log-coefficient' : 'slot', slot }
}

function isPositiveHalfLine({ low, high }: Support): boolean {
  return low === 0 && high === Infinity
}

/** Prior on the share of a channel outside the joint prior that states none: organic, or of free sign. */
export function defaultSharePrior(model: Model, channel: ModelChannel): Prior {
  if (channel.spec.kind === 'organic') {
    return channel.spec.sign === 'free' ? organicFreeShareDefault : organicShareDefault
  }
  let all = 0
  for (const other of model.channels) all += windowSpend(model, other)
  const share = all > 0 ? windowSpend(model, channel) / all : 0
  return { distribution: 'normal', mean: 0, sd: freeShareSd * (share > 0 ? share : 1) }
}

function effectTarget(model: Model, channel: ModelChannel): EffectTarget | null {
  const { on } = channel.spec.effect
  if (on === 'coefficient') return null
  if (on === 'default' || on === 'share') return shareTarget(model)
  if (windowSpend(model, channel) <= 0) {
    throw new InputError(`\`channels.${channel.name}.prior.${on}\` needs spend in the fit window, and there is none.`)
  }
  const tail = priorTailPeriods(channel)
  return on === 'roas' ? roasTarget(model, channel, tail) : marginalRoasTarget(model, channel, tail)
}

/** Periods after the window until a channel's effect is over: its weights, or 99.9 % at the long end of the prior, at most 520. */
export function priorTailPeriods(channel: ModelChannel): number {
  if (Number.isFinite(channel.length)) return channel.length - 1
  const { halfLife, retention } = channel.spec.adstock.parameters
  const parameter = halfLife ?? retention
  const long = 'fixed' in parameter ? parameter.fixed : priorQuantile(parameter.prior, 0.99)
  const longRetention = halfLife === undefined ? long : halfLifeMap.toNative(long)
  if (!(longRetention > 0)) return 0
  return Math.min(520, Math.ceil(log(0.001) / log(Math.min(longRetention, 0.99))))
}
