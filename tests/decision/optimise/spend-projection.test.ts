import { describe, expect, it } from 'vitest'
import type { PlanLimits } from '../../../src/decision/optimise/plan-limits.js'
import { towardsEven, withinRamps } from '../../../src/decision/optimise/ramp-limits.js'
import { projectPaths, type PathLimits } from '../../../src/decision/optimise/spend-projection.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'

const limits: PlanLimits = {
  currency: 'EUR',
  channels: [
    { name: 'a', role: null, today: 10, low: 2, high: 8 },
    { name: 'b', role: null, today: 10, low: 0, high: Infinity },
    { name: 'c', role: null, today: 10, low: 5, high: 20 },
  ],
  groups: [{ name: 'bc', channels: [1, 2], today: 20, low: 0, high: 12 }],
  shares: [],
}
const open = (): Uint8Array => new Uint8Array(4).fill(1)
const problem: PathLimits = { limits, total: 16, isExact: true, allowed: [open(), Uint8Array.of(1, 0, 1, 1), open()] }
const total = (path: Float64Array): number => path.reduce((sum, x) => sum + x, 0)

describe('projectPaths', () => {
  it('keeps to every limit, and no other paths within them are nearer', () => {
    const g = createGenerator(4, 'projection')
    const metric = Float64Array.of(1, 2, 0.5)
    for (let run = 0; run < 30; run++) {
      const wanted = [0, 1, 2].map(() => Float64Array.from({ length: 4 }, () => 6 * g.normal()))
      const found = projectPaths(wanted, metric, problem)
      const distance = (paths: readonly Float64Array[]): number =>
        paths.reduce(
          (sum, path, c) =>
            sum + path.reduce((own, x, t) => own + (x - wanted[c][t]) * (x - wanted[c][t]), 0) / metric[c],
          0,
        )
      expect(found.reduce((sum, path) => sum + total(path), 0)).toBeCloseTo(16, 9)
      expect(total(found[0])).toBeGreaterThanOrEqual(2 - 1e-9)
      expect(total(found[0])).toBeLessThanOrEqual(8 + 1e-9)
      expect(total(found[1]) + total(found[2])).toBeLessThanOrEqual(12 + 1e-9)
      expect(found[1][1]).toBe(0)
      // Towards any other paths within the limits the distance only grows.
      for (let other = 0; other < 20; other++) {
        const paths = projectPaths(
          wanted.map((path) => path.map(() => 5 * g.uniform())),
          metric,
          problem,
        )
        const near = found.map((path, c) => path.map((x, t) => x + 0.01 * (paths[c][t] - x)))
        expect(distance(near)).toBeGreaterThanOrEqual(distance(found) - 1e-9)
      }
    }
  })

  it('leaves paths alone that keep to a ceiling', () => {
    const wanted = [Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 0, 1, 1), Float64Array.of(1, 2, 1, 1)]
    expect(projectPaths(wanted, Float64Array.of(1, 1, 1), { ...problem, total: 100, isExact: false })).toEqual(wanted)
  })
})

describe('withinRamps', () => {
  it('keeps changes within the ramp and totals as they are', () => {
    const g = createGenerator(5, 'ramps')
    for (let run = 0; run < 20; run++) {
      const wanted = [0, 1, 2].map(() => Float64Array.from({ length: 4 }, () => 3 + 3 * g.normal()))
      const ramps = Float64Array.of(0.5, 0.5, 0.5)
      const metric = Float64Array.of(1, 1, 1)
      const found = withinRamps(wanted, {
        ramps,
        allowed: problem.allowed,
        project: (paths) => projectPaths(paths, metric, problem),
      })
      expect(found.reduce((sum, path) => sum + total(path), 0)).toBeCloseTo(16, 8)
      for (const c of [0, 2]) {
        for (let t = 0; t < 3; t++) expect(Math.abs(found[c][t + 1] - found[c][t])).toBeLessThanOrEqual(0.5 + 1e-12)
        expect(Math.min(...found[c])).toBeGreaterThanOrEqual(-1e-12)
      }
    }
  })

  it('mixes a path with its even one, just as far as needed', () => {
    expect(Array.from(towardsEven(Float64Array.of(0, 4), 2, Uint8Array.of(1, 1)))).toEqual([1, 3])
    expect(Array.from(towardsEven(Float64Array.of(1, 2), 2, Uint8Array.of(1, 1)))).toEqual([1, 2])
    expect(Array.from(towardsEven(Float64Array.of(0, 4, 0), 2, Uint8Array.of(0, 1, 1)))).toEqual([0, 3, 1])
  })
})
