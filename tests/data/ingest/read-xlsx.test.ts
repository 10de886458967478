import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../../src/data/ingest/read-xlsx.js'
import { goldenForm, workbookBytes } from '../../support/data-forms.js'
import { refusal } from '../../support/refusal.js'

const read = (bytes: Uint8Array, sheet: string | number | null = null) => readXlsx(bytes, { file: 'shop.xlsx', sheet })
const days = ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22', '2024-01-29', '2024-02-05']

describe('readXlsx(bytes)', () => {
  it.each(['types', 'from-1904', 'from-1904-true'])('reads %s.xlsx, which openpyxl wrote', async (name) => {
    const table = await read(goldenForm(`${name}.xlsx`))
    expect(table.headers).toEqual(['day', 'number', 'boolean', 'text', 'moment'])
    expect(table.rows).toEqual(
      days.map((day, i) => [
        day,
        ['0.1', '1234.5', '5e-324', '-3', '1e+21', ''][i],
        i % 2 === 0 ? '1' : '0',
        `row ${i}`,
        day,
      ]),
    )
    expect(table.lines).toEqual([2, 3, 4, 5, 6, 7])
    expect(table.faults).toEqual([])
  })

  it('keeps every bit of a number', async () => {
    const numbers = [0.1 + 0.2, 1.7976931348623157e308, -2.2250738585072014e-308, 9007199254740991]
    const { rows } = await read(await workbookBytes({ tv: numbers }))
    expect(rows.map(([cell]) => Number(cell))).toEqual(numbers)
  })

  it('takes the first row that holds anything for the header, and marks cells without a value', async () => {
    const table = await read(goldenForm('marks.xlsx'), 'Sheet')
    expect(table.headers).toEqual(['day', 'sales', 'merged', 'error', 'formula', 'late'])
    expect(table.rows.map((row) => row.slice(0, 5))).toEqual(
      days.map((day, i) => [day, String(i + 1), i === 2 || i === 3 ? '' : '5', i === 2 ? '' : '6', i === 3 ? '' : '7']),
    )
    expect(table.lines).toEqual([4, 5, 6, 7, 8, 9])
    expect(table.faults).toEqual([
      { column: 3, row: 2, text: 'the formula of the cell ends in the error #DIV/0!' },
      {
        column: 4,
        row: 3,
        text: 'the formula of the cell was never computed; open the workbook in a spreadsheet program and save it',
      },
      { column: 2, row: 2, text: 'the cell is merged with C5; unmerge the cells and fill each of them' },
      { column: 2, row: 3, text: 'the cell is merged with C5; unmerge the cells and fill each of them' },
    ])
    expect(table.rows[4][5]).toBe('2024-01-01T13:30:00.000Z')
  })

  it('finds a sheet by name, by number, and by a name that is a number', async () => {
    const bytes = goldenForm('marks.xlsx')
    const header = [
      'shop.xlsx has a header but no rows in its sheet `2024`.',
      'shop.xlsx has nothing in its sheet `Empty`.',
    ]
    expect(await refusal(() => read(bytes, '2024'))).toBe(header[0])
    expect(await refusal(() => read(bytes, 2024))).toBe(header[0])
    expect(await refusal(() => read(bytes, 2))).toBe(header[0])
    expect(await refusal(() => read(bytes, 3))).toBe(header[1])
    expect((await read(bytes, 1)).headers).toContain('sales')
    expect((await read(goldenForm('types.xlsx'), 'Data & more')).rows).toHaveLength(6)
  })

  it('lists the sheets where one is missing, or one must be chosen', async () => {
    const bytes = goldenForm('marks.xlsx')
    const sheets = 'its sheets are `Sheet`, `2024`, `Empty`.'
    expect(await refusal(() => read(bytes))).toBe(
      `shop.xlsx has 3 sheets; write which one to read as \`sheet\` beside \`file\`: ${sheets}`,
    )
    expect(await refusal(() => read(bytes, 4))).toBe(`shop.xlsx has no sheet 4; ${sheets}`)
    expect(await refusal(() => read(bytes, 'Sheets'))).toBe(
      `shop.xlsx has no sheet \`Sheets\`; ${sheets} Did you mean \`Sheet\`?`,
    )
  })

  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0)
  const encrypted = new Uint8Array([...old, ...Buffer.from('EncryptedPackage', 'utf16le')])

  it.each([
    ['is a workbook in the old Excel format; save it as .xlsx.', old],
    ['is encrypted with a password; save it without one.', encrypted],
    ['is damaged or not a whole workbook; copy or save it again.', goldenForm('types.xlsx').subarray(0, 3000)],
  ])('refuses a file that %s', async (message, bytes) => {
    expect(await refusal(() => read(bytes))).toBe(`shop.xlsx ${message}`)
  })

  it('refuses a workbook with a damaged part', async () => {
    const bytes = goldenForm('types.xlsx').slice()
    bytes.fill(0, 1000, 1010)
    expect(await refusal(() => read(bytes))).toBe(
      'shop.xlsx is damaged or not a whole workbook; copy or save it again.',
    )
  })

  it('refuses an archive that claims to unpack to more than fits into memory', async () => {
    const bytes = goldenForm('types.xlsx').slice()
    const view = new DataView(bytes.buffer)
    let directory = bytes.length - 22
    while (view.getUint32(directory, true) !== 0x06054b50) directory -= 1
    view.setUint32(view.getUint32(directory + 16, true) + 24, 2_000_000_000, true)
    expect(await refusal(() => read(bytes))).toMatch(
      /^shop\.xlsx unpacks to 2,00\d MB; at most 1,000 MB can be read\.$/,
    )
  })
})
