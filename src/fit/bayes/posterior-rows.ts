import type { Density } from '../../model/density/density.js'
import { drawFrom } from '../../model/density/draw-row.js'
import { createGenerator } from '../../numeric/random/generator.js'
import { LogComponents } from './log-components.js'

export interface RowsOptions {
  readonly seed: number
  readonly chain: number
  /** Number of the first draw in its chain. */
  readonly from: number
}

/** Draws as answers are made from, and what tells how far priors and data each carry them. */
export interface PosteriorRows {
  /** A row a draw, in the layout of the model. */
  readonly rows: Float64Array
  /** Contribution over the window, KPI units, by [draw * channels + channel]. */
  readonly contributions: Float64Array
  /** Log density of each channel's priors up to a constant, by [draw * channels + channel]. */
  readonly logPriors: Float64Array
  /** Log likelihood up to a constant, one a draw. */
  readonly logLikelihood: Float64Array
}

/**
 * Points of a posterior as rows in the layout of the model, the linear coefficients drawn given each of them.
 *
 * A row depends on its point, the seed, the chain and its number alone, so that part of a chain gives the first rows of all of it.
 *
 * @param points unconstrained parameters, a row a draw.
 */
export function posteriorRows(
  density: Density,
  points: Float64Array,
  { seed, chain, from }: RowsOptions,
): PosteriorRows {
  const n = density.dimension
  const width = density.model.layout.names.length
  const channels = density.terms.length
  const count = points.length / n
  const rows = new Float64Array(count * width)
  const contributions = new Float64Array(count * channels)
  const logPriors = new Float64Array(count * channels)
  const logLikelihood = new Float64Array(count)
  const components = new LogComponents(density)
  for (let d = 0; d < count; d++) {
    const generator = createGenerator(seed, 'linear', chain, from + d)
    const theta = points.subarray(d * n, (d + 1) * n)
    const row = rows.subarray(d * width, (d + 1) * width)
    drawFrom(density, theta, generator, row)
    for (let c = 0; c < channels; c++)
      contributions[d * channels + c] = density.terms[c].total() * density.model.kpiScale
    components.priorsInto(theta, logPriors.subarray(d * channels, (d + 1) * channels))
    logLikelihood[d] = components.likelihood(theta, row)
  }
  return { rows, contributions, logPriors, logLikelihood }
}
