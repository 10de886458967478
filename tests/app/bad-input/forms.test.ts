import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  csvText,
  goldenForm,
  longTable,
  objectRows,
  parquetBytes,
  typedTable,
  workbookBytes,
} from '../../support/data-forms.js'
import { runCli } from '../../support/run-cli.js'
import { shopCsv, shopSpec, writeShop } from '../../support/shop-folder.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const folder = temporaryFolder()
const table = typedTable(shopCsv())
const rows = objectRows(table)
let workbook: Uint8Array

beforeAll(async () => {
  writeShop(folder)
  workbook = await workbookBytes(table, ['Data', 'Notes'])
})

/** What `mixwright fit` says of a data file; it must refuse it. */
async function refusalOf(
  name: string,
  content: string | Uint8Array,
  keys = 'date: week, period: week',
): Promise<string> {
  writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, 'model.yaml'), shopSpec.replace(/data: .*/, `data: { file: ${name}, ${keys} }`))
  const { code, stdout, stderr } = await runCli(['fit', 'model.yaml'], { cwd: folder })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  return stderr
}

const longKeys = 'layout: long, date: date, variable: name, value: amount, period: week'

describe('mixwright fit refuses, in one sentence,', () => {
  it('an ending that it does not know, and content that is not what the ending says', async () => {
    expect(await refusalOf('shop.dat', 'x')).toMatch(
      /^error The data file shop\.dat must end in .*, but ends in \.dat\.\n$/,
    )
    expect(await refusalOf('a.csv', parquetBytes(table))).toBe(
      'error The data file a.csv is a text table by its name, but Parquet by its content; give it the ending .parquet.\n',
    )
    expect(await refusalOf('a.parquet', shopCsv())).toMatch(
      /^error The data file a\.parquet is Parquet by its name, but .*\.\n$/,
    )
  })

  it('Parquet that is cut off or damaged', async () => {
    const bytes = parquetBytes(table)
    expect(await refusalOf('cut.parquet', bytes.subarray(0, 900))).toBe(
      'error cut.parquet is not a whole Parquet file: its end is missing or damaged; copy or write it again.\n',
    )
  })

  it('a sheet that is not there, or not named', async () => {
    expect(await refusalOf('shop.xlsx', workbook)).toBe(
      'error shop.xlsx has 2 sheets; write which one to read as `sheet` beside `file`: its sheets are `Data`, `Notes`.\n',
    )
    expect(await refusalOf('shop.xlsx', workbook, 'sheet: Date, date: week, period: week')).toBe(
      'error shop.xlsx has no sheet `Date`; its sheets are `Data`, `Notes`. Did you mean `Data`?\n',
    )
  })

  it('merged cells and errors of formulas in columns that are used', async () => {
    writeFileSync(join(folder, 'marks.xlsx'), goldenForm('marks.xlsx'))
    const refused: Record<string, string> = {
      merged: 'rows 6 and 7, column `merged`: the cell is merged with C5; unmerge the cells and fill each of them.',
      error: 'row 6, column `error`: the formula of the cell ends in the error #DIV/0!.',
      formula:
        'row 7, column `formula`: the formula of the cell was never computed; open the workbook in a spreadsheet program and save it.',
    }
    for (const [column, message] of Object.entries(refused)) {
      const data = 'data: { file: marks.xlsx, sheet: 1, date: day, period: week }'
      const kpi = 'kpi: { column: sales, kind: units }'
      const spec = `mixwright: 1\n${data}\n${kpi}\nchannels: { tv: { spend: ${column} } }\n`
      writeFileSync(join(folder, 'model.yaml'), spec)
      const { code, stderr } = await runCli(['fit', 'model.yaml'], { cwd: folder })
      expect({ code, stderr }).toEqual({ code: 1, stderr: `error marks.xlsx ${message}\n` })
    }
  })

  it('JSON that is no list of flat rows', async () => {
    expect(await refusalOf('a.json', JSON.stringify({ rows }))).toBe(
      'error a.json row 1, column `rows` must be text, a number, true, false or null, not a list.\n',
    )
    const nested = rows.map((row, t) => (t === 3 ? { ...row, tv_spend: { amount: 5 } } : row))
    expect(await refusalOf('a.json', JSON.stringify(nested))).toBe(
      'error a.json row 4, column `tv_spend` must be text, a number, true, false or null, not an object.\n',
    )
    expect(await refusalOf('a.json', `[{"__proto__": 1}]`)).toBe(
      'error a.json row 1 has the key `__proto__`, which is no name; rename it.\n',
    )
  })

  it('a variable that occurs twice on one date', async () => {
    const text = csvText(longTable(table))
    const line = text.trim().split('\n')[5]
    const [date, name] = line.split(',')
    expect(await refusalOf('long.csv', `${text}${line}\n`, longKeys)).toBe(
      `error long.csv lines 6 and 242: both hold \`${name}\` of ${date}; keep one row a date and variable.\n`,
    )
  })

  it('days and weeks in one file', async () => {
    const mixed = shopCsv((lines) => [
      ...lines,
      ...lines.slice(0, 5).map(([, ...cells], d): (typeof lines)[number] => [`2025-02-2${d + 1}`, ...cells]),
    ])
    expect(await refusalOf('mixed.csv', mixed)).toMatch(
      /^error mixed\.csv line \d+, column `week`: the rows are weeks before 2025-02-\d\d and days from then on; a table must have rows of one period, so add up the shorter ones\.\n/,
    )
  })

  it('keys of the spec that do not go together', async () => {
    expect(await refusalOf('shop.csv', shopCsv(), 'sheet: 1, date: week, period: week')).toBe(
      'error model.yaml:3:25: `data.sheet` must stand beside a workbook (.xlsx), not `shop.csv`.\n',
    )
    expect(await refusalOf('shop.csv', shopCsv(), 'date: week, period: week, aggregate: {}')).toMatch(
      /^error shop\.csv, column `week`: the rows are weeks already/,
    )
  })
})

describe('mixwright init --from', () => {
  it('takes a workbook by its sheet and the long layout, and writes a spec that checks', async () => {
    writeFileSync(join(folder, 'book.xlsx'), workbook)
    const several = await runCli(['init', 'specs', '--from', 'book.xlsx'], { cwd: folder })
    expect(several).toMatchObject({ code: 1, stdout: '' })
    expect(several.stderr).toContain('book.xlsx has 2 sheets; write which one to read')
    expect((await runCli(['init', 'specs', '--from', 'book.xlsx', '--sheet', 'Data'], { cwd: folder })).code).toBe(0)
    expect((await runCli(['check', 'specs/book.yaml'], { cwd: folder })).code).toBe(0)
    writeFileSync(join(folder, 'tall.parquet'), parquetBytes(longTable(table)))
    const long = await runCli(['init', 'specs', '--from', 'tall.parquet'], { cwd: folder })
    expect(long.stdout).toContain('layout: long, names in column name, values in column amount.\n')
    expect((await runCli(['check', 'specs/tall.yaml'], { cwd: folder })).code).toBe(0)
  })

  it('refuses a sheet without a table', async () => {
    const { code, stderr } = await runCli(['init', '--sheet', 'Data'], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toContain('--sheet must stand beside --from.')
  })
})
