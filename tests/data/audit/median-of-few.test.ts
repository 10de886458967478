import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianOfFew } from '../../../src/data/audit/median-of-few.js'
import { median } from '../../../src/numeric/stats/summary.js'

test('medianOfFew(values, count) is the middle of the first values, or the mean of the two middle ones', () => {
  expect(medianOfFew(Float64Array.of(3, 1, 2, 9), 3)).toBe(2)
  expect(medianOfFew(Float64Array.of(3, 1, 2, 9), 4)).toBe(2.5)
  expect(medianOfFew(Float64Array.of(7), 1)).toBe(7)
})

test('medianOfFew(values, count) equals the median for any values', () => {
  const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(numbers, (values) => {
      expect(medianOfFew(Float64Array.from(values), values.length)).toBeCloseTo(median(Float64Array.from(values)), 6)
    }),
    { seed: 8, numRuns: 300 },
  )
})
