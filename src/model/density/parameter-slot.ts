import { exp } from '../../numeric/special/exp-log.js'
import { compilePrior, type CompiledPrior } from '../prior/compile-prior.js'
import { halfNormalByQuantile } from '../prior/half-normal-quantile.js'
import type { ParameterSpec, Support } from '../prior/prior.js'
import { rateFromHalf, rateFromHalfDerivative } from '../transform/saturation/rate-from-half.js'
import type { SaturationKind } from '../transform/transform.js'

const LN2 = 0.6931471805599453

/** How a parameter as the spec states it becomes the transform's own. */
export interface NativeMap {
  toNative(x: number): number
  derivative(x: number): number
}

export const identityMap: NativeMap = { toNative: (x) => x, derivative: () => 1 }

/** Half-life in periods to retention: 2^(-1/x). */
export const halfLifeMap: NativeMap = {
  toNative: (x) => exp(-LN2 / x),
  derivative: (x) => (exp(-LN2 / x) * LN2) / (x * x),
}

/** Half-saturation relative to the channel's level, to scaled media. */
export function scaledMap(level: number): NativeMap {
  return { toNative: (x) => x * level, derivative: () => level }
}

/** Relative half-saturation to the rate of a logistic or tanh curve on scaled media. */
export function rateMap(kind: SaturationKind, level: number): NativeMap {
  return {
    toNative: (x) => rateFromHalf(kind, x * level),
    derivative: (x) => rateFromHalfDerivative(kind, x * level) * level,
  }
}

/** One parameter of a model: fixed, or free with a place in the unconstrained vector. */
export interface ParameterSlot {
  /** Name in the words of the spec: `tv.halfLife`. */
  readonly name: string
  readonly fixed: number | null
  /** Place in the unconstrained vector; -1 if fixed. */
  readonly index: number
  readonly prior: CompiledPrior | null
  readonly map: NativeMap
}

/** Hands out places in the unconstrained vector. */
export class SlotAllocator {
  readonly slots: ParameterSlot[] = []

  add(name: string, parameter: ParameterSpec, support: Support, map: NativeMap): ParameterSlot {
    if ('fixed' in parameter) return { name, fixed: parameter.fixed, index: -1, prior: null, map }
    return this.push(name, compilePrior(parameter.prior, support), map)
  }

  /** A scale that data may leave near zero: a half-normal prior is then taken by its quantiles. */
  addScale(name: string, parameter: ParameterSpec): ParameterSlot {
    if ('fixed' in parameter || parameter.prior.distribution !== 'half-normal') {
      return this.add(name, parameter, { low: 0, high: Infinity }, identityMap)
    }
    return this.push(name, halfNormalByQuantile(parameter.prior.sd), identityMap)
  }

  private push(name: string, prior: CompiledPrior, map: NativeMap): ParameterSlot {
    const slot = { name, fixed: null, index: this.slots.length, prior, map }
    this.slots.push(slot)
    return slot
  }
}

/** Value of a slot in the spec's unit. */
export function slotValue(slot: ParameterSlot, theta: Float64Array): number {
  return slot.prior === null ? (slot.fixed as number) : slot.prior.constrain(theta[slot.index])
}

/** Native value of a slot. */
export function slotNative(slot: ParameterSlot, theta: Float64Array): number {
  return slot.map.toNative(slotValue(slot, theta))
}

/** Derivative of the native value in the slot's place of the unconstrained vector; 0 if fixed. */
export function slotNativeDerivative(slot: ParameterSlot, theta: Float64Array): number {
  if (slot.prior === null) return 0
  const u = theta[slot.index]
  return slot.map.derivative(slot.prior.constrain(u)) * slot.prior.constrainDerivative(u)
}
