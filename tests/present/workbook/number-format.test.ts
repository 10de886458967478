import { expect, it } from 'vitest'
import { amountFormat, numberFormat, shownWidth } from '../../../src/present/workbook/number-format.js'

const EUR = { currency: 'EUR' }

it.each([
  ['amount', 'EUR', [1_200_000], '#,##0 "EUR"'],
  ['amount', 'EUR', [12.5, -80], '#,##0.00 "EUR"'],
  ['amount', 'units', [0.4], '#,##0.0000'],
  ['amount', 'EUR', [], '#,##0 "EUR"'],
  ['ratio', null, [2.1], '0.00'],
  ['percent', null, [0.3], '0.0%'],
  ['probability', null, [0.3], '0%'],
  ['p-value', null, [0.3], '0.000'],
  ['figure', 'EUR', [3.2], '#,##0.0000 "EUR"'],
  ['figure', null, [3.2], '#,##0.####'],
  ['exact', null, [7], 'General'],
] as const)('a column of %s in %s with %j is written as %s', (format, unit, values, code) => {
  expect(numberFormat({ format, unit }, values, EUR)).toBe(code)
})

it('a currency can’t end the quotes that it stands in', () => {
  expect(amountFormat([5000], 'E"R;[Red]')).toBe('#,##0 "ER;[Red]"')
})

it.each([
  [1234567.8, '#,##0 "EUR"', '1,234,567 EUR'],
  [-1234.5, '#,##0.00', '-1,234.50'],
  [0.853, '0.0%', '85.3%'],
  [45292, 'yyyy-mm-dd', '2024-01-01'],
  [7, 'General', '7'],
])('%d as %s takes the room of %s', (value, format, text) => {
  expect(shownWidth(value, format)).toBe(text.length)
})
