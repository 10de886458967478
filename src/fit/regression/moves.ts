import { HamiltonianMover } from '../../inference/sample/hamiltonian-mover.js'
import type { Density } from '../../model/density/density.js'
import { drawFrom } from '../../model/density/draw-row.js'
import { createGenerator } from '../../numeric/random/generator.js'

/** Trajectories that move each replicate: enough that a longer run changes no figure of docs/evidence.md. */
export const MOVES = 10
/** Most leapfrog steps of a trajectory; the number is drawn evenly, so that no period of the motion is missed. */
const MOST_STEPS = 6

export interface MoveInput {
  readonly seed: number
  /** Number of the first point among all replicates. */
  readonly from: number
  /** Number of replicates here. */
  readonly count: number
  /** Unconstrained parameters, a row a replicate. */
  readonly points: Float64Array
  /** Null leaves the points where they are. */
  readonly sampler: { readonly factor: Float64Array; readonly stepSize: number } | null
}

export interface MoveOutput {
  /** One row a replicate, in the layout of the model. */
  readonly draws: Float64Array
  /** Points after half of the moves and after all of them. */
  readonly halfway: Float64Array
  readonly points: Float64Array
  readonly acceptance: number
  readonly gradients: number
}

/**
 * Moves each replicate by a few Hamiltonian trajectories that leave the posterior invariant, which takes away the bias of randomised penalised
 * likelihood and keeps draws exact that were exact before, then draws the linear coefficients given the data.
 */
export function runMoves(density: Density, input: MoveInput): MoveOutput {
  const n = density.dimension
  const width = density.model.layout.names.length
  const { count } = input
  const points = input.points.slice()
  const halfway = input.points.slice()
  const draws = new Float64Array(count * width)
  const before = density.gradients
  const mover = input.sampler === null ? null : new HamiltonianMover(density, input.sampler.factor)
  let accepted = 0
  for (let i = 0; i < count; i++) {
    const generator = createGenerator(input.seed, 'move', input.from + i)
    const theta = points.subarray(i * n, (i + 1) * n)
    for (let move = 0; mover !== null && move < MOVES; move++) {
      if (move === MOVES / 2) halfway.set(theta, i * n)
      const stepSize = (input.sampler?.stepSize ?? 0) * (0.8 + 0.4 * generator.uniform())
      accepted += mover.move(theta, { stepSize, steps: 1 + generator.integer(MOST_STEPS) }, generator)
    }
    drawFrom(density, theta, generator, draws.subarray(i * width, (i + 1) * width))
  }
  return {
    draws,
    halfway,
    points,
    acceptance: accepted / Math.max(1, count * MOVES),
    gradients: density.gradients - before,
  }
}
