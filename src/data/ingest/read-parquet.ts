import type { Compressors, FileMetaData, RowGroup } from 'hyparquet'
import type { CellFault, RawTable } from '../table/raw-table.js'
import type { ParquetColumn } from './parquet-column.js'
import { InputError } from '../../check/errors.js'
import { requireCellCount, requireUnpackedSize } from '../table/cell-count.js'
import { parquetColumns } from './parquet-column.js'
import { requireSoundPages, zstdBound } from './parquet-pages.js'

/**
 * Reads a Parquet file, in any of its compressions but LZO.
 *
 * Numbers keep every bit: whole numbers and decimals go over digit by digit. Dates are days, timestamps days where they
 * are at midnight as stored, without any shift of time zone; null and NaN are missing, true and false are 1 and 0. Columns
 * of lists, groups, binary values and times of day are there, but can't be used. Rows count from 1.
 *
 * @param bytes the whole file.
 * @param options.file name of the file without folder, for messages.
 * @throws InputError if the file is cut off, damaged, encrypted or too large, has no rows, or its row groups differ in types.
 * @example (await readParquet(bytes, { file: 'sales.parquet' })).headers  // ['week', 'tv']
 */
export async function readParquet(bytes: Uint8Array, options: { readonly file: string }): Promise<RawTable> {
  const { file } = options
  const { metadata, columns } = await readFooter(bytes, file)
  const rowCount = Number(metadata.num_rows)
  const rows = Array.from({ length: rowCount }, () => new Array<string>(columns.length).fill(''))
  const source: Source = {
    bytes,
    file,
    metadata: withPlainTypes(metadata, columns),
    compressors: await limitedCompressors(file),
  }
  let from = 0
  for (const [g, group] of metadata.row_groups.entries()) {
    const to = from + Number(group.num_rows)
    for (const [c, column] of columns.entries()) {
      if (column.fault !== null) continue
      const values = await readValues(source, column, { from, to, group: g })
      for (let i = 0; i < values.length; i++) rows[from + i][c] = column.text(values[i])
    }
    from = to
  }
  const faults = columns.flatMap(({ fault }, column): CellFault[] =>
    fault === null ? [] : [{ column, row: null, text: fault }],
  )
  const headers = columns.map(({ name }) => name.trim())
  return { file, delimiter: null, headers, rows, lines: rows.map((_, i) => i + 1), faults }
}

interface Footer {
  readonly metadata: FileMetaData
  readonly columns: readonly ParquetColumn[]
}

async function readFooter(bytes: Uint8Array, file: string): Promise<Footer> {
  const end = String.fromCharCode(...bytes.subarray(-4))
  if (end === 'PARE') throw refusal(file, 'is encrypted; write it without encryption')
  if (end !== 'PAR1')
    throw refusal(file, 'is not a whole Parquet file: its end is missing or damaged; copy or write it again')
  const { parquetMetadata } = await import('hyparquet')
  try {
    const metadata = parquetMetadata(bytes, { geoparquet: false })
    const columns = parquetColumns(metadata)
    if (columns.length === 0) throw refusal(file, 'has no columns')
    if (metadata.num_rows === 0n) throw refusal(file, 'has columns but no rows')
    requireCellCount(file, Number(metadata.num_rows), columns.length)
    requireRowGroups(metadata, columns, file)
    return { metadata, columns }
  } catch (error) {
    if (error instanceof InputError) throw error
    throw refusal(file, 'is damaged: its footer cannot be read; copy or write it again')
  }
}

