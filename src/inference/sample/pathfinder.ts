// Multi-path Pathfinder: Normals along optimisation paths, the best of each path by its evidence lower bound, pooled.
// Source: Zhang, Carpenter, Gelman and Vehtari (2022), "Pathfinder: parallel quasi-Newton variational inference", JMLR 23.

import { InputError, NumericalError } from '../../check/errors.js'
import { createGenerator } from '../../numeric/random/generator.js'
import type { Generator } from '../../numeric/random/generator.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import { minimise } from '../../numeric/solve/lbfgs.js'
import type { LogDensity } from '../log-density.js'
import { countEvaluations } from './counted-density.js'
import { CurvaturePairs } from './curvature-pairs.js'
import { drawNormal, normalFromCovariance, normalLogDensity } from './normal-approximation.js'
import type { NormalApproximation } from './normal-approximation.js'
import { jitteredStart } from './start-point.js'
import { weighDraws } from './weighted-draws.js'
import type { WeightedDraws } from './weighted-draws.js'

export interface PathfinderOptions {
  readonly seed: number
  /** Draws of all paths together; each path gives as many, to within one. At least one a path. */
  readonly draws: number
  /** Paths from different starts. @defaultValue 4 */
  readonly paths?: number
  /** Middle of the starts. @defaultValue zeros */
  readonly centre?: Float64Array
  /** Largest distance of a start from the centre in each coordinate. @defaultValue 2 */
  readonly radius?: number
  /** Draws by which the Normals along a path are compared. @defaultValue 25 */
  readonly elboDraws?: number
  /** Steps remembered for the curvature. @defaultValue 6 */
  readonly memory?: number
  /** Most steps of a path. @defaultValue 1000 */
  readonly maxSteps?: number
}

/** The best Normal along one path. */
export interface PathApproximation {
  readonly normal: NormalApproximation
  /** Evidence lower bound: mean over draws of log target minus log approximation. */
  readonly elbo: number
  /** Steps of the path. */
  readonly steps: number
}

/** Draws of the mixture of the paths' best Normals, weighed by the target. */
export interface PathfinderApproximation extends WeightedDraws {
  /** By falling evidence lower bound. */
  readonly paths: readonly PathApproximation[]
  /** Gradients computed in all. */
  readonly evaluations: number
}

/** Draws after which a Normal is given up if it is this far below the best one: most of a path is. */
const FIRST_LOOK = 5
const HOPELESS = 20

/**
 * Draws from the best Normals of several optimisation paths, with importance weights that say how good they are.
 *
 * The approximation is the equal mixture of the paths' Normals, and the weights are relative to that mixture: a path that ended in a poor
 * place costs draws, not truth.
 *
 * @throws StartPointError if no start with a finite density is found.
 * @throws NumericalError if no path has a Normal whose draws have a finite density.
 * @throws InputError if an option is out of range.
 * @example pathfinder(density, { seed: 1, draws: 1000 }).k // 0.35
 */
export function pathfinder(density: LogDensity, options: PathfinderOptions): PathfinderApproximation {
  const { seed, draws, paths: count = 4 } = options
  checkOptions(options)
  const counted = countEvaluations(density)
  const found = Array.from({ length: count }, (_, path) => bestOfPath(counted, options, path))
  const paths = found.filter((path) => path !== null).sort((a, b) => b.elbo - a.elbo)
  if (paths.length === 0) throw new NumericalError('No path found a Normal whose draws have a finite log density')
  const n = density.dimension
  const points = new Float64Array(draws * n)
  const generator = createGenerator(seed, 'pathfinder draws')
  for (let draw = 0; draw < draws; draw++) {
    drawNormal(paths[draw % paths.length].normal, generator, points.subarray(draw * n, (draw + 1) * n))
  }
  const logProposal = new Float64Array(draws).map((_, draw) =>
    logMixture(paths, points.subarray(draw * n, (draw + 1) * n)),
  )
  return { ...weighDraws(counted, points, logProposal), paths, evaluations: counted.evaluations }
}

/**
 * A start for a chain: one draw of the approximation by its weights.
 *
 * @example runChain(density, { ...options, start: pathfinderStart(approximation, { seed: 1, chain: 0 }) })
 */
