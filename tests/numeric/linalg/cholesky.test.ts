import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  choleskyInto,
  choleskyInverseInto,
  choleskyLogDeterminant,
  choleskySolveInto,
  solveLowerInto,
  solveLowerTransposedInto,
} from '../../../src/numeric/linalg/cholesky.js'

const positiveDefinite = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((b) => {
    const a = new Float64Array(n * n)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        for (let k = 0; k < n; k++) a[i * n + j] += b[i * n + k] * b[j * n + k]
        if (i === j) a[i * n + j] += 0.5
      }
    }
    return { n, a }
  }),
)
const run = { seed: 23, numRuns: 300 }

it('factors a small matrix to the numbers one can check by hand', () => {
  const a = Float64Array.of(4, 99, 99, 2, 5, 99, -2, 1, 6)
  expect(choleskyInto(a, 3)).toBe(true)
  expect([...a]).toEqual([2, 99, 99, 1, 2, 99, -1, 1, 2])
  expect(choleskyLogDeterminant(a, 3)).toBeCloseTo(Math.log(64), 14)
})

it('has a factor whose product with its transpose is the matrix', () => {
  fc.assert(
    fc.property(positiveDefinite, ({ n, a }) => {
      const l = a.slice()
      expect(choleskyInto(l, n)).toBe(true)
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
          let product = 0
          for (let k = 0; k <= j; k++) product += l[i * n + k] * l[j * n + k]
          expect(Math.abs(product - a[i * n + j])).toBeLessThan(1e-12 * (1 + Math.abs(a[i * n + i])))
        }
      }
    }),
    run,
  )
})

it('solves and inverts as the matrix itself does', () => {
  fc.assert(
    fc.property(positiveDefinite, ({ n, a }) => {
      const l = a.slice()
      choleskyInto(l, n)
      const x = Float64Array.from({ length: n }, (_, i) => i - 1.5)
      const solved = new Float64Array(n)
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) solved[i] += a[i * n + j] * x[j]
      const twice = solved.slice()
      choleskySolveInto(l, n, solved)
      solveLowerInto(l, n, twice)
      solveLowerTransposedInto(l, n, twice)
      const inverse = new Float64Array(n * n)
      choleskyInverseInto(l, n, inverse)
      for (let i = 0; i < n; i++) {
        expect(Math.abs(solved[i] - x[i])).toBeLessThan(1e-9)
        expect(twice[i]).toBe(solved[i])
        for (let j = 0; j < n; j++) {
          let product = 0
          for (let k = 0; k < n; k++) product += a[i * n + k] * inverse[k * n + j]
          expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-9)
        }
      }
    }),
    run,
  )
})

it('says no to matrices that are not positive definite or not finite', () => {
  expect(choleskyInto(Float64Array.of(1, 0, 2, 1), 2)).toBe(false)
  expect(choleskyInto(Float64Array.of(0), 1)).toBe(false)
  expect(choleskyInto(Float64Array.of(1, 0, 1, 1), 2)).toBe(false)
  expect(choleskyInto(Float64Array.of(NaN), 1)).toBe(false)
  expect(choleskyInto(Float64Array.of(Infinity), 1)).toBe(false)
  expect(choleskyInto(new Float64Array(0), 0)).toBe(true)
})
