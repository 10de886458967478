import type { Density } from '../../model/density/density.js'
import { drawFrom } from '../../model/density/draw-row.js'
import { createGenerator } from '../../numeric/random/generator.js'

export interface RowsOptions {
  readonly seed: number
  readonly chain: number
  /** Number of the first draw in its chain. */
  readonly from: number
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
): { readonly rows: Float64Array; readonly contributions: Float64Array } {
  const n = density.dimension
  const width = density.model.layout.names.length
  const channels = density.terms.length
  const count = points.length / n
  const rows = new Float64Array(count * width)
  const contributions = new Float64Array(count * channels)
  for (let d = 0; d < count; d++) {
    const generator = createGenerator(seed, 'linear', chain, from + d)
    const theta = points.subarray(d * n, (d + 1) * n)
    drawFrom(density, theta, generator, rows.subarray(d * width, (d + 1) * width))
    for (let c = 0; c < channels; c++)
      contributions[d * channels + c] = density.terms[c].total() * density.model.kpiScale
  }
  return { rows, contributions }
}
