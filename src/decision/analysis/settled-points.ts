import type { CurvePoints } from './curve-points.js'
import type { ExpectedCurve } from './expected-curve.js'
import type { Knots } from './knots.js'
import { curvePoints } from './curve-points.js'
import { expectedRows, withKnots } from './expected-curve.js'
import { insertHidden } from './hidden-maxima.js'
import { withGentleStart } from './knots.js'
import { nearOptimalRange } from './near-optimal.js'
import { quantityPlace, slopePlace } from './response-table.js'

/** The points of an expected curve, and the curve with exact knots where they lie. */
export interface SettledPoints {
  readonly curve: ExpectedCurve
  readonly points: CurvePoints
  /** Multiples within 1 % of the greatest expected profit. */
  readonly nearOptimal: readonly [number, number]
}

const ROUNDS = 12
/** Relative move of a point below which the next would move about a thousandth of that. */
const SETTLED = 1e-6

/**
 * Profit-max, ROI-max, break-even and the near-optimal range of the expected gain, to about 1e-9 of their size.
 *
 * The points are found on the interpolated curve, exact knots are inserted where they lie, all in one pass over the draws, and they are found
 * again until they stay: two passes, more only where a curve starts very steeply.
 *
 * @param limit last multiple considered: a knot is put there. @defaultValue the curve's end
 */
export function settledPoints(curve: ExpectedCurve, limit = Infinity): SettledPoints {
  let settled = withKnots(withHiddenKnots(curve), limit === Infinity ? [] : [limit])
  let found = pointsOf(settled, limit)
  for (let round = 0; round < ROUNDS; round++) {
    const places = [found.points.roiMax, found.points.profitMax, found.points.breakEven, ...found.nearOptimal]
    settled = withKnots(settled, places)
    const next = pointsOf(settled, limit)
    const moved = [next.points.roiMax, next.points.profitMax, next.points.breakEven, ...next.nearOptimal]
    found = next
    if (moved.every((place, i) => Math.abs(place - places[i]) <= SETTLED * place)) break
  }
  return { curve: settled, ...found }
}

/** Points and near-optimal range of the interpolated curve up to a limit. */
function pointsOf({ knots, response }: ExpectedCurve, limit: number): Omit<SettledPoints, 'curve'> {
  const gain = upTo(knots.gain, limit)
  const points = curvePoints(gain, response.spend)
  return { points, nearOptimal: nearOptimalRange(withGentleStart(gain), response.spend, points.profitMax) }
}

/** The part of a curve up to a knot. */
function upTo(knots: Knots, limit: number): Knots {
  const { x, y, slope } = knots
  const end = x.findIndex((multiple) => multiple > limit)
  return end < 0 ? knots : { x: x.slice(0, end), y: y.slice(0, end), slope: slope.slice(0, end) }
}

/** Exact knots wherever a cell of the expected gain may hide a better maximum. */
function withHiddenKnots(curve: ExpectedCurve): ExpectedCurve {
  const { response } = curve
  const { x } = insertHidden({
    knots: curve.knots.gain,
    spend: response.spend,
    exact(multiple, out) {
      const [row] = expectedRows(response, [multiple])
      out[0] = row[quantityPlace.gain]
      out[1] = row[slopePlace.gain]
    },
  })
  return withKnots(curve, Array.from(x))
}
