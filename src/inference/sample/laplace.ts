// The Laplace approximation: a Normal with the mode and the curvature of the log density, checked by importance weights.

import { InputError, NumericalError } from '../../check/errors.js'
import { choleskyInto, choleskySolveInto } from '../../numeric/linalg/cholesky.js'
import { symmetricEigen } from '../../numeric/linalg/eigen.js'
import { createGenerator } from '../../numeric/random/generator.js'
import { minimise } from '../../numeric/solve/lbfgs.js'
import type { LogDensity } from '../log-density.js'
import { countEvaluations } from './counted-density.js'
import { drawNormal, normalFromPrecision } from './normal-approximation.js'
import type { NormalApproximation } from './normal-approximation.js'
import { requireFiniteStart } from './start-point.js'
import { weighDraws } from './weighted-draws.js'
import type { WeightedDraws } from './weighted-draws.js'

export interface LaplaceOptions {
  /** Where the search for the mode begins; the density must be finite there. */
  readonly start: Float64Array
  /** Draws of the approximation, at least 1. */
  readonly draws: number
  readonly seed: number
}

/** Draws of the Normal at the mode, weighed by the target. */
export interface LaplaceApproximation extends WeightedDraws {
  /** Mean: the mode. */
  readonly normal: NormalApproximation
  /** Log density at the mode. */
  readonly modeValue: number
  /** Gradients computed for the mode, the curvature and the draws. */
  readonly evaluations: number
}

/** No peak: the log density has no finite curvature, or does not fall, in some direction at the best point found. */
export class NoPeakError extends NumericalError {
  /** @param coordinate the largest entry of the direction in which the density does not fall. */
  constructor(
    readonly coordinate: number,
    readonly value: number,
  ) {
    super(`The log density has no peak: it does not fall to either side of coordinate ${coordinate}`, { value })
    this.name = 'NoPeakError'
  }
}

const MOST_STEPS = 2000
const GRADIENT_TOLERANCE = 1e-9
const MOST_NEWTON_STEPS = 20
/** Squared distance to the mode, in standard deviations, below which it counts as found. */
const CLOSE = 1e-12
/** Step of the differences in standard deviations of a coordinate, and the range in which a step is good enough. */
const STEP = 3e-4
const LARGEST_STEP = 2e-3
const SMALLEST_STEP = 5e-5
const STEP_TRIALS = 12

/**
 * Draws from the Normal at the mode, with importance weights that say how good they are.
 *
 * @throws StartPointError if the density is not finite at the start.
 * @throws NoPeakError where the density has no peak; it names the coordinate to blame.
 * @throws InputError if `draws` is not a whole number of at least 1.
 * @example laplace(density, { start, draws: 1000, seed: 1 }).k // 0.21
 */
export function laplace(density: LogDensity, options: LaplaceOptions): LaplaceApproximation {
  const { start, draws, seed } = options
  if (!(Number.isInteger(draws) && draws >= 1)) {
    throw new InputError(`\`draws\` must be a whole number of at least 1, not ${draws}.`)
  }
  requireFiniteStart(density, start)
  const counted = countEvaluations(density)
  const { normal, value } = fitAtMode(counted, start)
  const n = start.length
  const points = new Float64Array(draws * n)
  const logProposal = new Float64Array(draws)
  const generator = createGenerator(seed, 'laplace')
  for (let draw = 0; draw < draws; draw++) {
    logProposal[draw] = drawNormal(normal, generator, points.subarray(draw * n, (draw + 1) * n))
  }
  const weighted = weighDraws(counted, points, logProposal)
  return { ...weighted, normal, modeValue: value, evaluations: counted.evaluations }
}