export function pathfinderStart(
  approximation: WeightedDraws,
  { seed, chain }: { readonly seed: number; readonly chain: number },
): Float64Array {
  const { points, logWeights } = approximation
  const n = points.length / logWeights.length
  const level = createGenerator(seed, 'pathfinder start', chain).uniform()
  let draw = 0
  let below = exp(logWeights[0])
  while (below < level && draw < logWeights.length - 1) below += exp(logWeights[++draw])
  return points.slice(draw * n, (draw + 1) * n)
}

function checkOptions(options: PathfinderOptions): void {
  const { draws, paths = 4, elboDraws = 25, memory = 6, maxSteps = 1000 } = options
  const whole = { paths, elboDraws, memory, maxSteps }
  for (const [name, value] of Object.entries(whole)) {
    if (!(Number.isInteger(value) && value >= 1)) {
      throw new InputError(`\`${name}\` must be a whole number of at least 1, not ${value}.`)
    }
  }
  if (!(Number.isInteger(draws) && draws >= paths)) {
    throw new InputError(`\`draws\` must be a whole number of at least one a path, ${paths}, not ${draws}.`)
  }
}

/** Climbs from the path's own start and keeps the Normal with the largest evidence lower bound; null if none has a finite one. */
function bestOfPath(density: LogDensity, options: PathfinderOptions, path: number): PathApproximation | null {
  const { seed, elboDraws = 25, memory = 6, maxSteps = 1000 } = options
  const start = jitteredStart(density, { ...options, chain: path })
  const generator = createGenerator(seed, 'pathfinder', path)
  const pairs = new CurvaturePairs(start.length, memory)
  const found: { best: Omit<PathApproximation, 'steps'> | null } = { best: null }
  let last: { x: Float64Array; gradient: Float64Array } | null = null
  const objective = (x: Float64Array, gradient: Float64Array) => {
    const value = density.valueAndGradient(x, gradient)
    for (let i = 0; i < gradient.length; i++) gradient[i] = -gradient[i]
    return -value
  }
  const observe = (x: Float64Array, gradient: Float64Array) => {
    if (last !== null) pairs.add(difference(x, last.x), difference(gradient, last.gradient))
    last = { x: x.slice(), gradient: gradient.slice() }
    const normal = normalAt(x, gradient, pairs.inverseHessian())
    if (normal === null) return
    const bound = found.best?.elbo ?? -Infinity
    const elbo = evidenceLowerBound(density, normal, { draws: elboDraws, generator, bound })
    if (elbo > bound) found.best = { normal, elbo }
  }
  const { steps } = minimise(objective, start, { maxSteps, observe })
  return found.best === null ? null : { ...found.best, steps }
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i])
}

/** N(x + H g, H), where g is minus `gradient`. */
function normalAt(x: Float64Array, gradient: Float64Array, inverse: Float64Array): NormalApproximation | null {
  const n = x.length
  const mean = x.map((value, i) => {
    let sum = value
    for (let j = 0; j < n; j++) sum -= inverse[i * n + j] * gradient[j]
    return sum
  })
  return normalFromCovariance(mean, inverse)
}

interface ElboOptions {
  readonly draws: number
  readonly generator: Generator
  /** The best of other Normals. */
  readonly bound: number
}

/** Mean of log target minus log approximation; -Infinity if a draw lies outside the support, or if the first draws are hopeless. */
function evidenceLowerBound(
  density: LogDensity,
  normal: NormalApproximation,
  { draws, generator, bound }: ElboOptions,
): number {
  const point = normal.mean.slice()
  const gradient = point.slice()
  let sum = 0
  for (let draw = 1; draw <= draws; draw++) {
    const logProposal = drawNormal(normal, generator, point)
    sum += density.valueAndGradient(point, gradient) - logProposal
    if (!Number.isFinite(sum)) return -Infinity
    if (draw >= FIRST_LOOK && sum / draw < bound - HOPELESS) return -Infinity
  }
  return sum / draws
}

/** Log density of the equal mixture of the paths' Normals. */
function logMixture(paths: readonly PathApproximation[], point: Float64Array): number {
  const logs = paths.map(({ normal }) => normalLogDensity(normal, point))
  const top = Math.max(...logs)
  return top + log(logs.reduce((sum, value) => sum + exp(value - top), 0) / logs.length)
}
