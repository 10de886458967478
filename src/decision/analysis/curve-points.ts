// Profit-max, ROI-max and break-even of one curve. Definitions: docs, "Definitions that everything uses".

import { findRoot } from '../../numeric/solve/root.js'
import type { Knots } from './knots.js'
import { slopeAt, valueAt, withGentleStart } from './knots.js'

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
 * Global maxima of profit and ROI, and the last multiple at which profit isn't negative, of the cubics through the knots.
 *
 * Profit is gain - spend, ROI is profit / spend with its limit at zero. Profit-max is the smallest of tied maxima, ROI-max the largest,
 * except that zero wins a tie. A maximum between two knots is found where the derivative condition changes sign there: `insertHidden`
 * adds the knots that this needs, `settledPoints` those that make the points exact.
 *
 * On a concave curve ROI-max is 0: it is where the ratio is highest, not what to spend.
 *
 * @param gain money after variable cost against the multiple of today's spend, from 0 at multiple 0.
 * @param spend money at multiple 1; above 0.
 */
export function curvePoints(gain: Knots, spend: number): CurvePoints {
  const search: Search = { knots: withGentleStart(gain), slopeAtZero: gain.slope[0], spend }
  const linear = isLinear(gain)
  const ratio = bestRatio(search)
  if (!(ratio.ratio > 1)) {
    const beyond = { roiMax: false, profitMax: false, breakEven: false }
    return { roiMax: 0, profitMax: 0, breakEven: 0, beyond, neverPays: true, linear }
  }
  const roiMax = linear ? 0 : ratio.multiple
  const profitMax = Math.max(roiMax, mostProfitable(search))
  const breakEven = Math.max(profitMax, lastPaying(search, profitMax))
  const end = gain.x.length - 1
  const largest = gain.x[end]
  const beyond = {
    roiMax: roiMax === largest,
    profitMax: profitMax === largest,
    breakEven: breakEven === largest && profitAt(search, end) > 0,
  }
  return { roiMax, profitMax, breakEven, beyond, neverPays: false, linear }
}

interface Search {
  readonly knots: Knots
  /** Exact, where the knots' first derivative is cut to what a cubic can follow. */
  readonly slopeAtZero: number
  readonly spend: number
}

/** Gain within rounding of a straight line through the origin. */
function isLinear({ x, y }: Knots): boolean {
  const end = x.length - 1
  const rate = y[end] / x[end]
  return x.every((multiple, i) => Math.abs(y[i] - rate * multiple) <= 1e-9 * Math.abs(rate) * multiple)
}

function profitAt({ knots, spend }: Search, i: number): number {
  return knots.y[i] - spend * knots.x[i]
}

/** Highest gain / spend and where; at zero it is the derivative's limit. */
function bestRatio({ knots, slopeAtZero, spend }: Search): { readonly multiple: number; readonly ratio: number } {
  const { x, y, slope } = knots
  let best = { multiple: 0, ratio: slopeAtZero / spend }
  const consider = (multiple: number, gain: number): void => {
    const ratio = gain / (spend * multiple)
    const margin = 1e-12 * Math.abs(best.ratio)
    const tied = best.multiple > 0 && multiple > best.multiple && ratio >= best.ratio - margin
    if (ratio > best.ratio + margin || tied) best = { multiple, ratio }
  }
  const excess = (multiple: number): number => multiple * slopeAt(knots, multiple) - valueAt(knots, multiple)
  consider(x[1], y[1])
  for (let i = 1; i + 1 < x.length; i++) {
    if (x[i] * slope[i] <= y[i] || x[i + 1] * slope[i + 1] > y[i + 1]) continue
    const multiple = fallingRoot(excess, x[i], x[i + 1])
    consider(multiple, valueAt(knots, multiple))
  }
  const end = x.length - 1
  consider(x[end], y[end])
  return best
}

/** Multiple of the greatest profit, the smallest if tied. */
function mostProfitable(search: Search): number {
  const { knots, slopeAtZero, spend } = search
  const { x, slope } = knots
  let best = { multiple: 0, profit: 0 }
  const consider = (multiple: number, profit: number): void => {
    if (profit > best.profit) best = { multiple, profit }
  }
  const marginal = (multiple: number): number => slopeAt(knots, multiple) - spend
  for (let i = 0; i + 1 < x.length; i++) {
    const start = i === 0 ? slopeAtZero : slope[i]
    if (start <= spend || slope[i + 1] > spend) continue
    const multiple = fallingRoot(marginal, x[i], x[i + 1])
    consider(multiple, valueAt(knots, multiple) - spend * multiple)
  }
  const end = x.length - 1
  consider(x[end], profitAt(search, end))
  return best.multiple
}

/** Last multiple at which profit isn't negative, at or above `from`, which pays. */
function lastPaying(search: Search, from: number): number {
  const { knots, spend } = search
  const { x } = knots
  let last = x.length - 1
  if (profitAt(search, last) >= 0) return x[last]
  while (last > 0 && x[last - 1] > from && profitAt(search, last - 1) < 0) last--
  const profit = (multiple: number): number => valueAt(knots, multiple) - spend * multiple
  return fallingRoot(profit, Math.max(from, x[last - 1]), x[last])
}

/**
 * A root of a function that is positive at `low` and not at `high`; the middle where the cubic doesn't follow the knots that far, as in the
 * first cell of a curve that rises steeply at zero.
 */
function fallingRoot(f: (x: number) => number, low: number, high: number): number {
  if (f(low) === 0) return low
  if (f(high) === 0) return high
  return f(low) > 0 && f(high) < 0 ? findRoot(f, low, high, 1e-13 * high) : 0.5 * (low + high)
}
