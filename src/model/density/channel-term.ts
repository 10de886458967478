import type { Model, ModelChannel } from '../design/model.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import { targetSum, type EffectTarget } from './effect-target.js'
import { MediaPath, nativeParameters, pipelineOf, type NativeParameters } from './media-path.js'
import { slotNative, slotNativeDerivative, slotValue, type ParameterSlot } from './parameter-slot.js'

/** The places of one channel's parameters. */
export interface ChannelSlots {
  readonly adstock: readonly ParameterSlot[]
  readonly saturation: readonly ParameterSlot[]
  readonly effect: EffectSlot
}

/**
 * A channel's effect: its own slot, or a place `index` for its log share of the outcome under the joint prior, which `logShare` reads; gradients
 * in the log share go to that place.
 *
 * A `log-coefficient` has its prior on the coefficient, but its place holds the log share as well: the data determine a channel's
 * contribution, while its coefficient (the asymptote of a saturation curve) and the curve's shape trade off along a ridge.
 */
export type EffectSlot =
  | { readonly kind: 'slot'; readonly slot: ParameterSlot }
  | { readonly kind: 'log-coefficient'; readonly slot: ParameterSlot }
  | { readonly kind: 'log-share'; readonly index: number; logShare(theta: Float64Array): number }

/** One channel in the density: its contribution to the mean at given parameters, and the pullback. */
export class ChannelTerm {
  readonly native: NativeParameters
  /** In units of the scaled KPI; after `forward`. */
  coefficient = 0
  private readonly path: MediaPath
  private readonly nativeGradient: NativeParameters
  private readonly outGradient: Float64Array
  private readonly variantGradients: readonly Float64Array[]
  private readonly history: number
  private readonly periods: number
  private denominator = 1
  /** Gradient of a `log-coefficient` prior in the logarithm of the coefficient, at the last `coefficientPrior`. */
  private coefficientGradient = 0

  constructor(
    model: Model,
    readonly channel: ModelChannel,
    readonly slots: ChannelSlots,
    private readonly target: EffectTarget | null,
  ) {
    const pipeline = pipelineOf(channel)
    this.history = model.history
    this.periods = model.periods
    this.path = new MediaPath(pipeline, channel.media, channel.before)
    this.native = nativeParameters(pipeline)
    this.nativeGradient = nativeParameters(pipeline)
    this.outGradient = new Float64Array(channel.media.length)
    this.variantGradients = target === null ? [] : target.variants.map((v) => new Float64Array(v.weights.length))
  }

  /** Effect in its own unit (share, ROAS, coefficient). */
  effect(theta: Float64Array): number {
    const { effect } = this.slots
    switch (effect.kind) {
      case 'slot':
        return slotValue(effect.slot, theta)
      case 'log-coefficient':
        return exp(theta[effect.slot.index])
      case 'log-share':
        return exp(effect.logShare(theta))
    }
  }

  /** The channel's contribution over the window at the last `forward`, in units of the scaled KPI. */
  total(): number {
    let sum = 0
    for (let t = 0; t < this.periods; t++) sum += this.path.out[this.history + t]
    return this.coefficient * sum
  }

  /** Log density of a `log-coefficient` prior at the last `forward`, its centre moved by `shift`; 0 for other effects. */
  coefficientPrior(shift: number): number {
    const { effect } = this.slots
    this.coefficientGradient = 0
    if (effect.kind !== 'log-coefficient' || effect.slot.prior === null) return 0
    const u = log(this.coefficient) - shift
    this.coefficientGradient = effect.slot.prior.gradientAt(u)
    return effect.slot.prior.logDensityAt(u)
  }

  /** Adds the channel's contribution, in units of the scaled KPI, to `mean` (window periods); false where it is not finite. */
  forward(theta: Float64Array, mean: Float64Array): boolean {
    fillNative(this.slots.adstock, theta, this.native.adstock)
    fillNative(this.slots.saturation, theta, this.native.saturation)
    this.path.forward(this.native)
    const out = this.path.out
    const effect = this.effect(theta)
    if (this.target === null) {
      this.denominator = 1
      this.coefficient = effect
    } else {
      this.denominator = targetSum(this.target, this.native, out)
      this.coefficient = (effect * this.target.multiplier) / this.denominator
    }
    if (!Number.isFinite(this.coefficient) || !(this.denominator > 0)) return false
    for (let t = 0; t < this.periods; t++) mean[t] += this.coefficient * out[this.history + t]
    return true
  }

  /** Adds the gradient of the log density, given `meanGradient` (window periods), at the last `forward` and `coefficientPrior`. */
  backward(theta: Float64Array, meanGradient: Float64Array, gradient: Float64Array): void {
    const { path, history, periods, coefficient, outGradient, target } = this
    let inner = 0
    for (let t = 0; t < periods; t++) inner += meanGradient[t] * path.out[history + t]
    this.addEffectGradient(theta, inner, gradient)
    const { adstock, saturation } = this.nativeGradient
    if (adstock.length + saturation.length === 0) return
    adstock.fill(0)
    saturation.fill(0)
    outGradient.fill(0, 0, history)
    for (let t = 0; t < periods; t++) outGradient[history + t] = coefficient * meanGradient[t]
    const perSum = (-inner * coefficient - this.coefficientGradient) / this.denominator
    if (target !== null && target.ownWeights !== null) {
      for (let t = history; t < outGradient.length; t++) outGradient[t] += perSum * target.ownWeights[t]
    }
    path.backward(this.native, outGradient, this.nativeGradient)
    if (target !== null) this.backwardVariants(target, perSum)
    addSlotGradients(this.slots.adstock, theta, adstock, gradient)
    addSlotGradients(this.slots.saturation, theta, saturation, gradient)
  }

  private addEffectGradient(theta: Float64Array, inner: number, gradient: Float64Array): void {
    const { effect } = this.slots
    if (effect.kind !== 'slot') {
      const place = effect.kind === 'log-share' ? effect.index : effect.slot.index
      gradient[place] += inner * this.coefficient + this.coefficientGradient
      return
    }
    const { slot } = effect
    if (slot.prior === null) return
    const perEffect = this.target === null ? 1 : this.target.multiplier / this.denominator
    gradient[slot.index] += inner * perEffect * slot.prior.constrainDerivative(theta[slot.index])
  }

  private backwardVariants(target: EffectTarget, perSum: number): void {
    target.variants.forEach((variant, i) => {
      const outGradient = this.variantGradients[i]
      for (let t = 0; t < outGradient.length; t++) outGradient[t] = perSum * variant.weights[t]
      variant.path.backward(this.native, outGradient, this.nativeGradient)
    })
  }
}

function fillNative(slots: readonly ParameterSlot[], theta: Float64Array, out: Float64Array): void {
  for (let i = 0; i < slots.length; i++) out[i] = slotNative(slots[i], theta)
}

function addSlotGradients(
  slots: readonly ParameterSlot[],
  theta: Float64Array,
  native: Float64Array,
  gradient: Float64Array,
): void {
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i]
    if (slot.index >= 0) gradient[slot.index] += native[i] * slotNativeDerivative(slot, theta)
  }
}
