import { NumericalError } from '../../../check/errors.js'
import type { SaturationKind } from '../transform.js'

const LN3 = 1.0986122886681098

/**
 * The `rate` of a logistic (ln 3 / half) or tanh (ln 3 / (2 half)) curve that reaches half its ceiling at `half`.
 *
 * @param half in the unit of the curve's input, above 0; the rate is per that unit. The map is its own inverse.
 */
export function rateFromHalf(kind: SaturationKind, half: number): number {
  return product(kind) / half
}

/** d rateFromHalf / d half. */
export function rateFromHalfDerivative(kind: SaturationKind, half: number): number {
  return -product(kind) / (half * half)
}

/** rate · half, the same for every curve of a family. */
function product(kind: SaturationKind): number {
  if (kind === 'logistic') return LN3
  if (kind === 'tanh') return LN3 / 2
  throw new NumericalError(`Internal error: a ${kind} curve has no rate`)
}
