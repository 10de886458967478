import { carriedOver } from './carry-over.js'
import type { Mechanism } from './forward.js'
import { effectAt } from './forward.js'
import { responseSlopeAt } from './response.js'

/** The weeks whose spend is varied: `from` up to but not including `to`; media stand before and zeros after them. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** Incremental KPI, tail included, at multiples of the channel's history. */
export interface TrueCurve {
  readonly multiples: readonly number[]
  readonly spend: readonly number[] | null
  readonly kpi: readonly number[]
}

/** Money over the window, as a multiple of what was spent and as an amount. */
interface TruePoint {
  readonly multiple: number
  readonly spend: number
  /** Incremental KPI with the tail, its profit after margin, and the profit ROI there (null at no spend). */
  readonly incrementalKpi: number
  readonly profit: number
  readonly roi: number | null
}

/** Where profit is greatest, where ROI is, and how far spend could go before profit is gone; all 0 where nothing pays. */
export interface CurvePoints {
  readonly profitMax: TruePoint
  readonly roiMax: TruePoint
  readonly breakEven: TruePoint
}

const MOST = 10
/** Points of the grid on which a maximum is bracketed; they lie closer together towards zero. */
const STEPS = 200
const MULTIPLES = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3]

/** KPI that the window's spend causes, in it and after it, when it is `multiple` times what it was. */
export function kpiAtMultiple(mechanism: Mechanism, media: Float64Array, window: Window, multiple: number): number {
  const { earlier, own } = stocks(mechanism, media, window)
  return kpiOf(mechanism, earlier, own, multiple)
}

/** Derivative of that KPI in the multiple, at 1. */
export function marginalKpi(mechanism: Mechanism, media: Float64Array, window: Window): number {
  const { earlier, own } = stocks(mechanism, media, window)
  return slopeOf(mechanism, earlier, own, 1)
}

/** The curve at a few round multiples. */
export function trueCurve(kpiAt: (multiple: number) => number, spend: number | null): TrueCurve {
  return {
    multiples: MULTIPLES,
    spend: spend === null ? null : MULTIPLES.map((multiple) => multiple * spend),
    kpi: MULTIPLES.map(kpiAt),
  }
}

/** Profit-max, ROI-max and break-even between 0 and 10 times the spend of the window; the smallest where tied. */
export function curvePoints(
  mechanism: Mechanism,
  media: Float64Array,
  window: Window & { readonly spend: number; readonly margin: number },
): CurvePoints {
  const { earlier, own } = stocks(mechanism, media, window)
  const { spend, margin } = window
  const kpi = (u: number): number => kpiOf(mechanism, earlier, own, u)
  const slope = (u: number): number => slopeOf(mechanism, earlier, own, u)
  const profit = (u: number): number => margin * kpi(u) - spend * u
  const ratio = (u: number): number => (u > 0 ? kpi(u) / u : slope(1e-9))
  const point = (u: number): TruePoint => ({
    multiple: u,
    spend: u * spend,
    incrementalKpi: kpi(u),
    profit: profit(u),
    roi: u > 0 ? (margin * kpi(u)) / (u * spend) - 1 : null,
  })
  const bestProfit = highest(profit, (u) => margin * slope(u) - spend)
  if (!(profit(bestProfit) > 0)) return { profitMax: point(0), roiMax: point(0), breakEven: point(0) }
  const bestRatio = highest(ratio, (u) => slope(u) * u - kpi(u))
  return { profitMax: point(bestProfit), roiMax: point(bestRatio), breakEven: point(lastPaying(profit, bestProfit)) }
}

/** Carried-over media from before the window, and from the window's own spend. */
function stocks(
  mechanism: Mechanism,
  media: Float64Array,
  { from }: Window,
): { earlier: Float64Array; own: Float64Array } {
  const before = media.map((level, t) => (t < from ? level : 0))
  const within = media.map((level, t) => (t < from ? 0 : level))
  return { earlier: carriedOver(before, mechanism.weights), own: carriedOver(within, mechanism.weights) }
}

function kpiOf(mechanism: Mechanism, earlier: Float64Array, own: Float64Array, multiple: number): number {
  let kpi = 0
  for (let t = 0; t < own.length; t++) {
    if (own[t] === 0) continue
    kpi += effectAt(mechanism, earlier[t] + multiple * own[t], t)
    if (earlier[t] > 0) kpi -= effectAt(mechanism, earlier[t], t)
  }
  return kpi
}

function slopeOf({ response, potency }: Mechanism, earlier: Float64Array, own: Float64Array, multiple: number): number {
  let slope = 0
  for (let t = 0; t < own.length; t++) {
    if (own[t] === 0) continue
    slope += (potency?.[t] ?? 1) * responseSlopeAt(response, earlier[t] + multiple * own[t]) * own[t]
  }
  return slope
}

/** The smallest multiple at which `value` is greatest: a grid, then bisection on the sign of its derivative. */
function highest(value: (u: number) => number, derivative: (u: number) => number): number {
  let best = 0
  let bestValue = value(0)
  for (let i = 1; i <= STEPS; i++) {
    const candidate = value(gridPoint(i))
    if (candidate > bestValue) {
      best = i
      bestValue = candidate
    }
  }
  if (best === 0) return 0
  if (best === STEPS && derivative(MOST) > 0) return MOST
  return bisected((u) => derivative(u) > 0, gridPoint(best - 1), gridPoint(Math.min(STEPS, best + 1)))
}

/** The largest multiple up to 10 at which profit is not negative, given one at which it is positive. */
function lastPaying(profit: (u: number) => number, paying: number): number {
  let last = STEPS
  while (last > 0 && gridPoint(last) > paying && profit(gridPoint(last)) < 0) last--
  if (last === STEPS) return MOST
  return bisected((u) => profit(u) >= 0, Math.max(paying, gridPoint(last)), gridPoint(last + 1))
}

function gridPoint(i: number): number {
  return MOST * (i / STEPS) * (i / STEPS)
}

/** Where a condition that holds at `low` and fails at `high` ends; `low` where it fails from the start. */
function bisected(holds: (u: number) => boolean, low: number, high: number): number {
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}
