import type { ChannelResponse } from '../counterfactual/response.js'
import type { Knots } from './knots.js'
import { NumericalError } from '../../check/errors.js'
import { standardMultiples } from './multiples.js'

/** What a response is counted in: KPI units, money, or money after variable cost. */
export type Quantity = 'kpi' | 'value' | 'gain'

/** Places in what `ChannelResponse.at` fills: the quantity, and its derivative in the multiple. */
export const quantityPlace: Readonly<Record<Quantity, number>> = { kpi: 0, value: 1, gain: 2 }
export const slopePlace: Readonly<Record<Quantity, number>> = { kpi: 3, value: 4, gain: 5 }
/** Numbers that `ChannelResponse.at` fills. */
export const RESPONSE_WIDTH = 6

/** A channel's response in every draw at a common set of multiples: evaluated once, read by every curve and point. */
export interface ResponseTable {
  readonly response: ChannelResponse
  /** Ascending, from 0 to the largest multiple, 1 among them. */
  readonly multiples: Float64Array
  /** Indexed by [(draw * multiples.length + multiple) * RESPONSE_WIDTH + place]. */
  readonly cells: Float64Array
}

/**
 * Evaluates a response in every draw at `multiples`.
 *
 * @param multiples ascending, at least two. @defaultValue standardMultiples()
 */
export function responseTable(response: ChannelResponse, multiples = standardMultiples()): ResponseTable {
  const cells = new Float64Array(response.draws * multiples.length * RESPONSE_WIDTH)
  const cell = new Float64Array(RESPONSE_WIDTH)
  for (let d = 0; d < response.draws; d++) {
    for (let m = 0; m < multiples.length; m++) {
      response.at(d, multiples[m], cell)
      const start = (d * multiples.length + m) * RESPONSE_WIDTH
      for (let i = 0; i < RESPONSE_WIDTH; i++) cells[start + i] = cell[i]
    }
  }
  return { response, multiples, cells }
}

/** One quantity of one draw as knots of a curve in the multiple. */
export function drawKnots(table: ResponseTable, draw: number, quantity: Quantity): Knots {
  const { multiples, cells } = table
  const y = new Float64Array(multiples.length)
  const slope = new Float64Array(multiples.length)
  for (let m = 0; m < multiples.length; m++) {
    const start = (draw * multiples.length + m) * RESPONSE_WIDTH
    y[m] = cells[start + quantityPlace[quantity]]
    slope[m] = cells[start + slopePlace[quantity]]
  }
  return { x: multiples, y, slope }
}

/** One quantity at one of the table's multiples, a value a draw. */
export function multipleDraws(table: ResponseTable, multiple: number, quantity: Quantity): Float64Array {
  const { multiples, cells, response } = table
  const m = multiples.indexOf(multiple)
  if (m < 0) throw new NumericalError('The table has no such multiple', { multiple })
  const place = quantityPlace[quantity]
  return Float64Array.from(
    { length: response.draws },
    (_, d) => cells[(d * multiples.length + m) * RESPONSE_WIDTH + place],
  )
}

/** Values of one place over draws and multiples, indexed by [draw * multiples.length + multiple]. */
export function placeValues(table: ResponseTable, place: number): Float64Array {
  return Float64Array.from(
    { length: table.cells.length / RESPONSE_WIDTH },
    (_, i) => table.cells[i * RESPONSE_WIDTH + place],
  )
}

/** Whether the KPI has a value in money, and a margin: quantities without are NaN in every draw. */
export function hasQuantity(table: ResponseTable, quantity: Quantity): boolean {
  const place = quantityPlace[quantity]
  return table.cells[place] === table.cells[place]
}

/**
 * All channels together at today's mix: every one at the same multiple, so spend and effects add up.
 *
 * The curve is inside what history shows as long as every channel's is. Nothing is known of a common slope.
 *
 * @param responses of channels with spend, of one fit and one window; at least one.
 */
export function totalResponse(responses: readonly ChannelResponse[]): ChannelResponse {
  const part = new Float64Array(RESPONSE_WIDTH)
  return {
    channel: 'total',
    draws: responses[0].draws,
    spend: responses.reduce((sum, response) => sum + response.spend, 0),
    observedTo: responses.reduce((least, response) => Math.min(least, response.observedTo), Infinity),
    slope: null,
    at(draw, multiple, out) {
      out.fill(0, 0, RESPONSE_WIDTH)
      for (const response of responses) {
        response.at(draw, multiple, part)
        for (let i = 0; i < RESPONSE_WIDTH; i++) out[i] += part[i]
      }
    },
  }
}

/** The table of `totalResponse`, added up from the channels' tables at the same multiples. */
export function totalTable(tables: readonly ResponseTable[]): ResponseTable {
  const cells = new Float64Array(tables[0].cells.length)
  for (const table of tables) for (let i = 0; i < cells.length; i++) cells[i] += table.cells[i]
  return { response: totalResponse(tables.map((table) => table.response)), multiples: tables[0].multiples, cells }
}
