import fc from 'fast-check'
import { expect, it } from 'vitest'
import { atan, cos, sin } from '../../../src/numeric/special/trigonometry.js'
import { ulpsBetween } from '../../support/ulps.js'

const run = { seed: 21, numRuns: 3000 }
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

it('sin and cos agree with Math.sin and Math.cos for angles of every size', () => {
  for (const size of [1, 100, 1e6]) {
    fc.assert(
      fc.property(between(-size, size), (x) => ulpsBetween(sin(x), Math.sin(x)) <= 2),
      run,
    )
    fc.assert(
      fc.property(between(-size, size), (x) => ulpsBetween(cos(x), Math.cos(x)) <= 2),
      run,
    )
  }
  for (const x of [1e7, -1e10, 1e22, 1.7976931348623157e308, 2 ** 60 + 2 ** 8]) {
    expect(ulpsBetween(sin(x), Math.sin(x))).toBeLessThanOrEqual(2)
    expect(ulpsBetween(cos(x), Math.cos(x))).toBeLessThanOrEqual(2)
  }
})

it('sin and cos keep their relative accuracy at multiples of a quarter turn', () => {
  for (let k = 1; k < 3000; k++) {
    const x = (k * Math.PI) / 2
    expect(ulpsBetween(sin(x), Math.sin(x))).toBeLessThanOrEqual(2)
    expect(ulpsBetween(cos(x), Math.cos(x))).toBeLessThanOrEqual(2)
  }
})

it('sin and cos of infinities and NaN are NaN, and sin keeps the sign of zero', () => {
  for (const x of [Infinity, -Infinity, NaN]) expect([sin(x), cos(x)]).toEqual([NaN, NaN])
  expect(sin(-0)).toBe(-0)
  expect(cos(0)).toBe(1)
})

it('atan agrees with Math.atan for numbers of every size, is odd, and ends at a quarter turn', () => {
  for (const size of [0.4, 1, 3, 1e3, 1e300]) {
    fc.assert(
      fc.property(between(-size, size), (x) => ulpsBetween(atan(x), Math.atan(x)) <= 1 && atan(-x) === -atan(x)),
      run,
    )
  }
  expect([atan(Infinity), atan(-Infinity), atan(0), atan(-0)]).toEqual([Math.PI / 2, -Math.PI / 2, 0, -0])
  expect(atan(NaN)).toBeNaN()
})
