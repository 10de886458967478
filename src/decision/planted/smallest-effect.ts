import { matrixFromColumns } from '../../numeric/linalg/matrix.js'
import { nonNegativeLeastSquares } from '../../numeric/regression/nnls.js'

/** How far beyond the largest planted effect a finding may be continued. */
const FARTHEST = 1.5

/** A planted effect and the lower end of what was estimated. */
export interface PlantedBound {
  readonly truth: number
  readonly q05: number
}

/**
 * The smallest true effect whose whole interval typically lies above a threshold.
 *
 * The distance from the truth down to the interval's lower end is taken to be a + b · truth (what the data leave open, and what carry-over and
 * saturation leave open), fitted by least squares with a, b at least 0; then truth = (threshold + a) / (1 - b).
 *
 * @param planted effects above 0, at least two.
 * @returns null where no effect up to half as much again as the largest planted one suffices.
 * @example smallestAbove([{ truth: 1, q05: 0.5 }, { truth: 2, q05: 1 }], 1)  // 2
 */
export function smallestAbove(planted: readonly PlantedBound[], threshold: number): number | null {
  if (planted.length < 2) return null
  const truths = Float64Array.from(planted, ({ truth }) => truth)
  const below = Float64Array.from(planted, ({ truth, q05 }) => truth - q05)
  const design = matrixFromColumns([new Float64Array(truths.length).fill(1), truths])
  const [open, relative] = nonNegativeLeastSquares(design, below).coefficients
  if (!(relative < 1)) return null
  const smallest = Math.max(0, (threshold + open) / (1 - relative))
  return smallest <= FARTHEST * Math.max(...truths) ? smallest : null
}