/** Climbs by L-BFGS, then by Newton's method, which knows the scales of the coordinates. */
function fitAtMode(density: LogDensity, start: Float64Array): { normal: NormalApproximation; value: number } {
  const climbed = minimise((x, gradient) => negated(density, x, gradient), start, {
    maxSteps: MOST_STEPS,
    tolerance: GRADIENT_TOLERANCE,
  })
  let { x, value, gradient } = climbed
  for (let trial = 0; ; trial++) {
    const precision = minusHessian(density, x)
    const step = newtonStep(precision, gradient)
    if (step === null) throw noPeakAt(x, precision)
    const next = trial < MOST_NEWTON_STEPS && step.squaredDistance > CLOSE ? tryStep(density, { x, value, step }) : null
    if (next !== null) ({ x, value, gradient } = next)
    else {
      const normal = normalFromPrecision(x, precision)
      if (normal === null) throw noPeakAt(x, precision)
      return { normal, value: -value }
    }
  }
}

function negated(density: LogDensity, x: Float64Array, gradient: Float64Array): number {
  const value = density.valueAndGradient(x, gradient)
  for (let i = 0; i < gradient.length; i++) gradient[i] = -gradient[i]
  return -value
}

interface NewtonStep {
  readonly step: Float64Array
  /** In standard deviations of the curvature. */
  readonly squaredDistance: number
}

function newtonStep(precision: Float64Array, gradient: Float64Array): NewtonStep | null {
  const n = gradient.length
  const factor = precision.slice()
  if (!choleskyInto(factor, n)) return null
  const step = gradient.slice()
  choleskySolveInto(factor, n, step)
  let squaredDistance = 0
  for (let i = 0; i < n; i++) squaredDistance += step[i] * gradient[i]
  return { step, squaredDistance }
}

/** The point one Newton step on; null if that is no better than here. */
function tryStep(
  density: LogDensity,
  { x, value, step }: { x: Float64Array; value: number; step: NewtonStep },
): { x: Float64Array; value: number; gradient: Float64Array } | null {
  const next = x.map((coordinate, i) => coordinate - step.step[i])
  const gradient = new Float64Array(x.length)
  const nextValue = negated(density, next, gradient)
  return nextValue < value && gradient.every(Number.isFinite) ? { x: next, value: nextValue, gradient } : null
}

/** Minus the Hessian at `x` by central differences of gradients, symmetric; row-major. */
function minusHessian(density: LogDensity, x: Float64Array): Float64Array {
  const n = x.length
  const hessian = new Float64Array(n * n)
  for (let i = 0; i < n; i++) hessian.set(differenceRow(density, x, i), i * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const middle = 0.5 * (hessian[i * n + j] + hessian[j * n + i])
      hessian[i * n + j] = middle
      hessian[j * n + i] = middle
    }
  }
  return hessian
}

/** Differences along coordinate `i`, its step adapted to the curvature found. */
function differenceRow(density: LogDensity, x: Float64Array, i: number): Float64Array {
  const forward = new Float64Array(x.length)
  const backward = new Float64Array(x.length)
  const point = x.slice()
  let step = STEP * Math.max(1, Math.abs(x[i]))
  for (let trial = 0; ; trial++) {
    point[i] = x[i] + step
    const above = density.valueAndGradient(point, forward)
    const width = point[i]
    point[i] = x[i] - step
    const below = density.valueAndGradient(point, backward)
    const distance = width - point[i]
    const row = forward.map((g, j) => (backward[j] - g) / distance)
    const finite = Number.isFinite(above) && Number.isFinite(below) && row.every(Number.isFinite)
    if (trial === STEP_TRIALS) return row
    if (!finite) step *= 0.1
    else if (!(row[i] > 0)) return row
    else {
      const relative = step * Math.sqrt(row[i])
      if (relative >= SMALLEST_STEP && relative <= LARGEST_STEP) return row
      step *= STEP / relative
    }
  }
}

/** Blames the largest entry of the direction in which the density falls least. */
function noPeakAt(x: Float64Array, precision: Float64Array): NoPeakError {
  const n = x.length
  const unusable = precision.findIndex((entry) => !Number.isFinite(entry))
  if (unusable >= 0) return new NoPeakError(Math.floor(unusable / n), x[Math.floor(unusable / n)])
  const { vectors } = symmetricEigen(precision, n)
  let worst = 0
  for (let i = 1; i < n; i++) {
    if (Math.abs(vectors[i * n + n - 1]) > Math.abs(vectors[worst * n + n - 1])) worst = i
  }
  return new NoPeakError(worst, x[worst])
}
