import type { Quantity, ResponseTable } from '../analysis/response-table.js'
import type { PlanDrawFigures } from './plan-judgement.js'
import { cellOf } from '../analysis/knots.js'
import { hasQuantity, quantityPlace, RESPONSE_WIDTH, slopePlace } from '../analysis/response-table.js'

/**
 * What multiples of the patterns bring in every draw, interpolated between the multiples of the tables by cubics: within a hundred thousandth or
 * so of what `ChannelResponse.at` gives, at a thousandth of its cost.
 *
 * @param draws to be read, in this order. @defaultValue all
 */
export function tableFigures(
  tables: readonly ResponseTable[],
  multiples: ArrayLike<number>,
  draws: readonly number[] = Array.from({ length: tables[0].response.draws }, (_, d) => d),
): PlanDrawFigures & { readonly value: Float64Array | null } {
  const sums = (quantity: Quantity): Float64Array | null => {
    if (!hasQuantity(tables[0], quantity)) return null
    const total = new Float64Array(draws.length)
    tables.forEach((table, c) => addInterpolated(table, { multiple: multiples[c], quantity, draws }, total))
    return total
  }
  return {
    spend: tables.reduce((sum, { response }, c) => sum + response.spend * multiples[c], 0),
    kpi: sums('kpi') as Float64Array,
    value: sums('value'),
    gain: sums('gain'),
  }
}

interface Wanted {
  readonly multiple: number
  readonly quantity: Quantity
  readonly draws: readonly number[]
}

/** Adds one channel's figure in every draw: the cubic's weights are the same for all of them. */
function addInterpolated(
  { multiples, cells }: ResponseTable,
  { multiple, quantity, draws }: Wanted,
  total: Float64Array,
): void {
  const cell = cellOf(multiples, multiple)
  const width = multiples[cell + 1] - multiples[cell]
  const t = (multiple - multiples[cell]) / width
  const s = 1 - t
  // From zero a curve may rise too steeply for a cubic: a line there.
  const isLine = multiples[cell] === 0
  const weights = isLine
    ? [s, 0, t, 0]
    : [s * s * (1 + 2 * t), s * s * t * width, t * t * (1 + 2 * s), -t * t * s * width]
  const places = [quantityPlace[quantity], slopePlace[quantity]]
  for (let i = 0; i < draws.length; i++) {
    const at = (draws[i] * multiples.length + cell) * RESPONSE_WIDTH
    const next = at + RESPONSE_WIDTH
    let figure = weights[0] * cells[at + places[0]] + weights[2] * cells[next + places[0]]
    if (!isLine) figure += weights[1] * cells[at + places[1]] + weights[3] * cells[next + places[1]]
    total[i] += figure
  }
}
