import { pow } from '../../numeric/special/exp-log.js'

/** Largest multiple of its own history to which a channel's spend is varied. */
export const LARGEST_MULTIPLE = 10

/** Today and a tenth more: what the return on the next 10 % is taken from. */
export const NEXT_TENTH = 1.1

/**
 * Multiples of today's spend at which every curve is evaluated: 0, a few up to 0.1, then twelve a decade up to 10.
 *
 * 0, 1, 1.1 and 10 are exact. Neighbours above 0.1 differ by a factor of 1.21, which resolves a Hill slope of about ten; what lies between two
 * of them is found by inserting points, not by hoping.
 */
export function standardMultiples(): Float64Array {
  const stepsPerDecade = 12
  const factors = Array.from({ length: stepsPerDecade }, (_, step) => pow(10, step / stepsPerDecade))
  const low = factors.filter((_, step) => step % 3 === 0).map((factor) => 0.01 * factor)
  const high = [0.1, 1].flatMap((decade) => factors.map((factor) => decade * factor))
  return Float64Array.from([0, 0.002, ...low, ...high, NEXT_TENTH, LARGEST_MULTIPLE]).sort()
}
