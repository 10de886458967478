import { InputError } from '../check/errors.js'
import type { Density } from '../model/density/density.js'
import { createGenerator } from '../numeric/random/generator.js'
import { log, log1p } from '../numeric/special/exp-log.js'

/** Prior draws tried until one has a finite density. */
const TRIES = 100

export interface StartPointOptions {
  readonly seed: number
  /** Number of the start; another number is another point. */
  readonly start: number
  /** The middle of the priors, as far as they have one, instead of a draw from them. */
  readonly central: boolean
}

/**
 * Where a search or a chain begins: a draw from the priors of media, with noise and amplitude at the centres of theirs, at which the density
 * and its gradient are finite.
 *
 * @throws InputError if no draw of 100 has a finite density; it names the parameter whose value is the most extreme.
 */
export function startPoint(density: Density, { seed, start, central }: StartPointOptions): Float64Array {
  const gradient = new Float64Array(density.dimension)
  let theta: Float64Array = new Float64Array(0)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const generator = createGenerator(seed, 'start', start, attempt)
    theta = central ? density.priorCentre(generator) : density.samplePrior(generator)
    for (const slot of density.hyperSlots()) if (slot.prior !== null) theta[slot.index] = slot.prior.centre
    const value = density.valueAndGradient(theta, gradient)
    if (Number.isFinite(value) && gradient.every(Number.isFinite)) return theta
  }
  const { name, value } = furthestOut(density, theta)
  throw new InputError(
    `The model can't start: at none of ${TRIES} draws from the priors is its density finite. \`${name}\` was ${value} in the last of them; give it a prior that holds it where the model makes sense.`,
  )
}

/** The parameter whose value is the most extreme in its own unit: 0, 1 of a share, or infinite before all others. */
function furthestOut(density: Density, theta: Float64Array): { name: string; value: string } {
  let worst = { name: 'the density', value: NaN }
  let far = -1
  for (const { name, value } of nativeValues(density, theta)) {
    const distance = Math.max(Math.abs(log(Math.abs(value))), value > 0 && value <= 1 ? Math.abs(log1p(-value)) : 0)
    if (!(distance > far)) continue
    far = distance
    worst = { name, value }
  }
  return { name: worst.name, value: String(Number(worst.value.toPrecision(3))) }
}

/** Every free parameter at a point, in its own unit; an effect on a coefficient as the coefficient. */
function nativeValues({ model, slots, terms }: Density, theta: Float64Array): { name: string; value: number }[] {
  const scratch = new Float64Array(model.periods)
  const coefficients = new Map<number, number>()
  for (const term of terms) {
    const { effect } = term.slots
    if (effect.kind !== 'log-coefficient') continue
    coefficients.set(effect.slot.index, term.forward(theta, scratch) ? term.coefficient : Infinity)
  }
  return slots.free.flatMap(({ name, index, prior }) =>
    prior === null ? [] : [{ name, value: coefficients.get(index) ?? prior.constrain(theta[index]) }],
  )
}
