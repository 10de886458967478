// Approximate posterior draws by randomised penalised likelihood. Sources: Oliver, He and Reynolds (1996), "Conditioning permeability fields to
// pressure data" (randomised maximum likelihood); Bardsley et al. (2014), "Randomize-then-optimize".

import type { Density } from '../../model/density/density.js'
import { createGenerator } from '../../numeric/random/generator.js'
import { minimise, type Objective } from '../../numeric/solve/lbfgs.js'
import { drawHyper, type HyperApproximation } from './hyper-approximation.js'
import { negated } from './starts.js'

const MAX_STEPS = 300
const TOLERANCE = 1e-5

export interface ReplicateInput {
  readonly seed: number
  /** First replicate and the one after the last. */
  readonly from: number
  readonly to: number
  readonly mode: Float64Array
  /** Lower Cholesky factor of the covariance at the mode, row-major: coordinates in which the problem is round. */
  readonly factor: Float64Array
  readonly hyper: HyperApproximation
}

export interface ReplicateOutput {
  /** Unconstrained parameters, a row a replicate. */
  readonly points: Float64Array
  readonly unconverged: number
  readonly gradients: number
}

/**
 * Replicates `from` to `to`: each fits the media parameters again to the data plus fresh noise minus a fresh draw of the linear part, with every
 * prior's centre redrawn from that prior. Noise and amplitude parameters are drawn from their approximation at the mode and held during
 * the refit.
 *
 * Where the model is linear in normal parameters the points are exact, independent draws of the posterior; elsewhere they are biased, towards
 * large effects where the data say little (docs/evidence.md), and are moved afterwards. A replicate depends on its seed and number alone.
 */
export function runReplicates(density: Density, input: ReplicateInput): ReplicateOutput {
  const n = density.dimension
  const points = new Float64Array((input.to - input.from) * n)
  const before = density.gradients
  const block = density.integratedBlock()
  const observed = density.data.slice()
  let unconverged = 0
  for (let replicate = input.from; replicate < input.to; replicate++) {
    const generator = createGenerator(input.seed, 'replicate', replicate)
    const start = drawHyper(density, input.hyper, input.mode, generator)
    density.randomiseCentres(generator)
    block.perturb(generator, density.data)
    const objective = inCoordinates(negated(density), start, input.factor)
    const optimum = minimise(objective.evaluate, new Float64Array(n), { maxSteps: MAX_STEPS, tolerance: TOLERANCE })
    if (optimum.status === 'max-steps') unconverged++
    density.data.set(observed)
    points.set(objective.pointAt(optimum.x), (replicate - input.from) * n)
  }
  density.resetCentres()
  density.release()
  return { points, unconverged, gradients: density.gradients - before }
}

/** An objective of theta as one of z, where theta = origin + factor · z. */
function inCoordinates(
  objective: Objective,
  origin: Float64Array,
  factor: Float64Array,
): { evaluate: Objective; pointAt(z: Float64Array): Float64Array } {
  const n = origin.length
  const theta = new Float64Array(n)
  const thetaGradient = new Float64Array(n)
  const pointAt = (z: Float64Array) => {
    for (let i = 0; i < n; i++) {
      theta[i] = origin[i]
      for (let j = 0; j <= i; j++) theta[i] += factor[i * n + j] * z[j]
    }
    return theta
  }
  return {
    pointAt,
    evaluate(z, gradient) {
      const value = objective(pointAt(z), thetaGradient)
      gradient.fill(0)
      for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) gradient[j] += factor[i * n + j] * thetaGradient[i]
      return value
    },
  }
}
