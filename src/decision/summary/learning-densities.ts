import type { DensityPair } from '../posterior-results.js'
import { exp, log } from '../../numeric/special/exp-log.js'
import { quantileSorted, standardDeviation } from '../../numeric/stats/summary.js'

const POINTS = 60
/** Part of the draws at each end that a drawing leaves out: heavy tails would squeeze the rest. */
const CUT = 0.01
/** Bandwidths beyond the outermost draws that are drawn. */
const MARGIN = 3

/**
 * Kernel densities of draws before and after the data, Gaussian kernels with Silverman's bandwidth, and the area that they share.
 *
 * Draws that never differ have no density: their bandwidth is a hundredth of the other's range.
 */
export function compareDensities(before: Float64Array, after: Float64Array): DensityPair {
  const logarithmic = before.every((x) => x > 0) && after.every((x) => x > 0)
  const scale = (draws: Float64Array): Float64Array => (logarithmic ? draws.map(log) : draws.slice()).sort()
  const [first, second] = [scale(before), scale(after)]
  const ends = [first, second].map((draws) => [quantileSorted(draws, CUT), quantileSorted(draws, 1 - CUT)])
  const range = Math.max(ends[0][1], ends[1][1]) - Math.min(ends[0][0], ends[1][0])
  const widths = [bandwidth(first, range), bandwidth(second, range)]
  const low = Math.min(...ends.map(([end], i) => end - MARGIN * widths[i]))
  const high = Math.max(...ends.map(([, end], i) => end + MARGIN * widths[i]))
  const step = (high - low) / (POINTS - 1)
  const grid = Array.from({ length: POINTS }, (_, i) => low + step * i)
  const curves = [kernelDensity(first, widths[0], grid), kernelDensity(second, widths[1], grid)]
  return {
    logarithmic,
    at: grid.map((x) => (logarithmic ? exp(x) : x)),
    before: curves[0],
    after: curves[1],
    overlap: sharedArea(curves, step),
  }
}

/** 0.9 min(sd, interquartile range / 1.34) n^(-1/5). Source: Silverman (1986), section 3.4. */
function bandwidth(sorted: Float64Array, range: number): number {
  const quartiles = quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25)
  const spread = Math.min(standardDeviation(sorted), quartiles / 1.34)
  if (!(spread > 0)) return range > 0 ? range / 100 : 1
  return 0.9 * spread * exp(-log(sorted.length) / 5)
}

function kernelDensity(sorted: Float64Array, width: number, grid: readonly number[]): number[] {
  const constant = 1 / (sorted.length * width * Math.sqrt(2 * Math.PI))
  return grid.map((x) => {
    let sum = 0
    for (const draw of sorted) {
      const z = (x - draw) / width
      if (z * z < 50) sum += exp(-0.5 * z * z)
    }
    return constant * sum
  })
}

/** Of curves that each have an area of 1: the little that lies outside the grid is shared out. */
function sharedArea([a, b]: readonly (readonly number[])[], step: number): number {
  const area = (curve: readonly number[]): number => curve.reduce((sum, y) => sum + y, 0) * step
  const [areaA, areaB] = [area(a), area(b)]
  return a.reduce((sum, y, i) => sum + Math.min(y / areaA, b[i] / areaB), 0) * step
}
