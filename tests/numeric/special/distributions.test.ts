import fc from 'fast-check'
import { expect, it } from 'vitest'
import { regularisedBeta } from '../../../src/numeric/special/beta.js'
import { betaQuantile, chiSquareSurvival, fSurvival, studentCdf, studentQuantile } from '../../../src/numeric/special/distributions.js'
import { normalCdf } from '../../../src/numeric/special/normal.js'
import { expectGolden } from '../../support/golden-functions.js'

const run = { seed: 22, numRuns: 2000 }
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('have the values of SciPy', () => {
  expectGolden('studentCdf', studentCdf, 1e-13)
  expectGolden('studentQuantile', studentQuantile, 1e-13)
  expectGolden('chiSquareSurvival', chiSquareSurvival, 1e-13)
  expectGolden('fSurvival', fSurvival, 1e-13)
})

it("Student's quantile undoes its distribution function", () => {
  fc.assert(
    fc.property(between(1e-9, 0.999), between(0.4, 200), (p, df) => Math.abs(studentCdf(studentQuantile(p, df), df) / p - 1) < 1e-11),
    { seed: 22, numRuns: 300 },
  )
})

it("the square of Student's variate is an F variate, and a chi-square in the limit", () => {
  fc.assert(
    fc.property(between(0.01, 20), between(1, 100), (t, df) => Math.abs(2 * studentCdf(-t, df) - fSurvival(t * t, 1, df)) < 1e-12),
    run,
  )
  expect(fSurvival(3, 2, 1e9)).toBeCloseTo(chiSquareSurvival(6, 2), 8)
})

it('the ends of the ranges are limits, and outside them is NaN', () => {
  expect([studentQuantile(0, 3), studentQuantile(0.5, 3), studentQuantile(1, 3), studentQuantile(0.5, 0)]).toEqual([-Infinity, 0, Infinity, NaN])
  expect([studentCdf(Infinity, 3), studentCdf(-Infinity, 3), studentCdf(1, Infinity)]).toEqual([1, 0, normalCdf(1)])
  expect([chiSquareSurvival(-1, 2), fSurvival(0, 2, 3), fSurvival(Infinity, 2, 3)]).toEqual([1, 1, 0])
})

it('the beta quantile undoes its distribution function', () => {
  fc.assert(
    fc.property(between(1e-9, 1 - 1e-9), between(1, 500), between(1, 500), (p, a, b) => Math.abs(regularisedBeta(betaQuantile(p, a, b), a, b) - p) < 1e-11),
    run,
  )
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), betaQuantile(0.5, 2, 2)]).toEqual([0, 1, 0.5])
  expect([betaQuantile(-0.1, 2, 3), betaQuantile(0.5, 0, 3)]).toEqual([NaN, NaN])
})
