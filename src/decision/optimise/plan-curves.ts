import type { ExpectedCurve } from '../analysis/expected-curve.js'
import type { ResponseTable } from '../analysis/response-table.js'
import type { ChannelResponse } from '../counterfactual/response.js'
import { expectedCurve } from '../analysis/expected-curve.js'
import { LARGEST_MULTIPLE, standardMultiples } from '../analysis/multiples.js'
import { RESPONSE_WIDTH, responseTable } from '../analysis/response-table.js'

/** Cells of a table between two bounds, at least: more follow where the curve needs them. */
const LEAST_CELLS = 5
/** Ranges of multiples up to this wide need no more cells than that. */
const NARROW = 1.2

/**
 * A response in every draw where a plan may take it: between two multiples, and at today's.
 *
 * @param low multiple, at least 0. @param high multiple; beyond ten times today counts as that.
 */
export function boundedTable(response: ChannelResponse, low: number, high: number): ResponseTable {
  return responseTable(response, boundedMultiples(Math.min(low, LARGEST_MULTIPLE), Math.min(high, LARGEST_MULTIPLE)))
}

/** Multiples from the lower of `low` and 1 to the higher of `high` and 1, both bounds and 1 among them. */
export function boundedMultiples(low: number, high: number): Float64Array {
  const [from, to] = [Math.min(low, 1), Math.max(high, 1)]
  if (from === to) return Float64Array.of(from, 1.1 * from)
  const inside = standardMultiples().filter((multiple) => multiple > from && multiple < to)
  const even = Array.from({ length: LEAST_CELLS - 1 }, (_, i) => from + ((to - from) * (i + 1)) / LEAST_CELLS)
  const isNarrow = to - from <= NARROW || inside.length + 1 < LEAST_CELLS
  const between = isNarrow ? even : Array.from(inside)
  return Float64Array.from(new Set([from, low, ...between, 1, high, to])).sort()
}

/** The tables of some draws alone: what a plan looks like that never saw the others. */
export function drawsOf({ response, multiples, cells }: ResponseTable, draws: readonly number[]): ResponseTable {
  const width = multiples.length * RESPONSE_WIDTH
  const own = new Float64Array(draws.length * width)
  draws.forEach((draw, d) => own.set(cells.subarray(draw * width, (draw + 1) * width), d * width))
  const subset: ChannelResponse = {
    ...response,
    draws: draws.length,
    slope: null,
    at: (draw, multiple, out) => response.at(draws[draw], multiple, out),
  }
  return { response: subset, multiples, cells: own }
}

/** Expected curves of tables, one a channel. */
export function expectedCurves(tables: readonly ResponseTable[]): ExpectedCurve[] {
  return tables.map(expectedCurve)
}
