import { describe, expect, it } from 'vitest'
import type { LogDensity } from '../../../src/inference/log-density.js'
import { runChain } from '../../../src/inference/sample/chain.js'
import type { ChainOptions, ChainProgress } from '../../../src/inference/sample/chain.js'
import { banana, gaussian, independent } from './targets.js'

const correlated = gaussian([3, -1], [1, 1.9, 1.9, 4])

function options(change: Partial<ChainOptions> = {}): ChainOptions {
  return { warmup: 200, draws: 200, seed: 1, chain: 0, start: new Float64Array(2), ...change }
}

describe('runChain', () => {
  it('gives the same draws for the same seed and chain, whether or not it reports', () => {
    const silent = runChain(correlated, options())
    const told = runChain(correlated, options(), ({ points }) => points.fill(NaN))
    expect(told).toEqual(silent)
    expect(runChain(correlated, options({ chain: 1 })).points).not.toEqual(silent.points)
    expect(runChain(correlated, options({ seed: 2 })).points).not.toEqual(silent.points)
  })

  it('keeps its bits: a sum over the draws of a banana', () => {
    const { points, gradients } = runChain(banana, options({ start: Float64Array.of(1, 0) }))
    const sum = points.reduce((total, x) => total + x, 0)
    expect({ sum, gradients }).toEqual({ sum: -174.0849291645145, gradients: 1278 })
  })

  it('reports every draw once, in order, at least every 50 transitions, and says when each phase ends', () => {
    const reports: ChainProgress[] = []
    const { points, warmupGradients, gradients } = runChain(
      correlated,
      options({ warmup: 130, draws: 120 }),
      (report) => reports.push(report),
    )
    expect(reports.flatMap((report) => Array.from(report.points))).toEqual(Array.from(points))
    expect(reports.map(({ iteration }) => iteration)).toEqual([50, 100, 130, 180, 230, 250])
    expect(reports.map(({ phase }) => phase)).toEqual(['warmup', 'warmup', 'warmup', 'draws', 'draws', 'draws'])
    expect(reports.every((report) => report.of === 250 && report.stepSize > 0)).toBe(true)
    expect(reports[5].gradients).toBe(warmupGradients + gradients)
    expect(reports[2].gradients).toBe(warmupGradients)
  })

  it('reports sooner where trajectories are long', () => {
    const reports: ChainProgress[] = []
    const metric = Float64Array.of(1, 1)
    const stretched = independent([0, 0], [1, 1e-3])
    runChain(stretched, options({ warmup: 0, draws: 100, metric }), (report) => reports.push(report))
    reports.slice(1).forEach((report, i) => expect(report.gradients - reports[i].gradients).toBeLessThan(4000 + 1024))
    expect(reports.length).toBeGreaterThan(5)
  })

  it('ends with what the report throws', () => {
    const stop = () => {
      throw new Error('stopped')
    }
    expect(() => runChain(correlated, options(), stop)).toThrow('stopped')
  })

  it('keeps density, energy and acceptance of every draw', () => {
    const chain = runChain(banana, options({ start: Float64Array.of(1, 0) }))
    const gradient = new Float64Array(2)
    for (let d = 0; d < 200; d++) {
      expect(chain.logDensity[d]).toBe(banana.valueAndGradient(chain.points.subarray(2 * d, 2 * d + 2), gradient))
      expect(chain.energy[d]).toBeGreaterThanOrEqual(-chain.logDensity[d])
      expect(chain.acceptance[d]).toBeGreaterThanOrEqual(0)
      expect(chain.acceptance[d]).toBeLessThanOrEqual(1)
    }
    expect(Math.max(...chain.treeDepth)).toBeGreaterThan(1)
  })

  it('learns scales of 12 orders of magnitude', () => {
    const sd = [1e-6, 1, 1e6]
    const chain = runChain(independent([1, 2, 3], sd), options({ start: new Float64Array(3) }))
    sd.forEach((s, i) => expect(chain.metric[i] / (s * s)).toBeCloseTo(1, 6))
    expect(chain.gradients / 200).toBeLessThan(8)
    expect(chain.divergences).toEqual([])
  })

  it('reports divergences and where they happened: one step before a wall', () => {
    const walled: LogDensity = {
      dimension: 1,
      valueAndGradient([x], gradient) {
        const depth = Math.max(0, -1.5 - x)
        gradient[0] = -x + 2e6 * depth
        return -0.5 * x * x - 1e6 * depth * depth
      },
    }
    const reports: ChainProgress[] = []
    const chain = runChain(walled, options({ draws: 1000, start: Float64Array.of(1) }), (r) => reports.push(r))
    const count = chain.divergent.reduce((total, flag) => total + flag, 0)
    expect(count).toBeGreaterThan(5)
    expect(chain.divergences.length).toBe(Math.min(100, count))
    expect(reports[reports.length - 1].divergences).toBe(count)
    for (const [x] of chain.divergences) {
      expect(x).toBeGreaterThan(-1.6)
      expect(x).toBeLessThan(0.5)
    }
  })

  it('keeps at most 100 places of divergence', () => {
    let calls = 0
    const density: LogDensity = { dimension: 1, valueAndGradient: () => (calls++ < 2 ? 0 : -Infinity) }
    const chain = runChain(density, options({ warmup: 20, draws: 300, start: Float64Array.of(1) }))
    expect(chain.divergences.length).toBe(100)
    expect(chain.divergent.every((flag) => flag === 1)).toBe(true)
    expect(chain.warmupDivergences).toBe(20)
  })

  it('counts the trees that only the maximum depth ended', () => {
    const narrow = gaussian([0, 0], [1, 0.9999, 0.9999, 1])
    const shallow = runChain(narrow, options({ maxTreeDepth: 3, adapt: 'diagonal' }))
    expect(shallow.saturatedTrees).toBeGreaterThan(100)
    expect(Math.max(...shallow.treeDepth)).toBe(3)
    expect(runChain(correlated, options()).saturatedTrees).toBe(0)
  })

  it('learns correlations up to 100 coordinates unless asked for variances alone', () => {
    const narrow = gaussian([0, 0], [1, 0.9999, 0.9999, 1])
    const gradients = (adapt: Partial<ChainOptions>) => runChain(narrow, options(adapt)).gradients
    expect(gradients({})).toBe(gradients({ adapt: 'dense' }))
    expect(gradients({})).toBeLessThan(1000)
    expect(gradients({ adapt: 'diagonal' })).toBeGreaterThan(3000)
    const wide = independent(new Array<number>(101).fill(0), new Array<number>(101).fill(1))
    const start = new Float64Array(101).fill(1)
    const short = { warmup: 150, draws: 5, start }
    expect(runChain(wide, options(short))).toEqual(runChain(wide, options({ ...short, adapt: 'diagonal' })))
  })

  it('runs in no dimension and in one', () => {
    const constant: LogDensity = { dimension: 0, valueAndGradient: () => 2 }
    const none = runChain(constant, options({ start: new Float64Array(0) }))
    expect(none.points.length).toBe(0)
    expect(none.logDensity).toEqual(new Float64Array(200).fill(2))
    expect(none.stepSize).toBe(1)
    const one = runChain(independent([5], [2]), options({ start: Float64Array.of(0), draws: 2000 }))
    const mean = one.points.reduce((a, b) => a + b) / 2000
    expect(Math.abs(mean - 5)).toBeLessThan(0.3)
  })

  it('runs without warm-up, by the metric it is given', () => {
    const metric = Float64Array.of(1, 4)
    const chain = runChain(correlated, options({ warmup: 0, draws: 50, metric }))
    expect(Array.from(chain.metric)).toEqual([1, 4])
    expect(chain.warmupGradients).toBeGreaterThan(0)
    expect(runChain(correlated, options({ warmup: 5, draws: 0 })).points.length).toBe(0)
  })

  it('begins with the covariance it is given, and gives back the one it sampled with', () => {
    const covariance = Float64Array.of(1, 1.9, 1.9, 4)
    const given = runChain(correlated, options({ warmup: 0, draws: 50, covariance }))
    given.covariance?.forEach((value, i) => expect(value).toBeCloseTo(covariance[i], 12))
    const learned = runChain(correlated, options({ covariance: Float64Array.of(100, 0, 0, 0.01) }))
    learned.covariance?.forEach((value, i) => expect(Math.abs(value / covariance[i] - 1)).toBeLessThan(0.1))
    expect(runChain(correlated, options({ adapt: 'diagonal' })).covariance).toBe(null)
    const kept = runChain(correlated, options({ covariance, adapt: 'step-size' }))
    kept.covariance?.forEach((value, i) => expect(value).toBeCloseTo(covariance[i], 12))
    expect(kept.stepSize).toBeGreaterThan(0.5)
  })

  it('takes any length of warm-up', () => {
    for (let warmup = 0; warmup <= 25; warmup++) {
      const chain = runChain(correlated, options({ warmup, draws: 10 }))
      expect(chain.stepSize).toBeGreaterThan(0)
      expect(chain.metric.every((variance) => variance > 0)).toBe(true)
    }
  })

  it('does not change the start or the metric it is given', () => {
    const start = Float64Array.of(1, 2)
    const metric = Float64Array.of(3, 4)
    runChain(correlated, options({ start, metric }))
    expect([...start, ...metric]).toEqual([1, 2, 3, 4])
  })

  it.each([
    [{ warmup: -1 }, '`warmup` must be a whole number of transitions, at least 0, not -1.'],
    [{ draws: 1.5 }, '`draws` must be a whole number of transitions, at least 0, not 1.5.'],
    [{ targetAcceptance: 1 }, '`targetAcceptance` must lie between 0 and 1, not at 1.'],
    [{ maxTreeDepth: 21 }, '`maxTreeDepth` must be a whole number from 1 to 20, not 21.'],
    [{ start: new Float64Array(3) }, '`start` must have 2 coordinates, not 3.'],
    [{ metric: new Float64Array(1) }, '`metric` must have 2 variances, not 1.'],
    [{ metric: Float64Array.of(1, 0) }, '`metric` must hold finite variances above 0, not 0 at 1.'],
    [{ covariance: new Float64Array(2) }, '`covariance` must have 2 x 2 entries, not 2.'],
    [{ covariance: Float64Array.of(1, 2, 2, 1) }, '`covariance` must be positive definite.'],
  ] as const)('refuses %o', (change, message) => {
    expect(() => runChain(correlated, options(change))).toThrow(message)
  })

  it('names the coordinate of a start outside the support', () => {
    const start = Float64Array.of(0, NaN)
    expect(() => runChain(correlated, options({ start }))).toThrow('because of coordinate 1 (value = NaN')
  })
})
