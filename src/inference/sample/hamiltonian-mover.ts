// Hamiltonian Monte Carlo with a Euclidean metric. Source: Neal (2011), "MCMC using Hamiltonian dynamics", section 3.2.

import type { Generator } from '../../numeric/random/generator.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import type { LogDensity } from '../log-density.js'
import { adaptStep, startDualAveraging } from './dual-averaging.js'

export interface MoveOptions {
  readonly stepSize: number
  /** Leapfrog steps of the trajectory, at least 1. */
  readonly steps: number
}

/**
 * Moves points by Hamiltonian trajectories that leave a density invariant: a leapfrog path in coordinates in which the metric is the
 * identity, accepted or refused by its change of energy.
 */
export class HamiltonianMover {
  /** Where the last trajectory ended, accepted or not. */
  private readonly end: Float64Array
  private readonly gradient: Float64Array
  private readonly whitened: Float64Array
  private readonly momentum: Float64Array

  /** @param factor lower Cholesky factor, row-major, of the covariance that the target is thought to have. */
  constructor(
    private readonly density: LogDensity,
    private readonly factor: Float64Array,
  ) {
    const n = density.dimension
    this.end = new Float64Array(n)
    this.gradient = new Float64Array(n)
    this.whitened = new Float64Array(n)
    this.momentum = new Float64Array(n)
  }

  /** Moves `theta` in place, or leaves it; returns the acceptance probability of the trajectory. */
  move(theta: Float64Array, { stepSize, steps }: MoveOptions, generator: Generator): number {
    const { end, momentum } = this
    const n = theta.length
    end.set(theta)
    let value = this.evaluate(end)
    let energy = -value
    for (let i = 0; i < n; i++) {
      momentum[i] = generator.normal()
      energy += 0.5 * momentum[i] * momentum[i]
    }
    for (let step = 0; step < steps && value > -Infinity; step++) {
      this.kick(0.5 * stepSize)
      this.drift(stepSize)
      value = this.evaluate(end)
      this.kick(0.5 * stepSize)
    }
    const draw = generator.uniform()
    if (!(value > -Infinity)) return 0
    for (let i = 0; i < n; i++) energy -= 0.5 * momentum[i] * momentum[i]
    const change = energy + value
    const acceptance = change >= 0 ? 1 : exp(change)
    if (log(draw) < change) theta.set(end)
    return acceptance === acceptance ? acceptance : 0
  }

  /** Value at `point`; fills the gradient in whitened coordinates, factor' · gradient. */
  private evaluate(point: Float64Array): number {
    const { factor, gradient, whitened } = this
    const n = point.length
    const value = this.density.valueAndGradient(point, gradient)
    whitened.fill(0)
    for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) whitened[j] += factor[i * n + j] * gradient[i]
    return Number.isFinite(value) ? value : -Infinity
  }

  private kick(size: number): void {
    for (let i = 0; i < this.momentum.length; i++) this.momentum[i] += size * this.whitened[i]
  }

  /** end += size · factor · momentum. */
  private drift(size: number): void {
    const { factor, momentum, end } = this
    const n = end.length
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = 0; j <= i; j++) sum += factor[i * n + j] * momentum[j]
      end[i] += size * sum
    }
  }
}

export interface TuneOptions {
  /** Trajectories to learn from. */
  readonly moves: number
  readonly steps: number
  /** Acceptance to aim at. */
  readonly target: number
}

/** A step size for a mover, learned along one chain from `start` (not changed). */
export function tuneStepSize(
  mover: HamiltonianMover,
  start: Float64Array,
  options: TuneOptions,
  generator: Generator,
): number {
  const theta = start.slice()
  const { parameters, state } = startDualAveraging(options.target, 0.1)
  let current = state
  for (let i = 0; i < options.moves; i++) {
    const acceptance = mover.move(theta, { stepSize: exp(current.logStep), steps: options.steps }, generator)
    current = adaptStep(parameters, current, acceptance)
  }
  return exp(current.logAveragedStep)
}