/** The footer must describe whole row groups, each with every column in the type that the file's schema gives it. */
function requireRowGroups(
  { row_groups: groups, num_rows: promised }: FileMetaData,
  columns: readonly ParquetColumn[],
  file: string,
): void {
  const held = groups.reduce((rows, group) => rows + group.num_rows, 0n)
  if (held !== promised)
    throw refusal(file, `is damaged: it promises ${promised} rows, but its row groups hold ${held}`)
  requireUnpackedSize(
    file,
    groups.reduce((size, group) => size + unpackedBytes(group), 0),
  )
  const names = columns.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice !== undefined) throw refusal(file, `has the column \`${twice}\` twice; rename one of them`)
  groups.forEach(({ columns: chunks }, g) => {
    for (const { name, element, fault } of columns) {
      if (fault !== null) continue
      const chunk = chunks.find(({ meta_data: meta }) => meta?.path_in_schema[0] === name)
      if (chunk?.meta_data === undefined)
        throw refusal(file, `is damaged: row group ${g + 1} has no column \`${name}\``)
      const { type, codec } = chunk.meta_data
      if (type !== element.type) {
        const found = `column \`${name}\` is ${type} in row group ${g + 1}, but ${element.type} in the file's schema`
        throw refusal(file, `must have one type a column: ${found}; write it again`)
      }
      if (codec === 'LZO')
        throw refusal(file, 'is compressed with LZO, which cannot be read; write it with snappy or zstd')
      if (chunk.file_path !== undefined) throw refusal(file, 'keeps its columns in other files; write it as one file')
    }
  })
}

function unpackedBytes({ columns }: RowGroup): number {
  return columns.reduce((size, { meta_data: meta }) => size + Number(meta?.total_uncompressed_size ?? 0), 0)
}

function withPlainTypes(metadata: FileMetaData, columns: readonly ParquetColumn[]): FileMetaData {
  const plain = new Map(columns.map(({ name, element }) => [name, element]))
  return {
    ...metadata,
    schema: metadata.schema.map((element, i) =>
      i > 0 && element.type ? (plain.get(element.name) ?? element) : element,
    ),
  }
}

/** Pages say how long they are when unpacked, and memory is taken for it before anything is checked. */
async function limitedCompressors(file: string): Promise<Compressors> {
  const { compressors } = await import('hyparquet-compressors')
  return Object.fromEntries(
    Object.entries(compressors).map(([codec, unpack]) => [
      codec,
      (input: Uint8Array, length: number) => {
        requireUnpackedSize(file, codec === 'ZSTD' ? Math.max(length, zstdBound(input)) : length)
        return unpack(input, length)
      },
    ]),
  )
}

interface Source {
  readonly bytes: Uint8Array
  readonly file: string
  readonly metadata: FileMetaData
  readonly compressors: Compressors
}

interface GroupRows {
  readonly from: number
  readonly to: number
  readonly group: number
}

async function readValues(
  { bytes, file, metadata, compressors }: Source,
  { name, utf8 }: ParquetColumn,
  { from, to, group }: GroupRows,
): Promise<unknown[]> {
  const { parquetRead } = await import('hyparquet')
  const values: unknown[] = []
  const chunk = metadata.row_groups[group].columns.find(({ meta_data: meta }) => meta?.path_in_schema[0] === name)
  try {
    requireSoundPages(bytes, chunk!.meta_data!, to - from)
    await parquetRead({
      file: { byteLength: bytes.length, slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer },
      metadata,
      columns: [name],
      rowStart: from,
      rowEnd: to,
      compressors,
      utf8,
      // INT96 is the one type that hyparquet converts without being told to: its whole nanoseconds are wanted.
      parsers: { timestampFromNanoseconds: (nanoseconds: bigint) => nanoseconds },
      onComplete: (rows: unknown[][]) => {
        for (const row of rows) values.push(row[0])
      },
    })
  } catch (error) {
    if (error instanceof InputError) throw error
    throw damage(file, group, name)
  }
  if (values.length !== to - from) throw damage(file, group, name)
  return values
}

function damage(file: string, group: number, name: string): InputError {
  return refusal(
    file,
    `is damaged: column \`${name}\` in row group ${group + 1} cannot be read; copy or write the file again`,
  )
}

function refusal(file: string, text: string): InputError {
  return new InputError([{ path: file, message: `${file} ${text}.` }])
}
