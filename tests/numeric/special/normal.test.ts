import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normalCdf, normalQuantile } from '../../../src/numeric/special/normal.js'
import { expectGolden } from '../../support/golden-functions.js'

const run = { seed: 22, numRuns: 2000 }
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('has the values of mpmath and SciPy, in the far tail too', () => {
  expectGolden('normalCdf', normalCdf, 2e-15)
  expectGolden('normalQuantile', normalQuantile, 2e-15)
})

it('the quantile undoes the distribution function', () => {
  fc.assert(
    fc.property(between(1e-12, 0.9999), (p) => Math.abs(normalCdf(normalQuantile(p)) / p - 1) < 1e-13),
    run,
  )
})

it('both rise, and are symmetric about zero', () => {
  fc.assert(
    fc.property(
      between(-8, 8),
      (z) => normalCdf(z + 1e-6) > normalCdf(z) - 1e-16 && Math.abs(normalCdf(z) + normalCdf(-z) - 1) < 1e-15,
    ),
    run,
  )
  fc.assert(
    fc.property(between(1e-6, 0.5), (p) => Math.abs(normalQuantile(p) + normalQuantile(1 - p)) < 1e-9),
    run,
  )
})

it('the ends of the ranges are limits, and outside them is NaN', () => {
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1), normalQuantile(NaN)]).toEqual([
    -Infinity,
    Infinity,
    NaN,
    NaN,
  ])
  expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(NaN)]).toEqual([0, 1, NaN])
})
