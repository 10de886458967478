import { InputError } from '../../check/errors.js'
import type { Generator } from '../../numeric/random/generator.js'
import type { Model } from '../design/model.js'
import { ChannelTerm } from './channel-term.js'
import { densitySlots, type DensitySlots } from './density-slots.js'
import type { LinearBlock } from './linear-block.js'
import { linearPart } from './linear-part.js'
import type { SampledLinearBlock } from './sampled-linear-block.js'
import type { LogDensity } from '../../inference/log-density.js'
import { slotValue, type ParameterSlot } from './parameter-slot.js'
import { log } from '../../numeric/special/exp-log.js'

export interface DensityOptions {
  /** `none` leaves out every prior and log-Jacobian but those of the smooth trend. @defaultValue the spec's */
  readonly penalty?: 'priors' | 'none'
}

/**
 * The log posterior density of a model in its unconstrained parameters: the linear part integrated out, or, under Student noise, in
 * coordinates of its own after all others.
 *
 * Regression maximises it, a sampler draws from it. A call allocates nothing. `data` may be replaced (by a randomised replicate), centres of
 * priors may be moved, and the noise parameters may be held.
 */
export class Density implements LogDensity {
  readonly dimension: number
  readonly slots: DensitySlots
  readonly terms: readonly ChannelTerm[]
  readonly block: LinearBlock | SampledLinearBlock
  /** Scaled KPI minus nothing: what the density explains. */
  readonly data: Float64Array
  private readonly shifts: Float64Array
  private readonly mean: Float64Array
  private readonly residual: Float64Array
  private readonly penalised: boolean
  private held = false
  /** 1 at the places of noise and amplitude. */
  private readonly hyperPlaces: Uint8Array
  /** 1 at the places of `log-coefficient` effects, whose priors their terms add. */
  private readonly anchored: Uint8Array
  /** Evaluations so far. */
  gradients = 0

  constructor(
    readonly model: Model,
    options: DensityOptions = {},
  ) {
    this.penalised = (options.penalty ?? model.spec.fit.penalty) === 'priors'
    this.slots = densitySlots(model)
    this.block = linearPart(model, this.penalised ? 'priors' : 'none')
    this.dimension = this.slots.dimension + (this.block.kind === 'sampled' ? this.block.columns : 0)
    this.terms = model.channels.map(
      (channel, c) => new ChannelTerm(model, channel, this.slots.channels[c], this.slots.targets[c]),
    )
    this.data = scaledKpi(model)
    this.shifts = new Float64Array(this.dimension)
    this.mean = new Float64Array(model.periods)
    this.residual = new Float64Array(model.periods)
    this.hyperPlaces = new Uint8Array(this.dimension)
    for (const slot of this.hyperSlots()) this.hyperPlaces[slot.index] = 1
    this.anchored = new Uint8Array(this.dimension)
    for (const { effect } of this.slots.channels)
      if (effect.kind === 'log-coefficient') this.anchored[effect.slot.index] = 1
  }

  valueAndGradient(theta: Float64Array, gradient: Float64Array): number {
    this.gradients++
    gradient.fill(0)
    const { mean, residual, data, block } = this
    mean.fill(0)
    for (const term of this.terms) if (!term.forward(theta, mean)) return -Infinity
    if (!this.held && !this.applyHyper(theta)) return -Infinity
    for (let t = 0; t < residual.length; t++) residual[t] = data[t] - mean[t]
    let value = this.evaluateBlock(theta, gradient)
    for (const term of this.terms) {
      if (this.penalised) value += this.coefficientPrior(term)
      term.backward(theta, block.residualGradient, gradient)
    }
    if (!this.held) this.addHyperGradient(theta, gradient)
    if (this.penalised) value += this.addPriors(theta, gradient)
    value += this.slots.paidTotal?.pullBack(theta, gradient) ?? 0
    return Number.isFinite(value) ? value : -Infinity
  }

  /** Evaluates at `theta` for the side effects: coefficients of terms and the state of the linear block. */
  visit(theta: Float64Array): number {
    return this.valueAndGradient(theta, new Float64Array(this.dimension))
  }

  /** Holds noise and amplitude at their values in `theta`: their gradient is then zero and A is factorised once. */
  hold(theta: Float64Array): boolean {
    this.held = this.applyHyper(theta)
    return this.held
  }

  /** Lets noise and amplitude follow `theta` again. */
  release(): void {
    this.held = false
  }

  /** A draw of every unconstrained parameter from its prior; coordinates of a sampled linear part are drawn about where the data put it. */
  samplePrior(generator: Generator): Float64Array {
    const theta = new Float64Array(this.dimension)
    for (const slot of this.slots.free)
      if (slot.prior !== null) theta[slot.index] = slot.prior.sampleUnconstrained(generator)
    this.slots.paidTotal?.sample(generator, theta)
    for (let i = this.slots.dimension; i < this.dimension; i++) theta[i] = generator.normal()
    this.anchor(theta)
    return theta
  }

  /** The centre of every prior; log shares under the joint prior, which has no one centre, are drawn. */
  priorCentre(generator: Generator): Float64Array {
    const theta = new Float64Array(this.dimension)
    for (const slot of this.slots.free) if (slot.prior !== null) theta[slot.index] = slot.prior.centre
    this.slots.paidTotal?.sample(generator, theta)
    this.anchor(theta)
    return theta
  }

