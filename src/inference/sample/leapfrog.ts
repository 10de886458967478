// The leapfrog integrator. Source: Neal (2011), "MCMC using Hamiltonian dynamics", section 2.3.

import type { LogDensity } from '../log-density.js'
import type { Metric } from './metric.js'

/** A point of a trajectory. */
export interface PhasePoint {
  readonly position: Float64Array
  /** In the metric's coordinates, where it is standard normal. */
  readonly momentum: Float64Array
  /** Of the log density at `position`. */
  readonly gradient: Float64Array
  /** Log density at `position`. */
  value: number
}

export function createPhasePoint(dimension: number): PhasePoint {
  return {
    position: new Float64Array(dimension),
    momentum: new Float64Array(dimension),
    gradient: new Float64Array(dimension),
    value: 0,
  }
}

/** Moves a point by one step, backwards if `stepSize` is negative; its `gradient` must belong to its `position`. */
export function leapfrog(density: LogDensity, metric: Metric, point: PhasePoint, stepSize: number): void {
  const { position, momentum, gradient } = point
  metric.kick(momentum, gradient, 0.5 * stepSize)
  metric.drift(position, momentum, stepSize)
  point.value = density.valueAndGradient(position, gradient)
  metric.kick(momentum, gradient, 0.5 * stepSize)
}

/** Kinetic and potential energy; Infinity where the density is zero, infinite or not a number. */
export function energyOf({ momentum, value }: PhasePoint): number {
  let kinetic = 0
  for (let i = 0; i < momentum.length; i++) kinetic += 0.5 * momentum[i] * momentum[i]
  const energy = kinetic - value
  return energy > -Infinity ? energy : Infinity
}
