import { describe, expect, it } from 'vitest'
import { createGenerator } from '../../../src/numeric/random/generator.js'
import { contraction, isPriorDriven, priorEdges } from '../../../src/decision/summary/prior-driven.js'

const g = createGenerator(1, 'prior-driven')
const z = Float64Array.from({ length: 4000 }, () => g.normal())
const logNormal = (sd: number): Float64Array => z.map((x) => Math.exp(Math.log(0.1) + sd * x))
const prior = { q05: 0.1 * Math.exp(-1.6448536), q95: 0.1 * Math.exp(1.6448536) }

describe('contraction', () => {
  it('is 0 where the draws are the prior, and 1 less the ratio of variances on the log scale', () => {
    expect(contraction(logNormal(1), prior)).toBeCloseTo(0, 1)
    expect(contraction(logNormal(0.5), prior)).toBeCloseTo(0.75, 1)
  })

  it('works on the natural scale where effects may be negative', () => {
    const normal = { q05: -1.6448536, q95: 1.6448536 }
    expect(
      contraction(
        z.map((x) => 0.5 * x),
        normal,
      ),
    ).toBeCloseTo(0.75, 1)
  })

  it('below 0.3 is prior-driven', () => {
    expect(isPriorDriven(logNormal(0.95), prior)).toBe(true)
    expect(isPriorDriven(logNormal(0.7), prior)).toBe(false)
  })
})

describe('priorEdges', () => {
  it('holds 99 % of a log-normal', () => {
    const [low, high] = priorEdges(prior)
    expect(Math.log(low / 0.1)).toBeCloseTo(-2.5758293, 5)
    expect(Math.log(high / 0.1)).toBeCloseTo(2.5758293, 5)
  })

  it('holds 99 % of a normal where the prior reaches below 0', () => {
    const [low, high] = priorEdges({ q05: 1 - 1.6448536, q95: 1 + 1.6448536 })
    expect([low, high]).toEqual([expect.closeTo(1 - 2.5758293, 5), expect.closeTo(1 + 2.5758293, 5)])
  })
})
