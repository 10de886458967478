import type { Executor, Observer } from '../../execute/executor.js'
import { covarianceFactor } from '../../inference/sample/covariance-factor.js'
import { HamiltonianMover, tuneStepSize } from '../../inference/sample/hamiltonian-mover.js'
import type { Model } from '../../model/design/model.js'
import { Density } from '../../model/density/density.js'
import { defaultDraws } from '../../model/spec/defaults.js'
import { choleskyInto, choleskyInverseInto } from '../../numeric/linalg/cholesky.js'
import { concatenate } from '../../numeric/linalg/concatenate.js'
import { createGenerator } from '../../numeric/random/generator.js'
import type { Diagnostics, Draws } from '../fit.js'
import { negativeHessian } from './curvature.js'
import { diagnoseRegression } from './diagnose-regression.js'
import { flatDirections } from './flat-directions.js'
import { approximateHyper } from './hyper-approximation.js'
import type { MoveInput, MoveOutput } from './moves.js'
import type { ReplicateInput, ReplicateOutput } from './replicates.js'
import type { StartResult } from './starts.js'
import { jobsOf, type ModelJob } from '../model-job.js'

/** Replicates in one task: small enough to share the work evenly, large enough to hide the cost of building the model. */
const CHUNK = 20
/** Trajectories from which the step size of the moves is learned, and the acceptance aimed at. */
const PILOT = { moves: 80, steps: 3, target: 0.8 }

export interface RegressionOptions {
  readonly executor: Executor
  readonly observer?: Observer
}

/** What a method returns; the caller joins it to fingerprint, findings and timing to make a `Fit`. */
export interface RegressionResult {
  readonly draws: Draws
  readonly diagnostics: Diagnostics
  readonly gradients: number
}

/**
 * Penalised maximum likelihood of media, noise and baseline parameters together, with approximate posterior draws: randomised penalised
 * likelihood, each replicate then moved by a few Hamiltonian trajectories that leave the posterior invariant (with `penalty: none` there is
 * no posterior, and the replicates stay where they are).
 *
 * The best of `spec.fit.starts` local maxima is kept and their spread reported. Results depend on the seed, not on the executor.
 *
 * @throws InputError under Student noise: redrawn data with Normal or AR(1) noise are what makes replicates draws of a posterior.
 * @example await fitRegression(buildModel(spec, dataset), { executor: inlineExecutor(regressionTasks) })
 */
export async function fitRegression(
  model: Model,
  { executor, observer }: RegressionOptions,
): Promise<RegressionResult> {
  const { spec } = model
  const density = new Density(model)
  density.integratedBlock()
  const run = <I, O>(task: string, inputs: readonly I[], watch?: Observer) =>
    executor.map<ModelJob<I>, O>(task, jobsOf(model, inputs), watch)
  const count = spec.fit.draws ?? defaultDraws.regression
  const starts = await run<number, StartResult>(
    'regression.start',
    Array.from({ length: spec.fit.starts }, (_, i) => i),
  )
  const ranked = [...starts].sort((a, b) => b.logDensity - a.logDensity)
  const hessian = negativeHessian(density, ranked[0].theta)
  const [first, second] = halves(observer, count)
  const replicates = await run<ReplicateInput, ReplicateOutput>(
    'regression.replicates',
    replicateInputs(density, hessian, ranked[0].theta),
    first,
  )
  const points = concatenate(replicates.map((output) => output.points))
  const moved = await run<MoveInput, MoveOutput>('regression.moves', moveInputs(density, points, count), second)
  const gradients = [...starts, ...replicates, ...moved].reduce((sum, part) => sum + part.gradients, density.gradients)
  const values = concatenate(moved.map((output) => output.draws))
  return {
    draws: { names: model.layout.names, count, chains: 1, values },
    diagnostics: diagnoseRegression({ ranked, replicates, moved, flat: flatDirections(density, hessian), density }),
    gradients,
  }
}

function replicateInputs(density: Density, hessian: Float64Array, mode: Float64Array): ReplicateInput[] {
  const { seed, draws } = density.model.spec.fit
  const count = draws ?? defaultDraws.regression
  const covariance = inverse(hessian, density.dimension)
  const hyper = approximateHyper(density, covariance)
  const factor = coordinateFactor(covariance, density.dimension)
  return chunks(count).map(([from, to]) => ({ seed, from, to, mode, factor, hyper }))
}

function moveInputs(density: Density, points: Float64Array, count: number): MoveInput[] {
  const n = density.dimension
  const { seed, penalty } = density.model.spec.fit
  const sampler = penalty === 'none' || n === 0 ? null : tunedSampler(density, points)
  return chunks(count).map(([from, to]) => ({
    seed,
    from,
    count: to - from,
    points: points.slice(from * n, to * n),
    sampler,
  }))
}

function tunedSampler(density: Density, points: Float64Array): NonNullable<MoveInput['sampler']> {
  const factor = covarianceFactor(points, density.dimension)
  const mover = new HamiltonianMover(density, factor)
  const generator = createGenerator(density.model.spec.fit.seed, 'step-size')
  return { factor, stepSize: tuneStepSize(mover, points.subarray(0, density.dimension), PILOT, generator) }
}

/** Observers for the two halves of the work, both counting towards twice the number of tasks. */
function halves(observer: Observer | undefined, count: number): [Observer | undefined, Observer | undefined] {
  if (observer === undefined) return [undefined, undefined]
  const tasks = chunks(count).length
  const part = (offset: number): Observer => ({ progress: (done) => observer.progress(offset + done, 2 * tasks) })
  return [part(0), part(tasks)]
}

function chunks(count: number): [number, number][] {
  return Array.from({ length: Math.ceil(count / CHUNK) }, (_, i) => [i * CHUNK, Math.min(count, (i + 1) * CHUNK)])
}

/** Cholesky factor of the covariance at the mode; the identity where the mode has none. */
function coordinateFactor(covariance: Float64Array | null, n: number): Float64Array {
  const factor = covariance === null ? null : covariance.slice()
  if (factor !== null && choleskyInto(factor, n)) return factor
  return Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0))
}

function inverse(matrix: Float64Array, n: number): Float64Array | null {
  const factor = matrix.slice()
  if (!choleskyInto(factor, n)) return null
  const out = new Float64Array(n * n)
  choleskyInverseInto(factor, n, out)
  return out
}
