import { describe, expect, it } from 'vitest'
import type { LogDensity } from '../../../src/inference/log-density.js'
import { DiagonalMetric } from '../../../src/inference/sample/metric.js'
import { NoUTurnSampler } from '../../../src/inference/sample/no-u-turn.js'
import type { Transition } from '../../../src/inference/sample/no-u-turn.js'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import type { Generator } from '../../../src/numeric/random/generator.js'
import { banana, funnel, gaussian } from './targets.js'

const correlated = gaussian([0, 0, 0], [1, 0.9, 0.2, 0.9, 1, 0.1, 0.2, 0.1, 0.25])
const cases: readonly (readonly [string, LogDensity, number, number[]])[] = [
  ['a correlated Normal, small steps', correlated, 0.08, [1, 1.5, -0.2]],
  ['a correlated Normal, steps near the limit of stability', correlated, 0.55, [0.3, -0.2, 0.1]],
  ['a banana', banana, 0.12, [1.5, 2]],
  ['the neck of a funnel', funnel, 0.3, [-5, 0.1, 0.03, -0.05, 0.04, 0.2, -0.02, 0.1, 0.03, 0.04]],
]

describe('NoUTurnSampler against a recursive implementation', () => {
  it.each(cases)('%s: the same trees, to the last step', (_name, density, stepSize, start) => {
    const seen = { divergent: 0, saturated: 0, depths: new Set<number>() }
    for (let run = 0; run < 200; run++) {
      const script = scripted(run, density.dimension)
      const sampler = new NoUTurnSampler(density, unit(density), Float64Array.from(start))
      sampler.move({ stepSize, maxTreeDepth: 6 }, script.generator)
      const naive = naiveTree(density, { start, stepSize, maxTreeDepth: 6, ...script })
      const { acceptance, ...tree } = pick(sampler.transition)
      expect(tree).toEqual(naive.tree)
      expect(acceptance).toBeCloseTo(naive.acceptance, 9)
      if (tree.divergent) seen.divergent++
      if (tree.saturated) seen.saturated++
      seen.depths.add(tree.treeDepth)
    }
    expect(seen.depths.size).toBeGreaterThan(1)
    if (density === funnel) expect(seen.divergent).toBeGreaterThan(0)
  })

  it.each(cases.slice(1, 3))('%s: chooses each state as often as it should', (_name, density, stepSize, start) => {
    const script = scripted(3, density.dimension)
    const { probabilities } = naiveTree(density, { start, stepSize, maxTreeDepth: 6, ...script })
    const counts = new Map<number, number>()
    const uniforms = createGenerator(5, 'choices')
    const runs = 4000
    for (let run = 0; run < runs; run++) {
      const generator = { ...scripted(3, density.dimension).generator, uniform: () => uniforms.uniform() }
      const sampler = new NoUTurnSampler(density, unit(density), Float64Array.from(start))
      sampler.move({ stepSize, maxTreeDepth: 6 }, generator)
      const { index } = sampler.transition
      counts.set(index, (counts.get(index) ?? 0) + 1)
    }
    expect(probabilities.size).toBeGreaterThan(3)
    for (const index of counts.keys()) expect(probabilities.has(index)).toBe(true)
    for (const [index, p] of probabilities) {
      const z = ((counts.get(index) ?? 0) - runs * p) / Math.sqrt(runs * p * (1 - p) + 1e-9)
      expect(Math.abs(z), `state ${index} of probability ${p}`).toBeLessThan(4)
    }
  })
})

