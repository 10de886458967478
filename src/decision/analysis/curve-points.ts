// Profit-max, ROI-max and break-even of one curve. Definitions: docs, "Definitions that everything uses".

import type { Knots } from './knots.js'
import { slopeAt, slopeCoefficients, valueAt, withGentleStart } from './knots.js'
import { refineRoot } from './refine-root.js'

/** Money that spend brings after variable cost, as a function of the multiple of today's spend: known at knots, exact in between. */
export interface GainCurve {
  /** From multiple 0, where the gain is 0, to the largest multiple. */
  readonly knots: Knots
  /** Fills `out` with gain and derivative at a multiple. */
  readonly exact: (multiple: number, out: Float64Array) => void
  /** Money spent at multiple 1; above 0. */
  readonly spend: number
}

/** The three points of one curve, as multiples of today's spend, with 0 <= roiMax <= profitMax <= breakEven <= the curve's end. */
export interface CurvePoints {
  readonly roiMax: number
  readonly profitMax: number
  readonly breakEven: number
  /** Whether the curve ends before the point: ROI, profit still rising, or profit still above 0, at the largest multiple. */
  readonly beyond: { readonly roiMax: boolean; readonly profitMax: boolean; readonly breakEven: boolean }
  /** No spend returns more than it costs; the three points are 0. */
  readonly neverPays: boolean
  /** Gain is proportional to spend, so that ROI is the same everywhere; ROI-max is 0 by definition. */
  readonly linear: boolean
}

/**
 * Global maxima of profit and ROI, and the last multiple at which profit isn't negative.
 *
 * Profit is gain - spend, ROI is profit / spend with its limit at zero. Profit-max is the smallest of tied maxima, ROI-max the
 * largest, except that zero wins a tie. Brackets come from the knots and from points inserted where a cell may hide a
 * better maximum (gain is taken to be monotone for that bound); each is refined on the exact curve to about 1e-10.
 *
 * On a concave curve ROI-max is 0: it is where the ratio is highest, not what to spend.
 *
 * @example
 * // gain 2 sqrt(u) on spend 1: profit-max 1, break-even 4, ROI highest at zero
 */
export function findCurvePoints(curve: GainCurve): CurvePoints {
  const knots = withGentleStart(insertHidden(curve))
  const search = { ...curve, knots, slopeAtZero: curve.knots.slope[0], at: new Float64Array(2) }
  const linear = isLinear(search.knots)
  const ratio = bestRatio(search)
  if (!(ratio.ratio > 1)) {
    const beyond = { roiMax: false, profitMax: false, breakEven: false }
    return { roiMax: 0, profitMax: 0, breakEven: 0, beyond, neverPays: true, linear }
  }
  const roiMax = linear ? 0 : ratio.multiple
  const profitMax = Math.max(roiMax, mostProfitable(search))
  const breakEven = Math.max(profitMax, lastPaying(search, profitMax))
  const end = search.knots.x.length - 1
  const largest = search.knots.x[end]
  const endProfit = search.knots.y[end] - curve.spend * largest
  const beyond = {
    roiMax: roiMax === largest,
    profitMax: profitMax === largest,
    breakEven: breakEven === largest && endProfit > 0,
  }
  return { roiMax, profitMax, breakEven, beyond, neverPays: false, linear }
}

interface Search extends GainCurve {
  /** Exact, where the knots' first derivative is cut to what a cubic can follow. */
  readonly slopeAtZero: number
  readonly at: Float64Array
}

/** Gain within rounding of a straight line through the origin. */
function isLinear({ x, y }: Knots): boolean {
  const end = x.length - 1
  const rate = y[end] / x[end]
  return x.every((multiple, i) => Math.abs(y[i] - rate * multiple) <= 1e-9 * Math.abs(rate) * multiple)
}

/** Highest gain / spend and where; at zero it is the derivative's limit. */
function bestRatio(search: Search): { readonly multiple: number; readonly ratio: number } {
  const { knots, spend } = search
  const { x, y, slope } = knots
  let best = { multiple: 0, ratio: search.slopeAtZero / spend }
  const consider = (multiple: number, gain: number): void => {
    const ratio = gain / (spend * multiple)
    const margin = 1e-12 * Math.abs(best.ratio)
    const tied = best.multiple > 0 && multiple > best.multiple && ratio >= best.ratio - margin
    if (ratio > best.ratio + margin || tied) best = { multiple, ratio }
  }
  const excess = (i: number): number => x[i] * slope[i] - y[i]
  const peaks: Peak[] = []
  for (let i = 1; i + 1 < x.length; i++) {
    if (excess(i) > 0 && excess(i + 1) <= 0) peaks.push({ low: x[i], high: x[i + 1] })
  }
  const near = (multiple: number): number => multiple * slopeAt(knots, multiple) - valueAt(knots, multiple)
  const exact = (multiple: number): number => multiple * exactSlope(search, multiple) - search.at[0]
  for (const peak of promising(peaks, (multiple) => valueAt(knots, multiple) / multiple)) {
    const multiple = refineRoot({ exact, near, ...peak })
    consider(multiple, exactGain(search, multiple))
  }
  for (let i = 1; i < x.length; i++) consider(x[i], y[i])
  return best
}

