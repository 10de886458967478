import type { StartOutcome } from '../fit.js'
import { startPoint } from '../start-point.js'
import type { Density } from '../../model/density/density.js'
import { minimise } from '../../numeric/solve/lbfgs.js'

const MAX_STEPS = 600

export interface StartResult extends StartOutcome {
  readonly theta: Float64Array
}

/** One local maximum of the density, from the middle of the priors (start 0) or a draw from them. */
export function findMode(density: Density, seed: number, start: number): StartResult {
  const initial = startPoint(density, { seed, start, central: start === 0 })
  const before = density.gradients
  const result = minimise(negated(density), initial, { maxSteps: MAX_STEPS })
  return { theta: result.x, logDensity: -result.value, status: result.status, gradients: density.gradients - before }
}

/** The density as an objective to minimise. */
export function negated(density: Density): (theta: Float64Array, gradient: Float64Array) => number {
  return (theta, gradient) => {
    const value = density.valueAndGradient(theta, gradient)
    for (let i = 0; i < gradient.length; i++) gradient[i] = -gradient[i]
    return -value
  }
}
