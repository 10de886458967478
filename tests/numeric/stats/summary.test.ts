import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  correlation,
  mean,
  median,
  quantile,
  quantileSorted,
  standardDeviation,
  sum,
  variance,
} from '../../../src/numeric/stats/summary.js'

const x = Float64Array.of(3, 1, 2, 10)

it('has the sums, means and variances of a small array', () => {
  expect([sum(x), mean(x), variance(x)]).toEqual([16, 4, 50 / 3])
  expect(standardDeviation(x)).toBe(Math.sqrt(50 / 3))
})

it('has the quantiles of R type 7 and leaves the array as it was', () => {
  expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantile(x, p))).toEqual(
    [1, 1.75, 2.5, 7.9, 10].map((value) => expect.closeTo(value, 14)),
  )
  expect([...x]).toEqual([3, 1, 2, 10])
  expect(median(Float64Array.of(5, 1, 9))).toBe(5)
  expect(quantileSorted(Float64Array.of(1, 2, 3), 0.75)).toBe(2.5)
})

it('has correlations between -1 and 1, exact for lines', () => {
  expect(
    correlation(
      x,
      x.map((value) => 7 - 2 * value),
    ),
  ).toBe(-1)
  expect(correlation(Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 2))).toBeCloseTo(0.5, 15)
  expect(correlation(x, new Float64Array(4).fill(2))).toBe(NaN)
})

it('keeps the variance of numbers far from zero', () => {
  expect(variance(x.map((value) => value + 1e9))).toBe(50 / 3)
})

it('gives NaN, not zero, for arrays that are too short', () => {
  const none = new Float64Array(0)
  expect([mean(none), variance(Float64Array.of(1)), quantile(none, 0.5), quantile(x, 1.5)]).toEqual([
    NaN,
    NaN,
    NaN,
    NaN,
  ])
  expect(sum(none)).toBe(0)
})

it('has quantiles that rise with p and stay inside the data', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p, q) => {
        const data = Float64Array.from(values)
        const low = quantile(data, Math.min(p, q))
        const high = quantile(data, Math.max(p, q))
        expect(low).toBeLessThanOrEqual(high + 1e-9)
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9)
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9)
      },
    ),
    { seed: 29, numRuns: 300 },
  )
})
