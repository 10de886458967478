import type { ColumnMetaData } from 'hyparquet'
import { parquetMetadata } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { requireSoundPages, zstdBound } from '../../../src/data/ingest/parquet-pages.js'
import { goldenForm } from '../../support/data-forms.js'

interface Chunk {
  readonly meta: ColumnMetaData
  readonly rows: number
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const flat = ({ path_in_schema: path }: ColumnMetaData): boolean => path.length === 1
  return parquetMetadata(bytes).row_groups.flatMap(({ columns, num_rows: rows }) =>
    columns.map(({ meta_data: meta }) => ({ meta: meta!, rows: Number(rows) })).filter(({ meta }) => flat(meta)),
  )
}

const startOf = ({ meta }: Chunk): number => Number(meta.dictionary_page_offset ?? meta.data_page_offset)

describe('requireSoundPages(bytes, chunk, rows)', () => {
  it.each(['types', 'types-plain', 'types-gzip', 'types-brotli', 'types-zstd', 'types-lz4'])(
    'takes every column of %s.parquet',
    (name) => {
      const bytes = goldenForm(`${name}.parquet`)
      const chunks = chunksOf(bytes)
      expect(chunks.length).toBeGreaterThan(20)
      for (const { meta, rows } of chunks) expect(() => requireSoundPages(bytes, meta, rows)).not.toThrow()
    },
  )

  it('refuses other numbers of rows, and chunks that are cut off or lie outside the file', () => {
    const bytes = goldenForm('types.parquet')
    const [{ meta, rows }] = chunksOf(bytes)
    const refuses = (change: Partial<ColumnMetaData>, count = rows): void => {
      expect(() => requireSoundPages(bytes, { ...meta, ...change }, count)).toThrow()
    }
    refuses({}, rows + 1)
    refuses({}, rows - 1)
    refuses({ total_compressed_size: meta.total_compressed_size - 1n })
    refuses({ total_compressed_size: 10n ** 9n })
    refuses({ data_page_offset: 0n })
  })

  it('refuses a header without sizes, or with negative ones', () => {
    const bytes = goldenForm('types-plain.parquet')
    const [chunk] = chunksOf(bytes)
    const at = startOf(chunk)
    // Field 1 (kind) is 15 00, field 2 (size unpacked) 15 and the size in zigzag, field 3 the same.
    expect([...bytes.subarray(at, at + 3)]).toEqual([0x15, 0x00, 0x15])
    for (const [offset, byte] of [
      [2, 0x25],
      [3, 0x01],
      [0, 0x00],
    ]) {
      const changed = bytes.slice()
      changed[at + offset] = byte
      expect(() => requireSoundPages(changed, chunk.meta, chunk.rows)).toThrow()
    }
  })

  it('holds pages to their checksums', () => {
    const bytes = goldenForm('types-gzip.parquet')
    const [chunk] = chunksOf(bytes)
    const last = startOf(chunk) + Number(chunk.meta.total_compressed_size) - 1
    const changed = bytes.slice()
    changed[last] ^= 1
    expect(() => requireSoundPages(changed, chunk.meta, chunk.rows)).toThrow('the pages are damaged')
  })
})

describe('zstdBound(bytes)', () => {
  const frame = (...blocks: number[]): Uint8Array => Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, ...blocks)

  it('adds up what blocks hold: as they are, one byte again and again, or at most 128 KiB', () => {
    expect(zstdBound(frame(0x11, 0, 0, 1, 2))).toBe(2)
    expect(zstdBound(frame(0x02 | ((100 << 3) & 0xff), 100 >> 5, 0, 7, 0x11, 0, 0, 1, 2))).toBe(102)
    expect(zstdBound(frame(0x05 | (3 << 3), 0, 0, 1, 2, 3))).toBe(131_072)
    expect(zstdBound(Uint8Array.of(0x50, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 9))).toBe(0)
  })

  it('sees through a bomb of repeated bytes', () => {
    const bomb = new Uint8Array(6 + 4 * 10_000)
    bomb.set(frame())
    for (let block = 0; block < 10_000; block++) {
      bomb.set([0x02 | (block === 9999 ? 1 : 0), 0x00, 0x10, 0], 6 + 4 * block)
    }
    expect(zstdBound(bomb)).toBe(10_000 * 131_072)
  })

  it('refuses what is no frame, or is cut off', () => {
    expect(() => zstdBound(Uint8Array.of(1, 2, 3, 4))).toThrow()
    expect(() => zstdBound(frame(0x10, 0, 0))).toThrow()
  })
})
