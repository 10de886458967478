import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  bulkEss,
  ebfmi,
  mcseMean,
  mcseQuantile,
  meanEss,
  quantileEss,
  rankRhat,
  sdEss,
  tailEss,
} from '../../../src/inference/diagnose/convergence.js'
import { paretoSmoothedWeights } from '../../../src/inference/diagnose/pareto-smoothed-weights.js'
import { ReferenceStream } from '../../support/reference-stream.js'

interface Golden {
  readonly chains: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly weights: readonly {
    readonly seed: number
    readonly count: number
    readonly power: number
    readonly relativeEfficiency: number
    readonly k: number
    readonly ess: number
    readonly first: readonly number[]
  }[]
}

/** Made by tests/golden/scripts/diagnostics.py with arviz-stats. */
const golden = JSON.parse(readFileSync(new URL('../../golden/diagnostics.json', import.meta.url), 'utf8')) as Golden

const chainsOf = (seeds: readonly number[], phi: number, length: number) =>
  seeds.map((seed) => new ReferenceStream(seed).autoregression(phi, length))
const sticky = chainsOf([1, 2, 3, 4], 0.6, 200)
const sets: Readonly<Record<string, readonly Float64Array[]>> = {
  sticky,
  shifted: sticky.map((chain, c) => (c === 3 ? chain.map((x) => x + 1) : chain)),
  alternating: chainsOf([11, 12, 13, 14], -0.5, 201),
  coarse: sticky.map((chain) => chain.map((x) => Math.floor(2 * x + 0.5))),
  short: chainsOf([1, 2, 3, 4], 0.6, 10),
  heavy: chainsOf([31, 32, 33], 0.3, 150).map((chain) => chain.map((x) => x ** 3)),
  'nearly a walk': chainsOf([41, 42, 43, 44], 0.995, 300),
  six: chainsOf([51, 52], 0, 6),
}
const figures: Readonly<Record<string, (chains: readonly Float64Array[]) => number>> = {
  rhat: rankRhat,
  bulkEss,
  tailEss,
  meanEss,
  sdEss,
  tenthEss: (chains) => quantileEss(chains, 0.1),
  mcseMean,
  mcseMedian: (chains) => mcseQuantile(chains, 0.5),
  mcseTenth: (chains) => mcseQuantile(chains, 0.1),
  ebfmi: ([first]) => ebfmi(first),
}

describe('the diagnostics of ArviZ', () => {
  it.each(Object.keys(golden.chains))('are ours, of %s chains', (name) => {
    for (const [figure, expected] of Object.entries(golden.chains[name])) {
      const ours = figures[figure](sets[name])
      expect(Math.abs(ours - expected), figure).toBeLessThanOrEqual(1e-10 * Math.abs(expected))
    }
  })

  it.each(golden.weights)(
    'are ours, of $count weights with power $power',
    ({ seed, count, power, relativeEfficiency, k, ess, first }) => {
      const stream = new ReferenceStream(seed)
      const ratios = Float64Array.from({ length: count }, () => -power * Math.log(1 - stream.uniform()))
      const ours = paretoSmoothedWeights(ratios, relativeEfficiency)
      expect(ours.k / k).toBeCloseTo(1, 9)
      expect(ours.ess / ess).toBeCloseTo(1, 10)
      first.forEach((value, s) => expect(ours.logWeights[s]).toBeCloseTo(value, 10))
    },
  )
})
