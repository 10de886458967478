import fc from 'fast-check'
import { expect, it } from 'vitest'
import { logBeta, regularisedBeta, regularisedBetaPair } from '../../../src/numeric/special/beta.js'
import { logGamma } from '../../../src/numeric/special/gamma.js'
import { expectGolden } from '../../support/golden-functions.js'

const run = { seed: 22, numRuns: 2000 }
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('the incomplete beta function has the values of mpmath', () => {
  expectGolden('regularisedBeta', regularisedBeta, 1e-13)
})

it('the incomplete beta function is symmetric and rises with x', () => {
  fc.assert(
    fc.property(between(0.001, 0.999), between(0.05, 300), between(0.05, 300), (x, a, b) => {
      const value = regularisedBeta(x, a, b)
      return (
        Math.abs(value + regularisedBeta(1 - x, b, a) - 1) < 1e-11 && regularisedBeta(x + 1e-4, a, b) >= value - 1e-13
      )
    }),
    run,
  )
})

it('keeps an upper tail that 1 - x would lose', () => {
  expect(regularisedBetaPair(1, 1e-30, 2, 1)).toBe(1)
  expect(regularisedBetaPair(1e-30, 1, 1, 2) / 2e-30).toBeCloseTo(1, 12)
})

it('log-beta is the sum of log-gammas, without their cancellation', () => {
  fc.assert(
    fc.property(
      between(0.01, 40),
      between(0.01, 40),
      (a, b) => Math.abs(logBeta(a, b) - (logGamma(a) + logGamma(b) - logGamma(a + b))) < 1e-12,
    ),
    run,
  )
  // B(1e8, 1/2) is sqrt(pi / 1e8) (1 + 1/8e8): log-gammas of 1.7e9 would leave seven digits.
  expect(logBeta(1e8, 0.5)).toBeCloseTo(0.5 * Math.log(Math.PI / 1e8) + 1.25e-9, 13)
  expect(logBeta(0.5, 1e8)).toBe(logBeta(1e8, 0.5))
})

it('the ends of the ranges are limits, and outside them is NaN', () => {
  expect([regularisedBeta(0, 1, 2), regularisedBeta(1, 1, 2)]).toEqual([0, 1])
  expect([regularisedBeta(1.1, 1, 2), regularisedBeta(0.5, 0, 2), regularisedBeta(NaN, 1, 2)]).toEqual([NaN, NaN, NaN])
})
