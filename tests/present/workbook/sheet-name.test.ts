import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sheetName } from '../../../src/present/workbook/sheet-name.js'

it.each([
  ['Returns by week', 'Returns by week'],
  ['tv/radio: [a]*?\\', 'tv radio a'],
  ["'quoted'", 'quoted'],
  ['tab\tand\nline', 'tab and line'],
  ['', 'Sheet'],
  ['History', 'Sheet'],
  ['a'.repeat(40), 'a'.repeat(31)],
  ['広告の効果', '広告の効果'],
])('sheetName makes of %j the name %j', (text, name) => {
  expect(sheetName(text)).toBe(name)
})

it('sheetName never gives a name that Excel refuses', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const name = sheetName(text)
      return name.length > 0 && name.length <= 31 && !/[[\]:*?/\\\p{Cc}]|^'|'$/u.test(name) && !/\p{Cs}/u.test(name)
    }),
    { seed: 4, numRuns: 500 },
  )
})
