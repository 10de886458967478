import type { RawTable } from '../../data/table/raw-table.js'
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { InputError } from '../../check/errors.js'
import { dataFormat, requireFormat } from '../../data/ingest/data-format.js'
import { decodeText, maxDataBytes, readBytes } from '../folder/read-text.js'

export interface ReadDataFileOptions {
  /** The path as messages show it. @defaultValue the path */
  readonly shown?: string
  /** Sheet of a workbook, by name or number from 1; null is its only one. */
  readonly sheet?: string | number | null
}

/** A table and the file that it came from. */
export interface DataFile {
  readonly table: RawTable
  /** SHA-256 of the file. */
  readonly hash: string
}

/**
 * Reads a table from CSV, JSON, Parquet or a workbook, by the ending of the file's name; what reads each form is loaded
 * when it is needed.
 *
 * @throws InputError in one sentence if the file can't be read, or isn't what its name says.
 * @example (await readDataFile('data/sales.xlsx', { sheet: 'Data' })).table.headers
 */
export async function readDataFile(
  path: string,
  { shown = path, sheet = null }: ReadDataFileOptions,
): Promise<DataFile> {
  const format = dataFormat(shown)
  const what = 'data file'
  const bytes = await readBytes(path, { what, maxBytes: maxDataBytes, shown })
  if (bytes.length === 0) throw new InputError([{ path: shown, message: `The ${what} ${shown} is empty.` }])
  requireFormat(bytes, format, shown)
  const file = basename(path)
  if (sheet !== null && format !== 'workbook') {
    throw new InputError([{ path: shown, message: `Only a workbook has sheets, and ${shown} is none.` }])
  }
  const readers: Record<typeof format, () => RawTable | Promise<RawTable>> = {
    text: async () => {
      const { readTable } = await import('../../data/ingest/read-csv.js')
      return readTable(decodeText(bytes, { what, shown }), { file })
    },
    json: async () => {
      const { readJson } = await import('../../data/ingest/read-json.js')
      return readJson(decodeText(bytes, { what, shown }), { file })
    },
    parquet: async () => {
      const { readParquet } = await import('../../data/ingest/read-parquet.js')
      return readParquet(bytes, { file })
    },
    workbook: async () => {
      const { readXlsx } = await import('../../data/ingest/read-xlsx.js')
      return readXlsx(bytes, { file, sheet })
    },
  }
  return { table: await readers[format](), hash: createHash('sha256').update(bytes).digest('hex') }
}
