import { expect } from 'vitest'

/** Asserts that `actual` is `printed` to every digit printed, the last one up to rounding. */
export function expectDigits(actual: number, printed: string, message = printed): void {
  const [mantissa, exponent = '0'] = printed.toLowerCase().split('e')
  const decimals = (mantissa.split('.')[1] ?? '').length
  const unit = 10 ** (Number(exponent) - decimals)
  const distance = Math.abs(actual - Number(printed))
  expect(distance, `${message}: ${actual} is not ${printed}`).toBeLessThanOrEqual(
    Math.max(0.6 * unit, 4e-15 * Math.abs(actual)),
  )
}

/** `expectDigits` for a row of numbers separated by blanks. */
export function expectDigitsOfAll(actual: ArrayLike<number>, printed: string): void {
  const expected = printed.trim().split(/\s+/)
  expect(actual.length).toBe(expected.length)
  expected.forEach((text, i) => expectDigits(actual[i], text, `entry ${i} of ${printed}`))
}
