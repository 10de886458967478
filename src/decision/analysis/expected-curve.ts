import type { ChannelResponse } from '../counterfactual/response.js'
import type { Knots } from './knots.js'
import type { Quantity, ResponseTable } from './response-table.js'
import { valueAt } from './knots.js'
import { quantityPlace, RESPONSE_WIDTH, slopePlace } from './response-table.js'

/** The mean over draws of one channel's response, at knots with exact derivatives; further knots can be inserted. */
export interface ExpectedCurve {
  readonly response: ChannelResponse
  /** By quantity, at the same multiples; NaN where the KPI has no value or no margin. */
  readonly knots: Readonly<Record<Quantity, Knots>>
}

/** Knots are added until interpolation is this close, as a share of the curve's greatest value. */
const INTERPOLATION_TOLERANCE = 1e-5
/** Rounds of added knots; each halves the cells that need it. */
const REFINEMENTS = 3

/**
 * The expected curve of a channel from its table, with knots added where cubic interpolation is too coarse.
 *
 * How coarse is judged by predicting each knot from its two neighbours: with half the spacing the error is a sixteenth.
 */
export function expectedCurve(table: ResponseTable): ExpectedCurve {
  let curve = tabulatedCurve(table)
  for (let round = 0; round < REFINEMENTS; round++) {
    const missing = coarseCells(curve.knots.kpi)
    if (missing.length === 0) break
    curve = withKnots(curve, missing)
  }
  return curve
}

/** The expected curve through a table's own multiples, with no knots added. */
export function tabulatedCurve(table: ResponseTable): ExpectedCurve {
  const means = new Float64Array(table.multiples.length * RESPONSE_WIDTH)
  const width = means.length
  for (let start = 0; start < table.cells.length; start += width) {
    for (let i = 0; i < width; i++) means[i] += table.cells[start + i]
  }
  for (let i = 0; i < width; i++) means[i] /= table.response.draws
  return fromRows(table.response, Array.from(table.multiples), (i) => means.subarray(i * RESPONSE_WIDTH))
}

/** Mean over draws of what `ChannelResponse.at` fills, one row a multiple; the draws are added in their order. */
export function expectedRows(response: ChannelResponse, multiples: readonly number[]): Float64Array[] {
  const rows = multiples.map(() => new Float64Array(RESPONSE_WIDTH))
  const cell = new Float64Array(RESPONSE_WIDTH)
  // Draws outside: a response prepares itself once a draw.
  for (let d = 0; d < response.draws; d++) {
    for (let m = 0; m < multiples.length; m++) {
      response.at(d, multiples[m], cell)
      for (let i = 0; i < RESPONSE_WIDTH; i++) rows[m][i] += cell[i]
    }
  }
  for (const row of rows) for (let i = 0; i < RESPONSE_WIDTH; i++) row[i] /= response.draws
  return rows
}

/** The curve with exact knots inserted at the given multiples; those that are knots already are left. */
export function withKnots(curve: ExpectedCurve, multiples: readonly number[]): ExpectedCurve {
  const old = curve.knots.kpi.x
  const fresh = [...new Set(multiples)].filter((multiple) => !old.includes(multiple))
  if (fresh.length === 0) return curve
  const rows = expectedRows(curve.response, fresh)
  const all = [...old, ...fresh].sort((a, b) => a - b)
  return fromRows(curve.response, all, (_, multiple) => rows[fresh.indexOf(multiple)] ?? knotRow(curve, multiple))
}

function knotRow(curve: ExpectedCurve, multiple: number): Float64Array {
  const i = curve.knots.kpi.x.indexOf(multiple)
  const row = new Float64Array(RESPONSE_WIDTH)
  for (const quantity of ['kpi', 'value', 'gain'] as const) {
    row[quantityPlace[quantity]] = curve.knots[quantity].y[i]
    row[slopePlace[quantity]] = curve.knots[quantity].slope[i]
  }
  return row
}

function fromRows(
  response: ChannelResponse,
  multiples: readonly number[],
  rowAt: (index: number, multiple: number) => Float64Array,
): ExpectedCurve {
  const rows = multiples.map((multiple, i) => rowAt(i, multiple))
  const x = Float64Array.from(multiples)
  const knots = (quantity: Quantity): Knots => ({
    x,
    y: Float64Array.from(rows, (row) => row[quantityPlace[quantity]]),
    slope: Float64Array.from(rows, (row) => row[slopePlace[quantity]]),
  })
  return { response, knots: { kpi: knots('kpi'), value: knots('value'), gain: knots('gain') } }
}

/** Middles of the cells in which the interpolation may be off by more than the tolerance. */
function coarseCells(knots: Knots): number[] {
  const { x, y } = knots
  const scale = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const coarse = new Set<number>()
  // The first cells hold almost nothing and, for slopes below 1, no cubic fits them.
  for (let i = 2; i + 1 < x.length; i++) {
    const predicted = valueAt(outerCell(knots, i), x[i])
    if (Math.abs(predicted - y[i]) / 16 <= INTERPOLATION_TOLERANCE * scale) continue
    coarse.add(0.5 * (x[i - 1] + x[i]))
    coarse.add(0.5 * (x[i] + x[i + 1]))
  }
  return Array.from(coarse)
}

/** The one cell from the knot before `i` to the one after it. */
function outerCell({ x, y, slope }: Knots, i: number): Knots {
  const ends = (values: Float64Array): Float64Array => Float64Array.of(values[i - 1], values[i + 1])
  return { x: ends(x), y: ends(y), slope: ends(slope) }
}
