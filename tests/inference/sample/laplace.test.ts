import { describe, expect, it } from 'vitest'
import type { LogDensity } from '../../../src/inference/log-density.js'
import { laplace, NoPeakError } from '../../../src/inference/sample/laplace.js'
import { normalVariances } from '../../../src/inference/sample/normal-approximation.js'
import { expectRelative } from '../../support/relative.js'
import { bioassay } from './reference-posteriors.js'
import { banana, eightSchools, gaussian, independent } from './targets.js'

describe('laplace', () => {
  it('is exact for a Normal: mode, covariance, and weights that are all equal', () => {
    const covariance = [1, 0.9, 0, 0.9, 1, 0.1, 0, 0.1, 0.25]
    const start = Float64Array.of(0, 0, 0)
    const { normal, k, logWeights, reliable } = laplace(gaussian([3, -1, 2], covariance), {
      start,
      draws: 500,
      seed: 1,
    })
    ;[3, -1, 2].forEach((mean, i) => expect(normal.mean[i]).toBeCloseTo(mean, 6))
    normalVariances(normal).forEach((variance, i) => expectRelative(variance, covariance[4 * i], 1e-6))
    logWeights.forEach((value) => expect(Math.abs(value + Math.log(500))).toBeLessThan(1e-4))
    expect(k).toBeLessThan(0.5)
    expect(reliable).toBe(true)
  })

  it('finds the mode of coordinates whose scales differ by 12 orders of magnitude', () => {
    const sd = [1e-6, 1, 1e6]
    const { normal } = laplace(independent([2e-6, 5, 3e6], sd), { start: new Float64Array(3), draws: 10, seed: 1 })
    ;[2, 5, 3].forEach((mean, i) => expect(normal.mean[i] / sd[i]).toBeCloseTo(mean, 4))
    normalVariances(normal).forEach((variance, i) => expectRelative(variance, sd[i] ** 2, 1e-4))
  })

  it('gives the moments of the bioassay posterior by its weights, within their error', () => {
    const { points, logWeights, k, ess, reliable } = laplace(bioassay.density, {
      start: Float64Array.of(0, 5),
      draws: 4000,
      seed: 1,
    })
    expect(reliable).toBe(true)
    expect(k).toBeLessThan(0.7)
    bioassay.mean.forEach((exact, j) => {
      const mean = logWeights.reduce((sum, value, i) => sum + Math.exp(value) * points[2 * i + j], 0)
      expect(Math.abs(mean - exact) / (bioassay.sd[j] / Math.sqrt(ess))).toBeLessThan(4)
    })
  })

  it('says that eight schools is no Normal', () => {
    const { k, reliable } = laplace(eightSchools, { start: new Float64Array(10), draws: 1000, seed: 1 })
    expect(k).toBeGreaterThan(0.7)
    expect(reliable).toBe(false)
  })

  it('gives the same draws for the same seed', () => {
    const start = Float64Array.of(0, 5)
    const points = (seed: number) => laplace(bioassay.density, { start, draws: 20, seed }).points
    expect(points(1)).toEqual(points(1))
    expect(points(1)).not.toEqual(points(2))
  })

  it('works in no dimension', () => {
    const density: LogDensity = { dimension: 0, valueAndGradient: () => -1 }
    const { modeValue, k } = laplace(density, { start: new Float64Array(0), draws: 30, seed: 1 })
    expect(modeValue).toBe(-1)
    expect(k).toBe(-Infinity)
  })

  it('names the coordinate in which the density is flat', () => {
    const flat: LogDensity = {
      dimension: 2,
      valueAndGradient([x], gradient) {
        gradient[0] = -x
        gradient[1] = 0
        return -0.5 * x * x
      },
    }
    const attempt = () => laplace(flat, { start: Float64Array.of(1, 7), draws: 10, seed: 1 })
    expect(attempt).toThrow(NoPeakError)
    expect(attempt).toThrow('The log density has no peak: it does not fall to either side of coordinate 1 (value = 7)')
  })

  it('names the coordinate of a start without density, and refuses no draws', () => {
    const start = Float64Array.of(0, NaN)
    expect(() => laplace(banana, { start, draws: 10, seed: 1 })).toThrow('because of coordinate 1')
    expect(() => laplace(banana, { start: new Float64Array(2), draws: 0, seed: 1 })).toThrow(
      '`draws` must be a whole number of at least 1, not 0.',
    )
  })
})
