import { expect, it } from 'vitest'
import { cellText } from '../../../src/data/ingest/cell-text.js'

it.each([
  [' a ', 'a'],
  [0.1 + 0.2, '0.30000000000000004'],
  [-0, '0'],
  [5e-324, '5e-324'],
  [NaN, ''],
  [Infinity, 'Infinity'],
  [9007199254740993n, '9007199254740993'],
  [true, '1'],
  [false, '0'],
  [null, ''],
  [undefined, ''],
  [new Date('2024-01-31T00:00:00Z'), '2024-01-31'],
  [new Date('2024-01-31T13:30:00Z'), '2024-01-31T13:30:00.000Z'],
  [new Date(NaN), ''],
])('cellText(%s) is %o', (value, text) => {
  expect(cellText(value)).toBe(text)
})

it('cellText gives null for what is no single value', () => {
  expect([[], {}, () => 1, Symbol('s'), new Uint8Array(1)].map(cellText)).toEqual([null, null, null, null, null])
})