/** Multiple of the greatest profit, the smallest if tied. */
function mostProfitable(search: Search): number {
  const { knots, spend } = search
  const { x, y, slope } = knots
  let best = { multiple: 0, profit: 0 }
  const consider = (multiple: number, profit: number): void => {
    if (profit > best.profit) best = { multiple, profit }
  }
  const peaks: Peak[] = []
  for (let i = 0; i + 1 < x.length; i++) {
    const start = i === 0 ? search.slopeAtZero : slope[i]
    if (start > spend && slope[i + 1] <= spend) peaks.push({ low: x[i], high: x[i + 1] })
  }
  const near = (multiple: number): number => slopeAt(knots, multiple) - spend
  const exact = (multiple: number): number => exactSlope(search, multiple) - spend
  for (const peak of promising(peaks, (multiple) => valueAt(knots, multiple) - spend * multiple)) {
    const multiple = refineRoot({ exact, near, ...peak })
    consider(multiple, exactGain(search, multiple) - spend * multiple)
  }
  const end = x.length - 1
  consider(x[end], y[end] - spend * x[end])
  return best.multiple
}

/** Last multiple at which profit isn't negative, at or above `from`, which pays. */
function lastPaying(search: Search, from: number): number {
  const { knots, spend } = search
  const { x, y } = knots
  let last = x.length - 1
  if (y[last] - spend * x[last] >= 0) return x[last]
  while (last > 0 && x[last - 1] > from && y[last - 1] - spend * x[last - 1] < 0) last--
  const exact = (multiple: number): number => exactGain(search, multiple) - spend * multiple
  const near = (multiple: number): number => valueAt(knots, multiple) - spend * multiple
  return refineRoot({ exact, near, low: Math.max(from, x[last - 1]), high: x[last] })
}

interface Peak {
  readonly low: number
  readonly high: number
}

/** The brackets whose middle comes close to the best one: interpolation can't tell them apart, exact values can. */
function promising(peaks: readonly Peak[], score: (multiple: number) => number): readonly Peak[] {
  const reach = ({ low, high }: Peak): number => Math.max(score(low), score(0.5 * (low + high)), score(high))
  const best = peaks.reduce((most, peak) => Math.max(most, reach(peak)), -Infinity)
  return peaks.filter((peak) => reach(peak) >= best - 0.05 * Math.abs(best))
}

function exactGain(search: Search, multiple: number): number {
  search.exact(multiple, search.at)
  return search.at[0]
}

function exactSlope(search: Search, multiple: number): number {
  search.exact(multiple, search.at)
  return search.at[1]
}

/** Cells are split no further than this share of their multiple. */
const FINEST_CELL = 1e-3

/** The knots, and exact points in between wherever a cell may hide a maximum better than those in sight. */
function insertHidden({ knots, exact, spend }: GainCurve): Knots {
  const x = Array.from(knots.x)
  const y = Array.from(knots.y)
  const slope = Array.from(knots.slope)
  const out = new Float64Array(2)
  const best = { profit: 0, ratio: slope[0] / spend }
  const see = (i: number): void => {
    best.profit = Math.max(best.profit, y[i] - spend * x[i])
    best.ratio = Math.max(best.ratio, y[i] / (spend * x[i]))
  }
  for (let i = 1; i < x.length; i++) see(i)
  for (let i = 0; i + 1 < x.length;) {
    const cell = { x: x.slice(i, i + 2), y: y.slice(i, i + 2), slope: slope.slice(i, i + 2) }
    if (!mayHide(cell, spend, best)) {
      i++
      continue
    }
    const middle = 0.5 * (x[i] + x[i + 1])
    exact(middle, out)
    x.splice(i + 1, 0, middle)
    y.splice(i + 1, 0, out[0])
    slope.splice(i + 1, 0, out[1])
    see(i + 1)
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y), slope: Float64Array.from(slope) }
}

interface Cell {
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly slope: readonly number[]
}

/** Whether the derivative isn't monotone inside a cell that could hold more profit, a higher ratio, or profit at all. */
function mayHide(
  { x, y, slope }: Cell,
  spend: number,
  best: { readonly profit: number; readonly ratio: number },
): boolean {
  if (x[1] - x[0] <= FINEST_CELL * Math.max(x[1], FINEST_CELL)) return false
  const most = Math.max(y[0], y[1])
  const crossesZero = most >= spend * x[0] && y[1] < spend * x[1]
  if (most - spend * x[0] <= best.profit && most <= best.ratio * spend * x[0] && !crossesZero) return false
  const secant = (y[1] - y[0]) / (x[1] - x[0])
  const low = Math.min(slope[0], slope[1])
  const high = Math.max(slope[0], slope[1])
  const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high))
  return secant < low - slack || secant > high + slack || (high <= spend && steepest({ x, y, slope }) > spend)
}

/** Greatest derivative of the cubic inside the cell, where it isn't at an end. */
function steepest(cell: Cell): number {
  const knots = { x: Float64Array.from(cell.x), y: Float64Array.from(cell.y), slope: Float64Array.from(cell.slope) }
  const { start, bend, curvature } = slopeCoefficients(knots, 0)
  const t = -bend / (2 * curvature)
  return curvature < 0 && t > 0 && t < 1 ? start + t * (bend + t * curvature) : -Infinity
}
