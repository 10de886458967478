import type { Generator } from '../../numeric/random/generator.js'
import type { Model, ModelChannel } from '../../model/design/model.js'
import { medianHalfLife } from '../../model/spec/defaults.js'
import type { AdstockSpec, SaturationSpec } from '../../model/spec/spec.js'
import { rateFromHalf } from '../../model/transform/saturation/rate-from-half.js'
import { exp, log } from '../../numeric/special/exp-log.js'

/** How far a planted half-life and half-saturation stray from the middle: a log-sd. */
const SPREAD = 0.5
/** Lags after which so little of a delayed effect is left that it may be cut off, in half-lives. */
const LONG = 5

/** A channel's response of another family than the fitted one, every parameter stated. */
export interface OtherShape {
  readonly adstock: AdstockSpec
  readonly saturation: SaturationSpec
  /** By name, in the transform's own unit (scaled media). */
  readonly native: { readonly adstock: Record<string, number>; readonly saturation: Record<string, number> }
}

/**
 * A response that the model doesn't hold possible, about as slow and as far from its ceiling as the medium usually is: where the model's
 * carry-over falls from the first period on, one that rises first, else a geometric one; where its saturation is a Hill curve, a logistic one,
 * else a Hill curve.
 */
export function otherShape(model: Model, channel: ModelChannel, generator: Generator): OtherShape {
  const { spec, level } = channel
  const halfLife = medianHalfLife(spec.medium, model.dataset.period) * exp(SPREAD * generator.normal())
  const half = exp(SPREAD * generator.normal())
  const delayed = spec.adstock.kind === 'geometric' || spec.adstock.kind === 'none'
  const adstock = delayed ? delayedBy(Math.max(0.5, halfLife), model.periods) : geometricOf(halfLife)
  const saturation = spec.saturation.kind === 'hill' ? logisticAt(half, level) : hillAt(half, level)
  return {
    adstock: adstock.spec,
    saturation: saturation.spec,
    native: { adstock: adstock.native, saturation: saturation.native },
  }
}

/** Weights retention^((lag - delay)^2) that peak after a half-life and have halved one half-life later. */
function delayedBy(halfLife: number, periods: number) {
  const retention = exp(log(0.5) / (halfLife * halfLife))
  const length = Math.min(periods, Math.ceil(halfLife * LONG) + 1)
  const native = { retention, delay: Math.min(halfLife, length - 1) }
  return { spec: { kind: 'delayed' as const, length, parameters: fixed(native) }, native }
}

function geometricOf(halfLife: number) {
  const native = { retention: exp(log(0.5) / halfLife) }
  return { spec: { kind: 'geometric' as const, length: null, parameters: fixed(native) }, native }
}

function logisticAt(half: number, level: number) {
  const native = { rate: rateFromHalf('logistic', half * level) }
  return { spec: { kind: 'logistic' as const, parameters: fixed(native) }, native }
}

function hillAt(half: number, level: number) {
  const parameters = fixed({ halfSaturation: half, slope: 1 })
  return { spec: { kind: 'hill' as const, parameters }, native: { halfSaturation: half * level, slope: 1 } }
}

function fixed(values: Readonly<Record<string, number>>): Record<string, { fixed: number }> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { fixed: value }]))
}
