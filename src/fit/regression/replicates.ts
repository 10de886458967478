// Approximate posterior draws by randomised penalised likelihood. Sources: Oliver, He and Reynolds (1996), "Conditioning permeability fields to
// pressure data" (randomised maximum likelihood); Bardsley et al. (2014), "Randomize-then-optimize".

import type { Density } from '../../model/density/density.js'
import { drawRowInto } from '../../model/density/draw-row.js'
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
  /** One row a replicate, in the layout of the model. */
  readonly draws: Float64Array
  readonly unconverged: number
  readonly gradients: number
}

/**
 * Replicates `from` to `to`: each fits the media parameters again to the data plus fresh noise minus a fresh draw of the linear part, with every
 * prior's centre redrawn from that prior, then draws the linear coefficients given the data themselves.
 *
 * Noise and amplitude parameters are drawn from their approximation at the mode and held during the refit. Where the model is linear in
 * normal parameters and these are fixed the rows are exact, independent draws of the posterior. A replicate depends on its seed and
 * number alone.
 */
export function runReplicates(density: Density, input: ReplicateInput): ReplicateOutput {
  const { model } = density
  const width = model.layout.names.length
  const draws = new Float64Array((input.to - input.from) * width)
  const before = density.gradients
  const observed = density.data.slice()
  const linear = new Float64Array(model.linear.length)
  let unconverged = 0
  for (let replicate = input.from; replicate < input.to; replicate++) {
    const generator = createGenerator(input.seed, 'replicate', replicate)
    const start = drawHyper(density, input.hyper, input.mode, generator)
    density.randomiseCentres(generator)
    density.block.perturb(generator, density.data)
    const optimum = minimise(negated(density), start, { maxSteps: MAX_STEPS, tolerance: TOLERANCE })
    if (optimum.status !== 'converged') unconverged++
    density.data.set(observed)
    density.visit(optimum.x)
    density.block.drawCoefficients(generator, linear)
    const at = (replicate - input.from) * width
    drawRowInto(density, optimum.x, linear, draws.subarray(at, at + width))
  }
  density.resetCentres()
  density.release()
  return { draws, unconverged, gradients: density.gradients - before }
}
