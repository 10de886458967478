import type { ColumnMetaData } from 'hyparquet'
import { crc32 } from './crc32.js'

// The headers of a column's pages: damaged ones would send a reader round in circles, or to any size of memory.
// Source: apache/parquet-format, parquet.thrift (PageHeader), and Apache Thrift's compact protocol.

/**
 * Throws unless the pages of a column follow one another inside its chunk, hold as many values as there are rows, and have
 * the checksums that they say, as far as they say any.
 *
 * @param bytes the whole file.
 * @param rows rows of the row group; the column is flat, so each has a value or a null.
 * @throws Error, with no more to say than that the chunk is damaged.
 */
export function requireSoundPages(bytes: Uint8Array, chunk: ColumnMetaData, rows: number): void {
  const { dictionary_page_offset: dictionary, data_page_offset: data, total_compressed_size: size } = chunk
  const from = Number(dictionary !== undefined && dictionary > 0n && dictionary < data ? dictionary : data)
  const to = from + Number(size)
  ensure(from >= 4 && to <= bytes.length)
  const reader: Reader = { view: new DataView(bytes.buffer, bytes.byteOffset, to), at: from }
  let values = 0
  while (values < rows) {
    const header = readStruct(reader, 0)
    const [unpacked, packed] = [whole(header, 2), whole(header, 3)]
    ensure(packed <= to - reader.at)
    const checksum = header.get(4)
    if (typeof checksum === 'number') ensure(crc32(bytes.subarray(reader.at, reader.at + packed)) === checksum >>> 0)
    reader.at += packed
    const kind = header.get(1)
    if (kind === dataPage) values += whole(struct(header, 5), 1)
    else if (kind === dataPage2) values += valuesOfSecondVersion(struct(header, 8), packed, unpacked)
    else if (kind === dictionaryPage) ensure(whole(struct(header, 7), 1) <= Math.max(unpacked, 1))
    else ensure(kind === indexPage)
  }
  ensure(values === rows)
}

/**
 * Bytes that zstd frames unpack to at most, without unpacking them: no block holds more than 128 KiB.
 *
 * Source: RFC 8878, sections 3.1.1 and 3.1.2.
 */
export function zstdBound(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let bound = 0
  let at = 0
  while (at + 4 <= bytes.length) {
    const magic = view.getUint32(at, true)
    if (magic >>> 4 === 0x184d2a5) {
      at += 8 + view.getUint32(at + 4, true)
      continue
    }
    ensure(magic === 0xfd2fb528)
    const descriptor = bytes[at + 4]
    const isSingle = (descriptor >> 5) & 1
    const contentSize = [isSingle, 2, 4, 8][descriptor >> 6]
    at += 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3] + contentSize
    let isLast = false
    while (!isLast) {
      const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
      const [type, size] = [(header >> 1) & 3, header >>> 3]
      isLast = (header & 1) === 1
      bound += type === compressedBlock ? 131_072 : size
      at += 3 + (type === repeatedBlock ? 1 : size)
    }
    at += (descriptor >> 2) & 1 ? 4 : 0
  }
  return bound
}

const dataPage = 0
const indexPage = 1
const dictionaryPage = 2
const dataPage2 = 3
const repeatedBlock = 1
const compressedBlock = 2

function valuesOfSecondVersion(header: Struct, packed: number, unpacked: number): number {
  const [values, nulls, levels, repetitions] = [whole(header, 1), whole(header, 2), whole(header, 5), whole(header, 6)]
  ensure(nulls <= values && levels + repetitions <= Math.min(packed, unpacked))
  return values
}

interface Reader {
  readonly view: DataView
  at: number
}

/** Fields by number; texts, lists and the like are passed over as null. */
type Struct = ReadonlyMap<number, number | Struct | null>

const deepest = 8

function readStruct(reader: Reader, depth: number): Struct {
  ensure(depth < deepest)
  const fields = new Map<number, number | Struct | null>()
  let field = 0
  for (;;) {
    const byte = reader.view.getUint8(reader.at++)
    if (byte === 0) return fields
    field = byte >> 4 === 0 ? zigzag(reader) : field + (byte >> 4)
    fields.set(field, readValue(reader, byte & 15, depth))
  }
}

function readValue(reader: Reader, type: number, depth: number): number | Struct | null {
  switch (type) {
    case 1:
    case 2:
      return 2 - type
    case 3:
      return reader.view.getInt8(reader.at++)
    case 4:
    case 5:
    case 6:
      return zigzag(reader)
    case 7:
      reader.at += 8
      return null
    case 8: {
      const length = varint(reader)
      reader.at += length
      return null
    }
    case 9: {
      const head = reader.view.getUint8(reader.at++)
      const length = head >> 4 === 15 ? varint(reader) : head >> 4
      ensure(length <= reader.view.byteLength - reader.at)
      for (let i = 0; i < length; i++) readValue(reader, (head & 15) < 3 ? 3 : head & 15, depth + 1)
      return null
    }
    case 12:
      return readStruct(reader, depth + 1)
    default:
      throw new Error('no type of the protocol')
  }
}

function varint(reader: Reader): number {
  let value = 0
  for (let scale = 1; scale < 1e21; scale *= 128) {
    const byte = reader.view.getUint8(reader.at++)
    value += (byte & 127) * scale
    if (byte < 128) return value
  }
  throw new Error('a number of too many bytes')
}

function zigzag(reader: Reader): number {
  const value = varint(reader)
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

function whole(fields: Struct, field: number): number {
  const value = fields.get(field)
  if (typeof value === 'number' && value >= 0 && value <= 0x7fffffff) return value
  throw new Error('a size is missing or no size')
}

function struct(fields: Struct, field: number): Struct {
  const value = fields.get(field)
  if (value instanceof Map) return value
  throw new Error('a header is missing')
}

function ensure(holds: boolean): void {
  if (!holds) throw new Error('the pages are damaged')
}
