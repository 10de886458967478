import { expect, it } from 'vitest'
import { effectiveSampleSize, potentialScaleReduction } from '../../../src/inference/diagnose/chain-mixing.js'
import { ReferenceStream } from '../../support/reference-stream.js'

const chainsOf = (seeds: number[], phi: number, length: number) =>
  seeds.map((seed) => new ReferenceStream(seed).autoregression(phi, length))
const a = chainsOf([1, 2, 3, 4], 0.6, 200)
const b = a.map((chain, i) => (i === 3 ? chain.map((x) => x + 1) : chain))
const c = chainsOf([11, 12, 13, 14], -0.5, 201)

it('has the R-hat and the effective sample size of whole chains', () => {
  expect(a[0][0]).toBeCloseTo(-1.1055668, 8)
  expect(c[0][2]).toBeCloseTo(-0.04179203, 8)
  const rhat = [1.013489905, 1.116514534, 0.9986012671]
  const ess = [185.29838, 19.74933769, 2021.039167]
  ;[a, b, c].forEach((chains, i) => {
    expect(potentialScaleReduction(chains) / rhat[i]).toBeCloseTo(1, 9)
    expect(effectiveSampleSize(chains) / ess[i]).toBeCloseTo(1, 9)
  })
})

it('has the R-hat of chains split in halves', () => {
  const split = (chains: readonly Float64Array[]) => {
    const half = chains[0].length >> 1
    return chains.flatMap((chain) => [chain.slice(0, half), chain.slice(-half)])
  }
  expect(potentialScaleReduction(split(a)) / 1.025800538).toBeCloseTo(1, 9)
  expect(potentialScaleReduction(split(b)) / 1.115814329).toBeCloseTo(1, 9)
  expect(potentialScaleReduction(split(c)) / 0.9962998081).toBeCloseTo(1, 9)
})

it('agrees with a sum over all lags of an AR(1), whose size is S (1 - phi) / (1 + phi)', () => {
  const long = chainsOf([21, 22, 23, 24], 0.8, 20000)
  expect(effectiveSampleSize(long) / (80000 / 9)).toBeGreaterThan(0.93)
  expect(effectiveSampleSize(long) / (80000 / 9)).toBeLessThan(1.07)
})

it('never exceeds S log10 S, and stops at once where draws alternate', () => {
  const alternating = [Float64Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 1 : -1) + 1e-3 * Math.sin(i))]
  expect(effectiveSampleSize(alternating)).toBeCloseTo(3000, 6)
})
