import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDataFile } from '../../../src/app/input/read-data-file.js'
import { csvText, longTable, objectRows, parquetBytes, typedTable, workbookBytes } from '../../support/data-forms.js'
import { refusal } from '../../support/refusal.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const folder = temporaryFolder()
const csv = 'week,sales,tv\n2024-01-01,0.1,5\n2024-01-08,12345.678,\n'
const table = typedTable(csv)

async function read(name: string, content: string | Uint8Array, sheet: string | null = null) {
  writeFileSync(join(folder, name), content)
  return readDataFile(join(folder, name), { shown: `data/${name}`, sheet })
}

describe('readDataFile(path)', () => {
  it('reads the same headers and cells from every form, and hashes the file', async () => {
    const files: [string, string | Uint8Array][] = [
      ['a.csv', csv],
      ['a.TSV', csv.replaceAll(',', '\t')],
      ['a.txt', `\ufeff${csv}`],
      ['a.json', JSON.stringify(objectRows(table), null, 2)],
      [
        'a.jsonl',
        objectRows(table)
          .map((row) => JSON.stringify(row))
          .join('\n'),
      ],
      ['a.parquet', parquetBytes(table)],
      ['a.xlsx', await workbookBytes(table)],
    ]
    for (const [name, content] of files) {
      const { table: found, hash } = await read(name, content)
      expect([name, found.headers, found.rows]).toEqual([
        name,
        ['week', 'sales', 'tv'],
        [
          ['2024-01-01', '0.1', '5'],
          ['2024-01-08', '12345.678', ''],
        ],
      ])
      expect(found.file).toBe(name)
      expect(hash).toBe(createHash('sha256').update(content).digest('hex'))
    }
  })

  it('reads the sheet that is asked for', async () => {
    const bytes = await workbookBytes(table, ['Data', 'Notes'])
    expect((await read('b.xlsx', bytes, 'Data')).table.rows).toHaveLength(2)
    expect((await read('b.xlsx', bytes, 'Notes').catch((error: Error) => error)) as Error).toHaveProperty(
      'message',
      'b.xlsx has a header but no rows in its sheet `Notes`.',
    )
  })

  it('makes long tables that the other helpers of tests describe', () => {
    expect(csvText(longTable(table))).toBe(
      'date,name,amount\n2024-01-01,tv,5\n2024-01-01,sales,0.1\n2024-01-08,sales,12345.678\n',
    )
  })

  it('refuses what it cannot read in one sentence', async () => {
    mkdirSync(join(folder, 'sub.csv'), { recursive: true })
    const missing = () => readDataFile(join(folder, 'none.parquet'), { shown: 'none.parquet' })
    expect(await refusal(missing)).toBe("Can't read none.parquet: there is no such file or folder.")
    const directory = () => readDataFile(join(folder, 'sub.csv'), { shown: 'sub.csv' })
    expect(await refusal(directory)).toBe("Can't read sub.csv: it is a folder, not a file.")
    expect(await refusal(() => read('c.parquet', ''))).toBe('The data file data/c.parquet is empty.')
    expect(await refusal(() => read('c.dat', 'x'))).toMatch(/^The data file data\/c\.dat must end in \.csv, /)
    expect(await refusal(() => read('c.csv', parquetBytes(table)))).toMatch(/but Parquet by its content/)
    expect(await refusal(() => read('d.csv', csv, 'Data'))).toBe('Only a workbook has sheets, and data/d.csv is none.')
    expect(await refusal(() => read('e.json', Uint8Array.of(0x5b, 0xff, 0x5d)))).toMatch(/isn't UTF-8 text/)
  })
})
