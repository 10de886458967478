import readExcelFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { unzipEntry, zipEntries } from '../../../src/data/ingest/zip-entries.js'
import { encodeWorkbook } from '../../../src/present/workbook/encode-workbook.js'
import { formulaCell, numberCell, textCell, type Sheet } from '../../../src/present/workbook/sheet.js'

const numbers = [0.1 + 0.2, 1e-300, 123456789012345680, -1 / 3, 5e-324, 1.7976931348623157e308]
const texts = ['=HYPERLINK("x")', '+1', '-1', '@x', '<b>&"\'', 'null\u0000byte\u0007', '広告', '']

const sheet: Sheet = {
  name: 'One',
  rows: [
    numbers.map((value) => numberCell(value, '#,##0.00 "A&B"')),
    texts.map((text) => textCell(text)),
    [formulaCell('SUM(A1:B1)', 0.1 + 0.2, '0.00'), null, formulaCell("IF('One'!A1<1,1,0)", 1, '0')],
    [textCell('x'.repeat(40_000), 'wrapped'), numberCell(Number.NaN, '0'), numberCell(null, '0')],
  ],
  frozen: { rows: 1, columns: 2 },
  widths: [20, 10],
}

describe('encodeWorkbook', () => {
  let parts: Record<string, string>
  let read: unknown[][]

  beforeAll(async () => {
    const bytes = await encodeWorkbook([sheet, { ...sheet, name: 'Two' }])
    parts = {}
    for (const entry of zipEntries(bytes, 'made.xlsx'))
      parts[entry.name] = new TextDecoder().decode(await unzipEntry(bytes, entry, 'made.xlsx'))
    read = (await readExcelFile(Buffer.from(bytes)))[0].data
  })

  it('keeps numbers to the last bit', () => {
    expect(read[0].slice(0, numbers.length)).toEqual(numbers)
  })

  it('keeps text as text, without the characters that XML can’t hold', () => {
    expect(read[1]).toEqual(['=HYPERLINK("x")', '+1', '-1', '@x', '<b>&"\'', 'nullbyte', '広告'])
    const xml = parts['xl/worksheets/sheet1.xml']
    expect([...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual([
      'SUM(A1:B1)',
      "IF('One'!A1&lt;1,1,0)",
    ])
  })

  it('writes what a formula comes to beside it, for viewers that don’t calculate', () => {
    expect(read[2].slice(0, 3)).toEqual([0.1 + 0.2, null, 1])
  })

  it('cuts text that no cell can hold, and leaves cells without a number empty', () => {
    expect((read[3][0] as string).length).toBe(32_767)
    expect(read[3].slice(1, 3)).toEqual([null, null])
  })

  it('freezes headings, sets widths, and fits pages', () => {
    const xml = parts['xl/worksheets/sheet2.xml']
    expect(xml).toContain('<pane ySplit="1" xSplit="2"')
    expect(xml).toContain('<col min="1" max="1" width="20" customWidth="1"/>')
    expect(xml).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>.*<\/sheetViews><sheetFormatPr/)
    expect(xml).toContain('<pageSetup fitToWidth="1" fitToHeight="0"')
  })

  it('knows no time and no name of who made it', () => {
    expect(Object.keys(parts).filter((name) => name.startsWith('docProps'))).toEqual([])
    expect(Object.values(parts).join('')).not.toMatch(/20\d\d-\d\d-\d\dT/)
  })
})
