import { expect, it } from 'vitest'
import { columnWidths } from '../../../src/present/workbook/column-widths.js'
import { formulaCell, numberCell, textCell } from '../../../src/present/workbook/sheet.js'

it('columns are wide enough for every number, and for the words of headings', () => {
  const widths = columnWidths([
    [textCell('A very long title that runs over', 'title')],
    [textCell('Part', 'heading'), textCell('Contributions in everything', 'number-heading')],
    [textCell('christmas-run-up'), numberCell(1_234_567_890, '#,##0 "EUR"')],
    [null, formulaCell('SUM(B3:B3)', 99_999_999_999, '#,##0 "EUR"')],
  ])
  expect(widths).toEqual([18, 20])
})

it('columns are neither too narrow to grab nor wider than a screen', () => {
  expect(columnWidths([[textCell('x'), null, textCell('a'.repeat(500))]])).toEqual([11, 11, 60])
})