describe('NoUTurnSampler', () => {
  it('leaves exact draws exactly distributed: one move each keeps mean and covariance', () => {
    const generator = createGenerator(11, 'stationary')
    const metric = new DiagonalMetric(Float64Array.of(0.5, 2))
    const density = gaussian([1, -2], [1, 0.6, 0.6, 4])
    const n = 6000
    const products: number[][] = [[], [], [], [], []]
    for (let i = 0; i < n; i++) {
      const x = generator.normal()
      const y = 0.6 * x + Math.sqrt(3.64) * generator.normal()
      const sampler = new NoUTurnSampler(density, metric, Float64Array.of(1 + x, y - 2))
      sampler.move({ stepSize: 1, maxTreeDepth: 10 }, generator)
      const [a, b] = [sampler.position[0] - 1, sampler.position[1] + 2]
      ;[a, b, a * a, a * b, b * b].forEach((value, j) => products[j].push(value))
    }
    const exact = [0, 0, 1, 0.6, 4]
    products.forEach((values, j) => {
      const mean = values.reduce((a, b) => a + b) / n
      const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / n
      expect(Math.abs((mean - exact[j]) / Math.sqrt(variance / n)), `moment ${j}`).toBeLessThan(4)
    })
  })

  it('keeps value and gradient of the state it moved to', () => {
    const sampler = new NoUTurnSampler(banana, unit(banana), Float64Array.of(0.5, -1))
    const generator = createGenerator(2, 'state')
    for (let i = 0; i < 50; i++) {
      sampler.move({ stepSize: 0.2, maxTreeDepth: 10 }, generator)
      const gradient = new Float64Array(2)
      expect(sampler.value).toBe(banana.valueAndGradient(sampler.position, gradient))
      expect(sampler.gradient).toEqual(gradient)
      expect(sampler.transition.energy).toBeGreaterThanOrEqual(-sampler.value)
    }
  })

  it('stays and says so where every step leaves the support', () => {
    const density: LogDensity = {
      dimension: 1,
      valueAndGradient([x], gradient) {
        gradient[0] = 0
        return x === 3 ? 0 : -Infinity
      },
    }
    const sampler = new NoUTurnSampler(density, unit(density), Float64Array.of(3))
    sampler.move({ stepSize: 0.1, maxTreeDepth: 10 }, createGenerator(1, 'stay'))
    expect(sampler.transition).toMatchObject({ divergent: true, index: 0, steps: 1, acceptance: 0, treeDepth: 0 })
    expect(sampler.position[0]).toBe(3)
    expect(sampler.divergedFrom[0]).toBe(3)
  })

  it('treats infinite densities and gradients that are no numbers as divergences', () => {
    for (const [value, slope] of [
      [Infinity, 0],
      [NaN, 0],
      [0, NaN],
    ]) {
      const density: LogDensity = {
        dimension: 1,
        valueAndGradient([x], gradient) {
          gradient[0] = x === 3 ? 0 : slope
          return x === 3 ? 0 : value
        },
      }
      const sampler = new NoUTurnSampler(density, unit(density), Float64Array.of(3))
      sampler.move({ stepSize: 0.1, maxTreeDepth: 10 }, createGenerator(1, 'stay'))
      expect(sampler.transition.divergent).toBe(true)
      expect(sampler.position[0]).toBe(3)
    }
  })

  it('moves in no dimension', () => {
    const density: LogDensity = { dimension: 0, valueAndGradient: () => -1.5 }
    const sampler = new NoUTurnSampler(density, unit(density), new Float64Array(0))
    sampler.move({ stepSize: 1, maxTreeDepth: 10 }, createGenerator(1, 'nothing'))
    expect(sampler.transition).toMatchObject({ acceptance: 1, energy: 1.5, divergent: false, saturated: false })
  })

  it('refuses a start of zero density', () => {
    const density: LogDensity = { dimension: 1, valueAndGradient: () => -Infinity }
    expect(() => new NoUTurnSampler(density, unit(density), Float64Array.of(0))).toThrow('log density is not finite')
  })
})

function unit(density: LogDensity): DiagonalMetric {
  return new DiagonalMetric(new Float64Array(density.dimension).fill(1))
}

function pick({
  acceptance,
  treeDepth,
  steps,
  divergent,
  saturated,
}: Transition): Omit<Transition, 'energy' | 'index'> {
  return { acceptance, treeDepth, steps, divergent, saturated }
}

