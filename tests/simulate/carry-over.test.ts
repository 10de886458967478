import { describe, expect, it } from 'vitest'
import { carriedOver, carryOverWeights } from '../../src/simulate/carry-over.js'
import type { CarryOver } from '../../src/simulate/world.js'

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0)

describe('carryOverWeights', () => {
  it('puts everything into the same week without carry-over', () => {
    expect(Array.from(carryOverWeights({ kind: 'none' }))).toEqual([1, 0])
  })

  it('halves from week to week at a geometric retention of one half', () => {
    const weights = carryOverWeights({ kind: 'geometric', retention: 0.5 })
    expect(weights[0]).toBeCloseTo(0.5, 9)
    expect(weights[1]).toBeCloseTo(0.25, 9)
    expect(weights[5]).toBeCloseTo(1 / 64, 9)
  })

  it('peaks at the delay of a delayed carry-over', () => {
    const weights = carryOverWeights({ kind: 'delayed', retention: 0.6, delay: 2 })
    // models.md M1: raw weights 0.1296 0.6 1 0.6 0.1296 …, from eight lags 2.46956265 in all.
    expect(weights[0] / weights[2]).toBeCloseTo(0.1296, 9)
    expect(weights[1] / weights[2]).toBeCloseTo(0.6, 9)
    expect(weights[4] / weights[2]).toBeCloseTo(0.1296, 9)
  })

  it('follows the Weibull density at lag + 1', () => {
    const weights = carryOverWeights({ kind: 'weibull', shape: 1.5, scale: 3 })
    // models.md M1, row "Weibull density".
    expect(weights[1] / weights[0]).toBeCloseTo(0.2368778223 / 0.2381383636, 8)
    expect(weights[7] / weights[0]).toBeCloseTo(0.01048949514 / 0.2381383636, 8)
  })

  it('mixes two speeds by the share of the slow one', () => {
    const weights = carryOverWeights({ kind: 'two-speed', fast: 0, slow: 0.5, slowShare: 0.4 })
    expect(weights[0]).toBeCloseTo(0.6 + 0.4 * 0.5, 9)
    expect(weights[1]).toBeCloseTo(0.4 * 0.25, 9)
  })

  it('sums to one and leaves out at most a ten-billionth of the effect', () => {
    const kinds: CarryOver[] = [
      { kind: 'geometric', retention: 0.9 },
      { kind: 'delayed', retention: 0.8, delay: 6 },
      { kind: 'weibull', shape: 1.2, scale: 4 },
      { kind: 'two-speed', fast: 0.1, slow: 0.85, slowShare: 0.3 },
    ]
    for (const kind of kinds) expect(total(carryOverWeights(kind))).toBeCloseTo(1, 12)
    const geometric = carryOverWeights({ kind: 'geometric', retention: 0.9 })
    expect(geometric[0] - 0.1).toBeLessThan(1e-10)
  })
})

describe('carriedOver', () => {
  it('spreads a burst over the weeks after it and nothing before it', () => {
    expect(Array.from(carriedOver(Float64Array.of(0, 8, 0, 0), Float64Array.of(0.5, 0.25, 0.25)))).toEqual([0, 4, 2, 2])
  })
})
