import fc from 'fast-check'
import { expect, it } from 'vitest'
import { atanh, cosh, sinh, tanh } from '../../../src/numeric/special/hyperbolic.js'
import { ulpsBetween } from '../../support/ulps.js'

const run = { seed: 21, numRuns: 3000 }
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('hyperbolic functions agree with Math', () => {
  fc.assert(
    fc.property(between(-25, 25), (x) => ulpsBetween(tanh(x), Math.tanh(x)) <= 5),
    run,
  )
  fc.assert(
    fc.property(between(-700, 700), (x) => ulpsBetween(sinh(x), Math.sinh(x)) <= 5),
    run,
  )
  fc.assert(
    fc.property(between(-700, 700), (x) => ulpsBetween(cosh(x), Math.cosh(x)) <= 5),
    run,
  )
  fc.assert(
    fc.property(between(-0.999999, 0.999999), (x) => ulpsBetween(atanh(x), Math.atanh(x)) <= 4),
    run,
  )
})

it('hyperbolic functions have their limits and odd symmetry', () => {
  expect([tanh(1e9), tanh(-Infinity), atanh(1), atanh(-1), atanh(1.5)]).toEqual([1, -1, Infinity, -Infinity, NaN])
  expect([sinh(-800), cosh(-800), tanh(-0), sinh(-0), atanh(-0)]).toEqual([-Infinity, Infinity, -0, -0, -0])
  expect([tanh(NaN), sinh(NaN), cosh(NaN), atanh(NaN)]).toEqual([NaN, NaN, NaN, NaN])
})
