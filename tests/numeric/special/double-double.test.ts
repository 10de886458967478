import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DoubleDouble } from '../../../src/numeric/special/double-double.js'
import {
  addDouble,
  divideDouble,
  multiplyDouble,
  twoProduct,
  twoSum,
} from '../../../src/numeric/special/double-double.js'

const whole = fc.integer({ min: -(2 ** 52), max: 2 ** 52 })
const run = { seed: 30, numRuns: 2000 }
const exact = ([high, low]: DoubleDouble) => BigInt(high) + BigInt(low)

it('sums and products of doubles lose nothing', () => {
  fc.assert(
    fc.property(whole, whole, (a, b) => {
      expect(exact(twoProduct(a, b))).toBe(BigInt(a) * BigInt(b))
      expect(exact(twoSum(a * 2 ** 40, b))).toBe(BigInt(a) * 2n ** 40n + BigInt(b))
    }),
    run,
  )
})

it('arithmetic keeps a hundred bits', () => {
  const third = divideDouble([1, 0], [3, 0])
  const [high, low] = addDouble(multiplyDouble(third, [3, 0]), [-1, 0])
  expect(Math.abs(high + low)).toBeLessThan(2 ** -99)
  const seventh = divideDouble([1, 0], [7, 0])
  const product = multiplyDouble(third, seventh)
  const back = addDouble(divideDouble([1, 0], product), [-21, 0])
  expect(Math.abs(back[0])).toBeLessThan(21 * 2 ** -96)
})