  /** Turns the places of `log-coefficient` effects, where they hold the log of the coefficient, into log shares; in place. */
  anchor(theta: Float64Array): void {
    for (const term of this.terms) {
      const { effect } = term.slots
      if (effect.kind !== 'log-coefficient') continue
      const { index } = effect.slot
      const logCoefficient = theta[index]
      theta[index] = 0
      term.forward(theta, this.mean)
      theta[index] = logCoefficient - log(term.coefficient)
    }
  }

  /** Moves every media prior's centre to a fresh draw from that prior. */
  randomiseCentres(generator: Generator): void {
    for (const slot of this.slots.free) {
      if (slot.prior !== null) this.shifts[slot.index] = slot.prior.sampleUnconstrained(generator) - slot.prior.centre
    }
    for (const slot of this.hyperSlots()) this.shifts[slot.index] = 0
    this.slots.paidTotal?.randomiseCentres(generator)
  }

  resetCentres(): void {
    this.shifts.fill(0)
    this.slots.paidTotal?.resetCentres()
  }

  /** Free slots of noise and amplitude. */
  hyperSlots(): ParameterSlot[] {
    const { sigma, correlation, degrees, amplitude } = this.slots
    return [sigma, correlation, degrees, amplitude].filter(
      (slot): slot is ParameterSlot => slot !== null && slot.index >= 0,
    )
  }

  /** Name of every place of the unconstrained vector, in the words of the spec. */
  parameterNames(): string[] {
    const names = Array.from({ length: this.dimension }, (_, i) => `parameter ${i}`)
    for (const slot of this.slots.free) names[slot.index] = slot.name
    this.slots.channels.forEach(({ effect }, c) => {
      if (effect.kind === 'log-share') names[effect.index] = `${this.model.channels[c].name}.share`
    })
    const first = this.slots.dimension
    this.model.linear.forEach(({ name }, j) => {
      if (first + j < names.length) names[first + j] = `${name} (whitened)`
    })
    return names
  }

  /**
   * The linear part where it is integrated out.
   *
   * @throws InputError under Student noise, where it is sampled.
   */
  integratedBlock(): LinearBlock {
    if (this.block.kind === 'integrated') return this.block
    throw new InputError(
      '`noise: student` must go with `method: bayes`, which samples the linear part; regression takes noise to be normal or ar1.',
    )
  }

  private applyHyper(theta: Float64Array): boolean {
    const { block } = this
    const { sigma, correlation, degrees, amplitude } = this.slots
    const sd = slotValue(sigma, theta)
    const size = amplitude === null ? 1 : slotValue(amplitude, theta)
    if (!(sd > 0) || !(size > 0)) return false
    if (block.kind === 'sampled') {
      const tails = degrees === null ? NaN : slotValue(degrees, theta)
      return tails > 0 && tails < Infinity && block.setHyper(sd, tails, size)
    }
    const rho = correlation === null ? 0 : slotValue(correlation, theta)
    return rho > -1 && rho < 1 && block.setHyper(sd, rho, size)
  }

  private evaluateBlock(theta: Float64Array, gradient: Float64Array): number {
    const { block, residual, slots } = this
    if (block.kind === 'integrated') return block.evaluate(residual)
    const value = block.evaluate(residual, theta, slots.dimension)
    gradient.set(block.coordinateGradient, slots.dimension)
    return value
  }

  private addHyperGradient(theta: Float64Array, gradient: Float64Array): void {
    const { block, slots } = this
    if (this.hyperSlots().length === 0) return
    if (block.kind === 'integrated') addSlot(slots.correlation, theta, block.hyperGradient().correlation, gradient)
    else addSlot(slots.degrees, theta, block.hyperGradient().degrees, gradient)
    addSlot(slots.sigma, theta, block.gradient.sigma, gradient)
    addSlot(slots.amplitude, theta, block.gradient.amplitude, gradient)
  }

  private coefficientPrior(term: ChannelTerm): number {
    const { effect } = term.slots
    return effect.kind === 'log-coefficient' ? term.coefficientPrior(this.shifts[effect.slot.index]) : 0
  }

  private addPriors(theta: Float64Array, gradient: Float64Array): number {
    let value = 0
    for (const slot of this.slots.free) {
      if (this.anchored[slot.index] === 1) continue
      if (this.held && this.hyperPlaces[slot.index] === 1) continue
      const prior = slot.prior as NonNullable<typeof slot.prior>
      const u = theta[slot.index] - this.shifts[slot.index]
      value += prior.logDensityAt(u)
      gradient[slot.index] += prior.gradientAt(u)
    }
    return value + (this.slots.paidTotal?.valueAndGradient(theta, gradient) ?? 0)
  }
}

function addSlot(slot: ParameterSlot | null, theta: Float64Array, value: number, gradient: Float64Array): void {
  if (slot === null || slot.prior === null) return
  gradient[slot.index] += value * slot.prior.constrainDerivative(theta[slot.index])
}

function scaledKpi(model: Model): Float64Array {
  return model.kpi.map((value) => value / model.kpiScale)
}
