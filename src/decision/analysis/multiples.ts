import { pow } from '../../numeric/special/exp-log.js'

/** Largest multiple of its own history to which a channel's spend is varied. */
export const LARGEST_MULTIPLE = 10

/**
 * Multiples of today's spend at which every curve is evaluated: 0, two steps up to 0.01, then twelve a decade up to 10.
 *
 * 0, 1 and 10 are exact. Neighbours above 0.01 differ by a factor of 1.21, which resolves a Hill slope of about ten;
 * what lies between two of them is found by inserting points, not by hoping.
 */
export function standardMultiples(): Float64Array {
  const stepsPerDecade = 12
  const factors = Array.from({ length: stepsPerDecade }, (_, step) => pow(10, step / stepsPerDecade))
  const decades = [0.01, 0.1, 1].flatMap((decade) => factors.map((factor) => decade * factor))
  return Float64Array.from([0, 0.001, 0.003, ...decades, LARGEST_MULTIPLE])
}
