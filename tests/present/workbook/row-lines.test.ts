import { expect, it } from 'vitest'
import { rowLines } from '../../../src/present/workbook/row-lines.js'
import { textCell } from '../../../src/present/workbook/sheet.js'

it('a row is as high as its longest heading that wraps at blanks', () => {
  const row = [textCell('Share of fitted total', 'number-heading'), textCell('Kind', 'heading')]
  expect(rowLines(row, [14, 12])).toBe(2)
  expect(rowLines(row, [9, 12])).toBe(3)
  expect(rowLines(row, [40, 12])).toBe(1)
})

it('words longer than a line break inside; wide characters take two columns', () => {
  expect(rowLines([textCell('a'.repeat(25), 'heading')], [11])).toBe(3)
  expect(rowLines([textCell('広告広告広告', 'heading')], [11])).toBe(2)
})

it('titles, notes and plain text run over instead of wrapping', () => {
  const long = 'a long text '.repeat(20)
  expect(rowLines([textCell(long, 'title'), textCell(long, 'note'), textCell(long)], [10, 10, 10])).toBe(1)
  expect(rowLines([], [])).toBe(1)
})
