import { expect, it } from 'vitest'
import { roundTo, roundToDigits, roundToStep } from '../../src/simulate/rounding.js'

it('roundTo(value, decimals) gives the number that prints with so many digits', () => {
  expect(roundTo(10.489999999, 2)).toBe(10.49)
  expect(roundTo(2.5, 0)).toBe(3)
  expect(roundTo(-1.26, 1)).toBe(-1.3)
})

it('roundToStep(value, step) gives a multiple of the step', () => {
  expect(roundToStep(123_740, 500)).toBe(123_500)
  expect(roundToStep(0.4, 1)).toBe(0)
})

it('roundToDigits(value, digits) keeps significant digits', () => {
  expect(roundToDigits(327_249.1, 4)).toBe(327_200)
  expect(roundToDigits(0.0012345, 3)).toBe(0.00123)
})
