// Approximate posterior draws by randomised penalised likelihood. Sources: Oliver, He and Reynolds (1996), "Conditioning permeability fields to
// pressure data" (randomised maximum likelihood); Bardsley et al. (2014), "Randomize-then-optimize".

import type { Density } from '../../model/density/density.js'
import { createGenerator } from '../../numeric/random/generator.js'
import { minimise } from '../../numeric/solve/lbfgs.js'
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
  const observed = density.data.slice()
  let unconverged = 0
  for (let replicate = input.from; replicate < input.to; replicate++) {
    const generator = createGenerator(input.seed, 'replicate', replicate)
    const start = drawHyper(density, input.hyper, input.mode, generator)
    density.randomiseCentres(generator)
    density.block.perturb(generator, density.data)
    const optimum = minimise(negated(density), start, { maxSteps: MAX_STEPS, tolerance: TOLERANCE })
    if (optimum.status === 'max-steps') unconverged++
    density.data.set(observed)
    points.set(optimum.x, (replicate - input.from) * n)
  }
  density.resetCentres()
  density.release()
  return { points, unconverged, gradients: density.gradients - before }
}
