import type { ChannelResponse } from '../counterfactual/response.js'
import type { CurvePoint } from '../results.js'
import type { CurvePoints } from './curve-points.js'
import type { ExpectedCurve } from './expected-curve.js'
import type { GainCurve } from './hidden-maxima.js'
import type { ResponseTable } from './response-table.js'
import { log } from '../../numeric/special/exp-log.js'
import { quantileSorted, variance } from '../../numeric/stats/summary.js'
import { curvePoints } from './curve-points.js'
import { insertHidden } from './hidden-maxima.js'
import { drawKnots, hasQuantity, quantityPlace, RESPONSE_WIDTH, slopePlace } from './response-table.js'
import { settledPoints } from './settled-points.js'

/** Profit-max, ROI-max and break-even of a channel (or of the whole budget at today's mix), and what may be said of them. */
export interface ChannelPoints {
  readonly profitMax: CurvePoint | null
  /** Null also where an interior maximum isn't supported by the data. */
  readonly roiMax: CurvePoint | null
  readonly breakEven: CurvePoint | null
  /** The points of the expected curve, as multiples of today's spend; null without a margin or without spend. */
  readonly expected: CurvePoints | null
  /** The expected curve, with exact knots at its points. */
  readonly curve: ExpectedCurve
  /** no-margin, no-value, no-spend-in-window, never-pays, linear, roi-max-unknown, extrapolation. */
  readonly flags: readonly string[]
}

/**
 * The three points of the expected curve, with their spread over draws.
 *
 * `spend` is where the expectation is greatest (or crosses zero), never a mean over draws; in `perDraw` a draw that never pays counts as 0
 * and one whose point lies beyond ten times today as ten times today. Draws are read from the table's cubics, the expectation is exact.
 *
 * @param curve the expected curve of the same table.
 */
export function channelPoints(table: ResponseTable, curve: ExpectedCurve): ChannelPoints {
  const none = { profitMax: null, roiMax: null, breakEven: null, expected: null, curve }
  const { spend } = table.response
  if (!(spend > 0)) return { ...none, flags: ['no-spend-in-window'] }
  if (!hasQuantity(table, 'value')) return { ...none, flags: ['no-value'] }
  if (!hasQuantity(table, 'gain')) return { ...none, flags: ['no-margin'] }
  const { points: expected, nearOptimal, curve: settled } = settledPoints(curve)
  const draws = Array.from({ length: table.response.draws }, (_, d) =>
    curvePoints(insertHidden(drawGain(table, d)), spend),
  )
  const unknown = expected.roiMax > 0 && !isSShaped(table.response, expected.roiMax)
  const point = (name: PointName): CurvePoint => curvePoint(name, { expected, draws, spend })
  return {
    profitMax: { ...point('profitMax'), nearOptimal: [nearOptimal[0] * spend, nearOptimal[1] * spend] },
    roiMax: unknown ? null : point('roiMax'),
    breakEven: point('breakEven'),
    expected,
    curve: settled,
    flags: [
      ...(expected.neverPays ? ['never-pays'] : []),
      ...(expected.linear ? ['linear'] : []),
      ...(unknown ? ['roi-max-unknown'] : []),
      ...(expected.profitMax > table.response.observedTo ? ['extrapolation'] : []),
    ],
  }
}

/** Contraction from the prior, 1 - var(log draws) / prior variance, above which the data are held to have spoken. */
const CLEAR_CONTRACTION = 0.5
/** Probability of a slope above 1 from which a curve is called S-shaped. */
const S_SHAPE_PROBABILITY = 0.9

/**
 * Whether the data, not the prior, say that a curve is S-shaped, at a point inside what history shows.
 *
 * @param multiple where ROI is highest, as a multiple of today's spend.
 */
function isSShaped(response: ChannelResponse, multiple: number): boolean {
  const { slope, observedTo } = response
  if (slope === null || slope.priorSd === null || multiple > observedTo) return false
  const above = slope.draws.reduce((count, value) => count + (value > 1 ? 1 : 0), 0) / slope.draws.length
  const contraction = 1 - variance(slope.draws.map((value) => log(value))) / (slope.priorSd * slope.priorSd)
  return above > S_SHAPE_PROBABILITY && contraction > CLEAR_CONTRACTION
}

function drawGain(table: ResponseTable, draw: number): GainCurve {
  const { response } = table
  const cell = new Float64Array(RESPONSE_WIDTH)
  return {
    knots: drawKnots(table, draw, 'gain'),
    spend: response.spend,
    exact(multiple, out) {
      response.at(draw, multiple, cell)
      out[0] = cell[quantityPlace.gain]
      out[1] = cell[slopePlace.gain]
    },
  }
}

type PointName = 'profitMax' | 'roiMax' | 'breakEven'

interface PointInput {
  readonly expected: CurvePoints
  readonly draws: readonly CurvePoints[]
  readonly spend: number
}

function curvePoint(name: PointName, { expected, draws, spend }: PointInput): CurvePoint {
  const sorted = Float64Array.from(draws, (points) => spend * points[name]).sort()
  const share = (test: (points: CurvePoints) => boolean): number => draws.filter(test).length / draws.length
  return {
    spend: spend * expected[name],
    nearOptimal: null,
    perDraw: {
      median: quantileSorted(sorted, 0.5),
      q05: quantileSorted(sorted, 0.05),
      q95: quantileSorted(sorted, 0.95),
    },
    pNever: share((points) => points.neverPays),
    pBeyond: share((points) => points.beyond[name]),
  }
}
