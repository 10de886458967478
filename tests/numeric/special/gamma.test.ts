import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  digamma,
  logGamma,
  regularisedGammaP,
  regularisedGammaQ,
  stirlingCorrection,
} from '../../../src/numeric/special/gamma.js'
import { expectGolden } from '../../support/golden-functions.js'

const run = { seed: 22, numRuns: 2000 }
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('log-gamma and digamma have the values of mpmath', () => {
  expectGolden('logGamma', logGamma, 4e-15)
  expectGolden('digamma', digamma, 4e-15)
})

it('the incomplete gamma functions have the values of mpmath, in both tails', () => {
  expectGolden('regularisedGammaP', regularisedGammaP, 1e-13)
  expectGolden('regularisedGammaQ', regularisedGammaQ, 1e-13)
})

it('the two incomplete gamma functions add up to one', () => {
  fc.assert(
    fc.property(
      between(0.01, 500),
      between(0, 800),
      (a, x) => Math.abs(regularisedGammaP(a, x) + regularisedGammaQ(a, x) - 1) < 1e-14,
    ),
    run,
  )
})

it('log-gamma of x + 1 is that of x plus log x', () => {
  fc.assert(
    fc.property(
      between(1e-3, 200),
      (x) => Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) < 1e-13 * (1 + logGamma(x + 1)),
    ),
    run,
  )
})

it('the digamma function is the slope of log-gamma', () => {
  fc.assert(
    fc.property(between(0.5, 50), (x) => {
      const h = 1e-5 * x
      return Math.abs((logGamma(x + h) - logGamma(x - h)) / (2 * h) - digamma(x)) < 1e-8
    }),
    run,
  )
})

it("Stirling's formula and its correction add up to log-gamma", () => {
  for (const x of [15, 40, 1e3, 1e8]) {
    const formula = (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI)
    expect((formula + stirlingCorrection(x)) / logGamma(x)).toBeCloseTo(1, 14)
  }
})

it('the ends of the ranges are limits, and outside them is NaN', () => {
  expect([logGamma(0), logGamma(-1), logGamma(Infinity), digamma(0)]).toEqual([Infinity, NaN, Infinity, NaN])
  expect([regularisedGammaP(2, 0), regularisedGammaP(2, Infinity)]).toEqual([0, 1])
  expect([regularisedGammaQ(2, 0), regularisedGammaQ(2, Infinity)]).toEqual([1, 0])
  expect([regularisedGammaP(0, 1), regularisedGammaQ(2, -1)]).toEqual([NaN, NaN])
})
