import type { StartOutcome } from '../fit.js'
import type { Density } from '../../model/density/density.js'
import { createGenerator } from '../../numeric/random/generator.js'
import { minimise } from '../../numeric/solve/lbfgs.js'

const MAX_STEPS = 600
/** Prior draws tried until one has a finite density. */
const TRIES = 100

export interface StartResult extends StartOutcome {
  readonly theta: Float64Array
}

/** One local maximum of the density, from the middle of the priors (start 0) or a draw from them. */
export function findMode(density: Density, seed: number, start: number): StartResult {
  const initial = initialPoint(density, seed, start)
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

function initialPoint(density: Density, seed: number, start: number): Float64Array {
  const gradient = new Float64Array(density.dimension)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const generator = createGenerator(seed, 'start', start, attempt)
    const theta = start === 0 ? density.priorCentre(generator) : density.samplePrior(generator)
    for (const slot of density.hyperSlots()) if (slot.prior !== null) theta[slot.index] = slot.prior.centre
    const value = density.valueAndGradient(theta, gradient)
    if (Number.isFinite(value) && gradient.every(Number.isFinite)) return theta
  }
  throw new Error(`No draw of ${TRIES} from the priors has a finite density.`)
}
