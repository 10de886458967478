import { exp, expm1, log, log1p } from '../../numeric/special/exp-log.js'

/** Shape and scale: P(X > x) = (1 + shape x / scale)^(-1 / shape) for x above 0. */
export interface GeneralisedPareto {
  readonly shape: number
  readonly scale: number
}

const GRID_LEAST = 30
const QUARTILE_SHARE = 3
const SHAPE_PRIOR_MEAN = 0.5
const SHAPE_PRIOR_DRAWS = 10
const NEGLIGIBLE = 10 * 2.220446049250313e-16

/**
 * Generalised Pareto distribution of exceedances: a posterior mean over a grid, the shape drawn a little to 1/2, where few exceedances
 * would leave it open.
 *
 * @param sorted exceedances in ascending order, at least 5; the first quartile and what follows above 0.
 * @see Zhang and Stephens (2009), "A new and efficient estimation method for the generalized Pareto distribution"; Vehtari et al. (2024),
 * appendix G.
 */
export function fitGeneralisedPareto(sorted: Float64Array): GeneralisedPareto {
  const count = sorted.length
  const grid = gridOfRates(sorted)
  const fit = grid.map((rate) => {
    const shape = meanLog(sorted, rate)
    return count * (log(-rate / shape) - shape - 1)
  })
  const top = fit.reduce((a, b) => Math.max(a, b), -Infinity)
  const weights = fit.map((value) => exp(value - top))
  const total = weights.reduce((a, b) => a + b, 0)
  let kept = 0
  let rate = 0
  for (let j = 0; j < grid.length; j++) {
    if (!(weights[j] >= NEGLIGIBLE * total)) continue
    kept += weights[j]
    rate += weights[j] * grid[j]
  }
  rate /= kept
  const shape = meanLog(sorted, rate)
  const shrunk = (count * shape + SHAPE_PRIOR_DRAWS * SHAPE_PRIOR_MEAN) / (count + SHAPE_PRIOR_DRAWS)
  return { shape: shrunk, scale: -shape / rate }
}

/** The x with P(X <= x) = p, p in [0, 1). */
export function generalisedParetoQuantile({ shape, scale }: GeneralisedPareto, p: number): number {
  const exponential = -log1p(-p)
  return shape === 0 ? scale * exponential : (scale * expm1(shape * exponential)) / shape
}

/** Candidates for -shape / scale, around what the first quartile suggests. */
function gridOfRates(sorted: Float64Array): Float64Array {
  const count = sorted.length
  const size = GRID_LEAST + Math.floor(Math.sqrt(count))
  const quartile = sorted[Math.floor(count / 4 + 0.5) - 1]
  const grid = new Float64Array(size)
  for (let j = 0; j < size; j++) {
    grid[j] = 1 / sorted[count - 1] + (1 - Math.sqrt(size / (j + 0.5))) / (QUARTILE_SHARE * quartile)
  }
  return grid
}

function meanLog(x: Float64Array, rate: number): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += log1p(-rate * x[i])
  return sum / x.length
}
