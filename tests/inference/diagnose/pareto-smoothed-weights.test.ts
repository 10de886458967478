import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  drawsNeeded,
  paretoSmoothedWeights,
  reliableK,
} from '../../../src/inference/diagnose/pareto-smoothed-weights.js'
import { ReferenceStream } from '../../support/reference-stream.js'

const stream = new ReferenceStream(99)
const uniform = Float64Array.from({ length: 1000 }, () => stream.uniform())
const largest = (logWeights: Float64Array) => Math.exp(logWeights.reduce((a, b) => Math.max(a, b)))
const total = (logWeights: Float64Array) => logWeights.reduce((sum, value) => sum + Math.exp(value), 0)

describe('weights of a known tail', () => {
  it.each([
    [0.5, 0.6107507223, 329.0728869, 0.03272946218],
    [0.9, 0.9916069526, 18.775183, 0.2070754083],
  ])('with log ratios -%f log(1 - u) are those of loo and ArviZ', (power, k, ess, top) => {
    const smoothed = paretoSmoothedWeights(uniform.map((u) => -power * Math.log(1 - u)))
    expect(smoothed.k / k).toBeCloseTo(1, 9)
    expect(smoothed.ess / ess).toBeCloseTo(1, 9)
    expect(largest(smoothed.logWeights) / top).toBeCloseTo(1, 9)
    expect(total(smoothed.logWeights)).toBeCloseTo(1, 12)
  })

  it('keep their order, add up to 1, and do not see a common constant', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1.5, noNaN: true }),
        fc.integer({ min: -700, max: 700 }),
        (power, shift) => {
          const ratios = uniform.map((u) => -power * Math.log(1 - u))
          const { logWeights, k } = paretoSmoothedWeights(ratios)
          const shifted = paretoSmoothedWeights(ratios.map((value) => value + shift))
          const order = [...ratios.keys()].sort((a, b) => ratios[a] - ratios[b])
          expect(order.every((s, i) => i === 0 || logWeights[s] >= logWeights[order[i - 1]])).toBe(true)
          expect(total(logWeights)).toBeCloseTo(1, 12)
          expect(shifted.k).toBeCloseTo(k, 6)
        },
      ),
      { seed: 7, numRuns: 50 },
    )
  })

  it('have a longer tail where draws are dependent', () => {
    const ratios = uniform.map((u) => -0.5 * Math.log(1 - u))
    expect(paretoSmoothedWeights(ratios, 0.3).k).not.toBe(paretoSmoothedWeights(ratios).k)
  })
})

describe('weights at the edge', () => {
  it('that are all equal stay equal, and are as good as can be', () => {
    const { logWeights, k, ess } = paretoSmoothedWeights(new Float64Array(100).fill(-3))
    expect(k).toBe(-Infinity)
    expect(ess).toBeCloseTo(100, 9)
    expect(logWeights[0]).toBeCloseTo(-Math.log(100), 14)
  })

  it('of too few draws, or with one ratio throughout the tail, have no tail that could be judged', () => {
    expect(paretoSmoothedWeights(uniform.slice(0, 20)).k).toBe(Infinity)
    expect(paretoSmoothedWeights(Float64Array.from({ length: 1000 }, (_, s) => (s < 500 ? 0 : 5))).k).toBe(Infinity)
    expect(paretoSmoothedWeights(Float64Array.of(2)).ess).toBe(1)
  })

  it('are 0 for a ratio of 0, and nothing at all for one that is no number', () => {
    const ratios = uniform.map((u, s) => (s === 3 ? -Infinity : u))
    expect(paretoSmoothedWeights(ratios).logWeights[3]).toBe(-Infinity)
    for (const bad of [NaN, Infinity]) {
      const { logWeights, k, ess } = paretoSmoothedWeights(uniform.map((u, s) => (s === 3 ? bad : u)))
      expect([logWeights[0], k, ess]).toEqual([NaN, NaN, NaN])
    }
    expect(paretoSmoothedWeights(new Float64Array(10).fill(-Infinity)).k).toBeNaN()
  })

  it('are refused without draws or with an efficiency of 0', () => {
    expect(() => paretoSmoothedWeights(new Float64Array(0))).toThrow(
      '`logRatios` must hold at least one draw, not none.',
    )
    expect(() => paretoSmoothedWeights(uniform, 0)).toThrow('`relativeEfficiency` must be a number above 0, not 0.')
  })
})

it('knows how large k may be for so many draws, and how many draws so large a k needs', () => {
  expect(reliableK(100)).toBeCloseTo(0.5, 14)
  expect(reliableK(4000)).toBe(0.7)
  expect(drawsNeeded(0.5)).toBeCloseTo(100, 10)
  expect(drawsNeeded(-1)).toBeCloseTo(10, 10)
  expect(drawsNeeded(1)).toBe(Infinity)
})
