import { describe, expect, it } from 'vitest'
import type { LogDensity } from '../../../src/inference/log-density.js'
import { normalVariances } from '../../../src/inference/sample/normal-approximation.js'
import { pathfinder, pathfinderStart } from '../../../src/inference/sample/pathfinder.js'
import { bioassay, logistic } from './reference-posteriors.js'
import { banana, eightSchools, funnel, gaussian, independent } from './targets.js'

describe('pathfinder', () => {
  it('finds a Normal: its evidence lower bound is the log of the missing constant', () => {
    const covariance = [1, 0.6, 0.6, 2]
    const { paths, k, reliable, points } = pathfinder(gaussian([3, -1], covariance), { seed: 1, draws: 1000 })
    const logConstant = Math.log(2 * Math.PI) + 0.5 * Math.log(2 - 0.36)
    expect(paths.length).toBe(4)
    expect(Math.abs(paths[0].elbo - logConstant)).toBeLessThan(0.02)
    expect(reliable).toBe(true)
    expect(k).toBeLessThan(0.5)
    expect(points.length).toBe(2000)
    const { mean } = paths[0].normal
    expect(Math.abs(mean[0] - 3)).toBeLessThan(0.05)
    normalVariances(paths[0].normal).forEach((v, i) => expect(Math.abs(v / covariance[3 * i] - 1)).toBeLessThan(0.1))
  })

  it.each([
    ['bioassay', bioassay],
    ['logistic regression', logistic],
  ])('gives the means of a %s by its weights, within their error', (_name, { density, mean, sd }) => {
    const n = density.dimension
    const { points, logWeights, ess, reliable } = pathfinder(density, { seed: 2, draws: 4000 })
    expect(reliable).toBe(true)
    mean.forEach((exact, j) => {
      const found = logWeights.reduce((sum, value, i) => sum + Math.exp(value) * points[n * i + j], 0)
      expect(Math.abs(found - exact) / (sd[j] / Math.sqrt(ess)), `coordinate ${j}`).toBeLessThan(4)
    })
  })

  it('says that it cannot approximate eight schools', () => {
    const { k, reliable } = pathfinder(eightSchools, { seed: 1, draws: 4000 })
    expect(k).toBeGreaterThan(0.7)
    expect(reliable).toBe(false)
  })

  it('survives a density without a peak', () => {
    const { paths, points } = pathfinder(funnel, { seed: 1, draws: 100, paths: 2, maxSteps: 200 })
    expect(paths.every(({ elbo }) => Number.isFinite(elbo))).toBe(true)
    expect(points.every(Number.isFinite)).toBe(true)
  })

  it('gives the same draws for the same seed, and other paths for another', () => {
    const points = (seed: number) => pathfinder(banana, { seed, draws: 40 }).points
    expect(points(1)).toEqual(points(1))
    expect(points(1)).not.toEqual(points(2))
  })

  it('starts chains in the bulk of the target, far from where the paths began', () => {
    const approximation = pathfinder(independent([40, -0.02], [3, 0.01]), { seed: 1, draws: 400 })
    const starts = [0, 1, 2, 3].map((chain) => pathfinderStart(approximation, { seed: 1, chain }))
    for (const [x, y] of starts) {
      expect(Math.abs(x - 40)).toBeLessThan(12)
      expect(Math.abs(y + 0.02)).toBeLessThan(0.04)
    }
    expect(new Set(starts.map((start) => start[0])).size).toBe(4)
    expect(pathfinderStart(approximation, { seed: 1, chain: 2 })).toEqual(starts[2])
  })

  it('works in no dimension and counts its gradients', () => {
    let calls = 0
    const density: LogDensity = { dimension: 0, valueAndGradient: () => (calls++, -1) }
    const { evaluations, paths } = pathfinder(density, { seed: 1, draws: 30 })
    expect(paths[0].elbo).toBe(-1)
    expect(evaluations).toBe(calls)
  })

  it('names the coordinate where no start has a density', () => {
    const density: LogDensity = {
      dimension: 2,
      valueAndGradient([, y], gradient) {
        gradient.fill(0)
        return y === 0 ? 0 : -Infinity
      },
    }
    expect(() => pathfinder(density, { seed: 1, draws: 30 })).toThrow('because of coordinate 1')
  })

  it.each([
    [{ draws: 3 }, '`draws` must be a whole number of at least one a path, 4, not 3.'],
    [{ draws: 10, paths: 0 }, '`paths` must be a whole number of at least 1, not 0.'],
    [{ draws: 10, elboDraws: 0.5 }, '`elboDraws` must be a whole number of at least 1, not 0.5.'],
  ])('refuses %o', (options, message) => {
    expect(() => pathfinder(banana, { seed: 1, ...options })).toThrow(message)
  })
})
