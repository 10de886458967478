import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bulkEss,
  convergence,
  ebfmi,
  mcseMean,
  mcseQuantile,
  mcseSd,
  meanEss,
  quantileEss,
  rankRhat,
  sdEss,
  tailEss,
} from '../../../src/inference/diagnose/convergence.js'
import { ReferenceStream } from '../../support/reference-stream.js'

type Chains = readonly Float64Array[]

const chainsOf = (seeds: number[], phi: number, length: number) =>
  seeds.map((seed) => new ReferenceStream(seed).autoregression(phi, length))
const a = chainsOf([1, 2, 3, 4], 0.6, 200)
const b = a.map((chain, c) => (c === 3 ? chain.map((x) => x + 1) : chain))
const c = chainsOf([11, 12, 13, 14], -0.5, 201)

const golden: readonly [string, (chains: Chains) => number, readonly number[]][] = [
  ['rank R-hat', rankRhat, [1.025281717, 1.113665527, 1.000068851]],
  ['bulk ESS', bulkEss, [189.0731234, 46.19497926, 2217.297673]],
  ['ESS of the 5 % quantile', (x) => quantileEss(x, 0.05), [577.6397179, 511.5743945, 775.7357209]],
  ['ESS of the 95 % quantile', (x) => quantileEss(x, 0.95), [295.5378021, 298.1772417, 555.2344856]],
  ['tail ESS', tailEss, [295.5378021, 298.1772417, 555.2344856]],
  ['ESS of the mean', meanEss, [188.3711842, 45.39998664, 2255.863076]],
  ['ESS of the sd', sdEss, [373.5785413, 319.9086983, 335.0224667]],
  ['ESS of the median', (x) => quantileEss(x, 0.5), [252.1538369, 57.395184, 1774.958935]],
  ['MCSE of the mean', mcseMean, [0.09125166885, 0.200322029, 0.02311108137]],
  ['MCSE of the sd', mcseSd, [0.04601828257, 0.05296691545, 0.04702906109]],
  ['MCSE of the 5 % quantile', (x) => mcseQuantile(x, 0.05), [0.1170709142, 0.1192847048, 0.1001554712]],
  ['MCSE of the median', (x) => mcseQuantile(x, 0.5), [0.08433304961, 0.2282026452, 0.03359706726]],
  ['E-BFMI of the first chain', ([first]) => ebfmi(first), [0.7895888616, 0.7895888616, 3.01880979]],
]

describe('chains of autoregressions', () => {
  it.each(golden)('have the %s of ArviZ and posterior', (_, figure, [ofA, ofB, ofC]) => {
    expect(figure(a) / ofA).toBeCloseTo(1, 9)
    expect(figure(b) / ofB).toBeCloseTo(1, 9)
    expect(figure(c) / ofC).toBeCloseTo(1, 9)
  })

  it('have the same three figures when they are asked for together', () => {
    for (const chains of [a, b, c]) {
      expect(convergence(chains)).toEqual({
        rhat: rankRhat(chains),
        bulkEss: bulkEss(chains),
        tailEss: tailEss(chains),
      })
    }
  })
})

describe('rank figures', () => {
  it('do not change under any increasing transformation', () => {
    const stretched = a.map((chain) => chain.map((x) => x * x * x + 5))
    expect(bulkEss(stretched)).toBe(bulkEss(a))
    expect(tailEss(stretched)).toBeCloseTo(tailEss(a), 9)
  })

  it('do not depend on the order of the chains, nor on the direction of the axis', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 8, max: 31 }), (turn, length) => {
        const chains = a.map((chain) => chain.subarray(0, length))
        const turned = [...chains.slice(turn), ...chains.slice(0, turn)]
        const mirrored = chains.map((chain) => chain.map((x) => -x))
        expect(rankRhat(turned)).toBeCloseTo(rankRhat(chains), 10)
        expect(bulkEss(turned) / bulkEss(chains)).toBeCloseTo(1, 10)
        expect(rankRhat(mirrored)).toBeCloseTo(rankRhat(chains), 10)
      }),
      { seed: 5, numRuns: 50 },
    )
  })

  it('see chains that agree in place but not in width', () => {
    const wide = a.map((chain, i) => (i === 0 ? chain.map((x) => 4 * x) : chain))
    expect(rankRhat(wide)).toBeGreaterThan(1.05)
  })

  it('share ranks among equal draws', () => {
    const coarse = a.map((chain) => chain.map((x) => Math.round(2 * x)))
    expect(rankRhat(coarse)).toBeGreaterThan(1)
    expect(bulkEss(coarse)).toBeLessThan(400)
  })
})

describe('draws at the edge', () => {
  const figures = golden.filter(([name]) => !name.startsWith('E-BFMI'))

  it.each(figures)('give no %s for fewer than four draws or a draw that is no number', (_, figure) => {
    expect(figure([Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 4)])).toBeNaN()
    expect(figure([Float64Array.of(1, 2, 3, NaN, 5), Float64Array.of(1, 2, 4, 5, 6)])).toBeNaN()
    expect(figure([Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(1, Infinity, 4, 5, 6)])).toBeNaN()
  })

  it('that never differ have no R-hat, as many effective draws as draws, and no error', () => {
    const same = [new Float64Array(100).fill(0.1), new Float64Array(100).fill(0.1)]
    expect(rankRhat(same)).toBeNaN()
    expect([bulkEss(same), tailEss(same), meanEss(same), sdEss(same)]).toEqual([200, 200, 200, 200])
    expect(mcseMean(same)).toBe(0)
    expect(mcseSd(same)).toBe(0)
    expect(mcseQuantile(same, 0.3)).toBe(0)
    expect(ebfmi(same[0])).toBeNaN()
  })

  it('that differ only between chains are as far from convergence as can be', () => {
    const stuck = [0.1, 1, 2, 3].map((value) => new Float64Array(100).fill(value))
    expect(rankRhat(stuck)).toBe(Infinity)
    expect(bulkEss(stuck)).toBeLessThan(10)
  })

  it('of a single chain are compared with each other by its halves', () => {
    const rising = Float64Array.from({ length: 100 }, (_, i) => i)
    expect(rankRhat([rising])).toBeGreaterThan(2)
  })

  it('of chains of different lengths are refused', () => {
    expect(() => rankRhat([new Float64Array(5), new Float64Array(4)])).toThrow(
      '`chains` must have equal lengths, not 5 draws in one and 4 in another.',
    )
    expect(() => bulkEss([])).toThrow('`chains` must hold at least one chain, not none.')
  })
})
