import { expect, it } from 'vitest'
import { cellAddress, sheetRange } from '../../../src/present/workbook/sheet-address.js'

it('cellAddress counts columns in letters, as Excel does', () => {
  const letters = [0, 25, 26, 51, 52, 701, 702, 16383].map((column) => cellAddress({ row: 0, column }))
  expect(letters).toEqual(['A1', 'Z1', 'AA1', 'AZ1', 'BA1', 'ZZ1', 'AAA1', 'XFD1'])
})

it('sheetRange names the sheet in quotes, whatever is in its name', () => {
  expect(sheetRange("Year's end", { row: 2, column: 1 }, { row: 4, column: 1 })).toBe("'Year''s end'!B3:B5")
  expect(sheetRange('Plans', { row: 2, column: 1 })).toBe("'Plans'!B3")
})
