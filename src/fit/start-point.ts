import { InputError } from '../check/errors.js'
import type { Density } from '../model/density/density.js'
import { createGenerator } from '../numeric/random/generator.js'

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
 * @throws InputError if no draw of 100 has a finite density; it names the parameter that is furthest out.
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
  const { name, value } = furthestOut(density, theta, gradient)
  throw new InputError(
    `The model can't start: at none of ${TRIES} draws from the priors is its density finite. \`${name}\` was ${value} in the last of them; give it a prior that holds it where the model makes sense.`,
  )
}

/** The parameter whose gradient is not finite, or else the one that lies furthest from the centre of its prior, in its own unit. */
function furthestOut(density: Density, theta: Float64Array, gradient: Float64Array): { name: string; value: string } {
  const names = density.parameterNames()
  let worst = 0
  let far = -1
  for (const slot of density.slots.free) {
    if (slot.prior === null) continue
    const distance = Number.isFinite(gradient[slot.index])
      ? Math.abs(theta[slot.index] - slot.prior.centre) / slot.prior.scale
      : Infinity
    if (distance > far) {
      far = distance
      worst = slot.index
    }
  }
  const slot = density.slots.free.find(({ index }) => index === worst)
  const value = slot?.prior?.constrain(theta[worst]) ?? theta[worst]
  return { name: names[worst] ?? 'the density', value: value.toPrecision(3) }
}
