import type { NullableSeries, ResponseCurve, SeriesEstimate, TradeOff } from '../../decision/results.js'

/** Indices of the curve's points that a drawing shows: from zero to `reach` times today. */
export function pointsWithin(curve: ResponseCurve, reach: number): number[] {
  return curve.multiples.flatMap((multiple, index) => (multiple <= reach * 1.0000001 ? [index] : []))
}

/** Place of today's spend in the curve, -1 where it isn't among its points. */
export function todayIndex(curve: ResponseCurve): number {
  return curve.multiples.indexOf(1)
}

/**
 * How far to draw a curve, in multiples of today: to every point worth seeing and half as far again, 2 to 10.
 *
 * A break-even far out would squeeze everything else into a corner: it counts up to five times today only.
 */
export function drawnReach({ curve, profitMax, roiMax, breakEven }: Omit<TradeOff, 'sentence'>): number {
  const today = curve.spend[todayIndex(curve)] ?? 0
  if (!(today > 0)) return 10
  const multiple = (spend: number | undefined): number => (spend ?? 0) / today
  const far = Math.max(
    1.6,
    1.25 * multiple(profitMax?.spend),
    1.1 * multiple(profitMax?.nearOptimal?.[1]),
    1.25 * multiple(roiMax?.spend),
    Math.min(5, 1.15 * multiple(breakEven?.spend)),
  )
  return Math.min(10, Math.max(2, far))
}

/** A series' mean at any spend, on the line between its points; null outside them or where a neighbour is unknown. */
export function meanAt(curve: ResponseCurve, series: SeriesEstimate | NullableSeries, spend: number): number | null {
  const after = curve.spend.findIndex((x) => x >= spend)
  if (after < 0) return null
  const high = series.mean[after] ?? null
  if (after === 0 || curve.spend[after] === spend) return high
  const low = series.mean[after - 1] ?? null
  if (low === null || high === null) return null
  const [x0, x1] = [curve.spend[after - 1], curve.spend[after]]
  return low + ((high - low) * (spend - x0)) / (x1 - x0)
}
