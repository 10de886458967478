import { InputError } from '../../check/errors.js'
import { canonicalJson, sha256Hex } from '../../data/table/fingerprint.js'
import { MOST_DENSE } from '../../inference/sample/chain.js'
import { variancesFromGradient } from '../../inference/sample/fisher-metric.js'
import { Density } from '../../model/density/density.js'
import type { Model } from '../../model/design/model.js'
import { choleskyInto } from '../../numeric/linalg/cholesky.js'
import type { Fit } from '../fit.js'
import { startPoint } from '../start-point.js'
import { symmetricOf, type SamplerState } from './sampler-state.js'

/** What an earlier fit by sampling lends to a new one. */
export interface WarmStart {
  readonly state: SamplerState
  /** Whether the earlier fit passed its checks, so that its metric needn't be learned again. */
  readonly passed: boolean
  /** SHA-256 of the earlier fit's fingerprint and state; the new fit's fingerprint names it. */
  readonly hash: string
}

/** Which coordinates of a model a warm start knows. */
export interface WarmMatch {
  readonly known: readonly string[]
  readonly unknown: readonly string[]
}

/** Where one chain begins and with what metric: `ChainOptions` of it. */
export interface WarmChain {
  readonly start: Float64Array
  readonly metric?: Float64Array
  readonly covariance?: Float64Array
  readonly adapt?: 'step-size'
}

/** Points tried with the unknown coordinates drawn anew until one has a finite density. */
const TRIES = 10
/** Numbers of starts between two tries, so that no chain meets another's. */
const STRIDE = 1000

/**
 * What `fitBayes` needs to start from an earlier fit.
 *
 * @param where the earlier fit in messages.
 * @throws InputError in one sentence if it was fitted by another method, kept no state, or its state can't be used.
 * @example await fitBayes(model, { executor, warmStart: warmStartOf(await readFitFolder('fits/retailer')) })
 */
export function warmStartOf(
  { fingerprint, method, diagnostics }: Pick<Fit, 'fingerprint' | 'method' | 'diagnostics'>,
  where = 'the earlier fit',
): WarmStart {
  if (method !== 'bayes') {
    throw new InputError(`A fit can't start from ${where}: it was fitted by ${method}, and only bayes has chains.`)
  }
  const state = diagnostics.sampler?.state
  if (state === undefined) {
    throw new InputError(
      `A fit can't start from ${where}: where its chains ended was not kept, since it was stopped early or fitted by an older version.`,
    )
  }
  const problem = unusable(state)
  if (problem !== null) throw new InputError(`A fit can't start from ${where}: ${problem}; fit it again.`)
  return { state, passed: diagnostics.passed, hash: sha256Hex(canonicalJson({ fingerprint, state })) }
}

/**
 * Which coordinates of a model an earlier fit knows, by their names.
 *
 * @throws InputError if it knows none of them.
 */
export function matchCoordinates(model: Model, { state }: WarmStart): WarmMatch {
  const names = new Density(model).parameterNames()
  const has = new Set(state.coordinates)
  const known = names.filter((name) => has.has(name))
  if (known.length === 0 && names.length > 0) {
    throw new InputError("A fit can't start from an earlier one of which it has no parameter: start it without.")
  }
  return { known, unknown: names.filter((name) => !has.has(name)) }
}

/**
 * Where a chain begins: at the earlier chain's last point, and by the metric that the earlier chains had learned.
 *
 * Coordinates are matched by name. What the earlier fit doesn't know starts as usual: at a draw from its prior, by a metric from the gradient
 * there. Where no such point has a finite density the whole chain starts as usual, with the metric learned.
 *
 * A metric that knows every coordinate, of a fit that passed its checks, is kept: it is the mean of what several chains learned in a long warm-up, and better than what one
 * would learn from it in a short one.
 */
export function warmChain(
  density: Density,
  { state, passed }: WarmStart,
  { seed, chain }: { readonly seed: number; readonly chain: number },
): WarmChain {
  const names = density.parameterNames()
  const places = names.map((name) => state.coordinates.indexOf(name))
  const gradient = new Float64Array(names.length)
  const start = warmPoint(density, { places, point: state.points[chain % state.points.length], seed, chain })
  density.valueAndGradient(start, gradient)
  const variances = variancesFromGradient(gradient)
  places.forEach((place, i) => {
    if (place >= 0) variances[i] = state.variances[place]
  })
  const adapt = passed && !places.includes(-1) ? ({ adapt: 'step-size' } as const) : {}
  if (state.covariance === null || names.length > MOST_DENSE) return { start, metric: variances, ...adapt }
  return {
    start,
    ...adapt,
    covariance: covarianceOf(variances, places, symmetricOf(state.covariance, state.coordinates.length)),
  }
}

interface WarmPointOptions {
  /** Where the earlier fit has each coordinate; -1 where it hasn't. */
  readonly places: readonly number[]
  readonly point: readonly number[]
  readonly seed: number
  readonly chain: number
}

function warmPoint(density: Density, { places, point, seed, chain }: WarmPointOptions): Float64Array {
  const gradient = new Float64Array(density.dimension)
  const tries = places.includes(-1) ? TRIES : 1
  for (let attempt = 0; attempt < tries; attempt++) {
    const theta = startPoint(density, { seed, start: chain + attempt * STRIDE, central: false })
    places.forEach((place, i) => {
      if (place >= 0) theta[i] = point[place]
    })
    if (Number.isFinite(density.valueAndGradient(theta, gradient)) && gradient.every(Number.isFinite)) return theta
  }
  return startPoint(density, { seed, start: chain, central: false })
}

function covarianceOf(variances: Float64Array, places: readonly number[], earlier: Float64Array): Float64Array {
  const n = variances.length
  const width = Math.sqrt(earlier.length)
  const covariance = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    covariance[i * n + i] = variances[i]
    for (let j = 0; j < n; j++) {
      if (places[i] >= 0 && places[j] >= 0) covariance[i * n + j] = earlier[places[i] * width + places[j]]
    }
  }
  return covariance
}

/** Why a state can't be used, in words; null where it can. */
function unusable({ coordinates, points, variances, covariance }: SamplerState): string | null {
  const n = coordinates.length
  const fits = points.length > 0 && points.every((point) => point.length === n) && variances.length === n
  if (!fits || (covariance !== null && covariance.length !== (n * (n + 1)) / 2)) {
    return 'the state of its chains is incomplete'
  }
  if (!points.flat().every(Number.isFinite)) return 'a chain of it ended nowhere'
  const usable = variances.every((variance) => variance > 0 && variance < Infinity)
  if (!usable || (covariance !== null && !choleskyInto(symmetricOf(covariance, n), n))) {
    return 'its chains had learned no metric'
  }
  return null
}