/** A generator whose normals and directions are also handed out. */
function scripted(run: number, n: number): { generator: Generator; momentum: number[]; directions: boolean[] } {
  const source = createGenerator(run, 'script')
  const momentum = Array.from({ length: n }, () => source.normal())
  const directions = Array.from({ length: 10 }, () => source.integer(2) === 1)
  const left = { normals: [...momentum], directions: [...directions] }
  const generator: Generator = {
    normal: () => left.normals.shift() ?? NaN,
    integer: () => (left.directions.shift() === true ? 1 : 0),
    uniform: () => source.uniform(),
  }
  return { generator, momentum, directions }
}

interface NaiveState {
  readonly q: number[]
  readonly p: number[]
  readonly weight: number
  readonly index: number
}

interface NaiveOptions {
  readonly start: number[]
  readonly momentum: number[]
  readonly directions: boolean[]
  readonly stepSize: number
  readonly maxTreeDepth: number
}

/** The textbook: lists of states from left to right, recursion, unit metric. */
function naiveTree(density: LogDensity, options: NaiveOptions) {
  const { start, momentum, directions, stepSize, maxTreeDepth } = options
  const slope = (q: number[]) => {
    const gradient = new Float64Array(q.length)
    return { value: density.valueAndGradient(Float64Array.from(q), gradient), gradient: Array.from(gradient) }
  }
  const energy = (q: number[], p: number[]) => 0.5 * dot(p, p) - slope(q).value
  const first = energy(start, momentum)
  const tally = { accepted: 0, steps: 0, divergent: false }

  const step = (state: NaiveState, sign: number): NaiveState => {
    const half = state.p.map((p, i) => p + 0.5 * sign * stepSize * slope(state.q).gradient[i])
    const q = state.q.map((x, i) => x + sign * stepSize * half[i])
    const p = half.map((x, i) => x + 0.5 * sign * stepSize * slope(q).gradient[i])
    const change = first - energy(q, p)
    tally.steps++
    tally.accepted += change >= 0 ? 1 : Number.isNaN(change) || change < -1000 ? 0 : Math.exp(change)
    if (!(change >= -1000)) tally.divergent = true
    return { q, p, weight: Math.exp(change), index: state.index + sign }
  }
  /** States in order of integration, null if any part diverges or turns. */
  const grow = (from: NaiveState, sign: number, depth: number): NaiveState[] | null => {
    if (depth === 0) {
      const state = step(from, sign)
      return tally.divergent ? null : [state]
    }
    const near = grow(from, sign, depth - 1)
    if (near === null) return null
    const far = grow(near[near.length - 1], sign, depth - 1)
    return far !== null && goesOn(near, far) ? [...near, ...far] : null
  }

  let states: NaiveState[] = [{ q: start, p: momentum, weight: 1, index: 0 }]
  let probabilities = new Map([[0, 1]])
  let depth = 0
  let growing = true
  while (growing && depth < maxTreeDepth) {
    const sign = directions[depth] ? 1 : -1
    const ordered = sign > 0 ? states : states.toReversed()
    const fresh = grow(ordered[ordered.length - 1], sign, depth)
    if (fresh === null) growing = false
    else {
      const total = (list: NaiveState[]) => list.reduce((sum, state) => sum + state.weight, 0)
      const take = Math.min(1, total(fresh) / total(states))
      probabilities = new Map([...probabilities].map(([index, p]) => [index, p * (1 - take)]))
      for (const { index, weight } of fresh) probabilities.set(index, (take * weight) / total(fresh))
      growing = goesOn(ordered, fresh)
      states = sign > 0 ? [...ordered, ...fresh] : [...ordered, ...fresh].reverse()
      depth++
    }
  }
  const tree = { treeDepth: depth, steps: tally.steps, divergent: tally.divergent, saturated: growing }
  return { tree, acceptance: tally.accepted / tally.steps, probabilities }
}

/** The generalised criterion over the whole and between the parts. */
function goesOn(near: readonly NaiveState[], far: readonly NaiveState[]): boolean {
  const straight = (list: readonly NaiveState[]) => {
    const sum = list[0].p.map((_, i) => list.reduce((total, state) => total + state.p[i], 0))
    return dot(list[0].p, sum) > 0 && dot(list[list.length - 1].p, sum) > 0
  }
  return straight([...near, ...far]) && straight([...near, far[0]]) && straight([near[near.length - 1], ...far])
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0)
}
