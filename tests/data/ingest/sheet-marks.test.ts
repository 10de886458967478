import { expect, it } from 'vitest'
import { sheetMarks } from '../../../src/data/ingest/sheet-marks.js'

const sheet = (cells: string, after = ''): string => `<worksheet><sheetData>${cells}</sheetData>${after}</worksheet>`

it('sheetMarks(xml) finds the last row and column that hold anything', () => {
  const { lastRow, lastColumn, faults } = sheetMarks(
    sheet(
      '<row r="1"><c r="A1"><v>1</v></c><c r="AB1" s="2"/></row><row r="9"><x:c r=\'C9\' t="s"><x:v>0</x:v></x:c></row>',
    ),
  )
  expect({ lastRow, lastColumn, faults }).toEqual({ lastRow: 9, lastColumn: 3, faults: [] })
})

it('sheetMarks finds errors of formulas, and formulas that were never computed', () => {
  const cells = [
    '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c r="B1"><f>1+1</f></c>',
    '<c r="C1"><f>1+1</f><v>2</v></c>',
    '<c r="D1" t="str"><f>A2</f><v></v></c>',
    '<c r="E1"><f>1</f><v/></c>',
  ]
  const { faults } = sheetMarks(sheet(cells.join('')))
  const never = 'the formula of the cell was never computed; open the workbook in a spreadsheet program and save it'
  expect(faults).toEqual([
    { row: 1, column: 1, text: 'the formula of the cell ends in the error #DIV/0!' },
    { row: 1, column: 2, text: never },
    { row: 1, column: 5, text: never },
  ])
})

it('sheetMarks finds merged cells but the first, as far as the sheet goes', () => {
  const xml = sheet(
    '<c r="A1"><v>1</v></c><c r="C3"><v>1</v></c>',
    '<mergeCells><mergeCell ref="B2:XFD1048576"/></mergeCells>',
  )
  const text = 'the cell is merged with B2; unmerge the cells and fill each of them'
  expect(sheetMarks(xml).faults).toEqual([
    { row: 2, column: 3, text },
    { row: 3, column: 2, text },
    { row: 3, column: 3, text },
  ])
})

it('sheetMarks keeps dates that are stored as text', () => {
  const xml = sheet('<c r="A2" t="d"><v>2024-01-31T00:00:00</v></c>')
  expect(sheetMarks(xml).isoDates).toEqual([{ row: 2, column: 1, text: '2024-01-31T00:00:00' }])
})
