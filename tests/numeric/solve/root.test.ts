import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findRoot, minimiseScalar } from '../../../src/numeric/solve/root.js'

it('finds roots to the tolerance, also in wide brackets', () => {
  expect(findRoot((x) => x * x - 2, 0, 2, 0)).toBeCloseTo(Math.SQRT2, 15)
  expect(findRoot((x) => x ** 3 - 2 * x - 5, 0, 1e6)).toBeCloseTo(2.0945514815423265, 12)
  expect(findRoot((x) => Math.exp(x) - 1e-5, -100, 100)).toBeCloseTo(Math.log(1e-5), 10)
  expect(findRoot((x) => x, 0, 5)).toBe(0)
  expect(findRoot((x) => x - 5, 0, 5)).toBe(5)
  fc.assert(
    fc.property(
      fc.double({ min: -5, max: 5, noNaN: true }),
      (root) => Math.abs(findRoot((x) => Math.tanh(x - root) + (x - root) ** 3, -6, 6) - root) < 1e-11,
    ),
    { seed: 27, numRuns: 500 },
  )
})

it('finds the place where a function jumps through zero', () => {
  expect(findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 11)
})

it('refuses ends of the same sign, and NaN', () => {
  expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(
    'A root needs opposite signs at the ends; f(-1) = 2 and f(1) = 2.',
  )
  expect(() => findRoot(() => NaN, 0, 1)).toThrow('opposite signs')
})

it('finds minima inside an interval and at its ends', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -5, max: 5, noNaN: true }),
      (at) => Math.abs(minimiseScalar((x) => (x - at) ** 2 + (x - at) ** 4, -6, 6).x - at) < 1e-6,
    ),
    { seed: 28, numRuns: 500 },
  )
  expect(minimiseScalar((x) => x, 2, 3).x).toBeCloseTo(2, 6)
  expect(minimiseScalar((x) => -x, 2, 3).x).toBeCloseTo(3, 6)
  const result = minimiseScalar((x) => Math.abs(x - 1) + 4, -3, 9)
  expect(result.value).toBeCloseTo(4, 6)
})
