import { NumericalError } from '../../check/errors.js'
import { createGenerator } from '../../numeric/random/generator.js'
import type { LogDensity } from '../log-density.js'

/** A chain cannot start: says which coordinate is to blame, for the caller to give it a name. */
export class StartPointError extends NumericalError {
  /**
   * @param coordinate index of the coordinate to blame, -1 if no single one is.
   * @param value its value, NaN if no single one is to blame.
   * @param logDensity the log density at the point.
   */
  constructor(
    readonly coordinate: number,
    readonly value: number,
    readonly logDensity: number,
  ) {
    const where = coordinate < 0 ? 'no single coordinate is to blame' : `because of coordinate ${coordinate}`
    super(
      `The log density or its gradient is not finite at the start, ${where}`,
      coordinate < 0 ? { logDensity } : { value, logDensity },
    )
    this.name = 'StartPointError'
  }
}

/**
 * Checks that density and gradient are finite at a point.
 *
 * The coordinate to blame is the first that is not finite itself, else the first whose gradient isn't, else the first that makes the
 * density finite when it alone is set to 0.
 *
 * @returns the gradient.
 * @throws StartPointError if they are not.
 */
export function requireFiniteStart(density: LogDensity, start: Float64Array): Float64Array {
  const gradient = new Float64Array(start.length)
  const value = density.valueAndGradient(start.slice(), gradient)
  if (isFiniteAt(value, gradient)) return gradient
  let coordinate = start.findIndex((x) => !Number.isFinite(x))
  if (coordinate < 0 && Number.isFinite(value)) coordinate = gradient.findIndex((g) => !Number.isFinite(g))
  if (coordinate < 0) coordinate = firstCureAtZero(density, start)
  throw new StartPointError(coordinate, coordinate < 0 ? NaN : start[coordinate], value)
}

export interface JitterOptions {
  readonly seed: number
  readonly chain: number
  /** Middle of the jitter. @defaultValue zeros */
  readonly centre?: Float64Array
  /** Largest distance from the centre in each coordinate. @defaultValue 2 */
  readonly radius?: number
  /** Points tried. @defaultValue 100 */
  readonly attempts?: number
}

/**
 * A start drawn uniformly around a centre: the first of `attempts` points at which density and gradient are finite.
 *
 * @throws StartPointError about the last point tried if there is none.
 */
export function jitteredStart(density: LogDensity, options: JitterOptions): Float64Array {
  const { seed, chain, centre = new Float64Array(density.dimension), radius = 2, attempts = 100 } = options
  const generator = createGenerator(seed, 'start', chain)
  const start = centre.slice()
  const gradient = new Float64Array(start.length)
  for (let attempt = 0; attempt < attempts; attempt++) {
    for (let i = 0; i < start.length; i++) start[i] = centre[i] + radius * (2 * generator.uniform() - 1)
    if (isFiniteAt(density.valueAndGradient(start, gradient), gradient)) return start
  }
  requireFiniteStart(density, start)
  return start
}

function firstCureAtZero(density: LogDensity, start: Float64Array): number {
  const gradient = new Float64Array(start.length)
  const trial = start.slice()
  for (let i = 0; i < start.length; i++) {
    trial[i] = 0
    if (isFiniteAt(density.valueAndGradient(trial, gradient), gradient)) return i
    trial[i] = start[i]
  }
  return -1
}

function isFiniteAt(value: number, gradient: Float64Array): boolean {
  return Number.isFinite(value) && gradient.every(Number.isFinite)
}
