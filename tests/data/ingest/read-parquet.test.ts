import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputError } from '../../../src/check/errors.js'
import { readParquet } from '../../../src/data/ingest/read-parquet.js'
import { refusal } from '../../support/refusal.js'
import { goldenForm, parquetBytes } from '../../support/data-forms.js'

const read = (bytes: Uint8Array) => readParquet(bytes, { file: 'shop.parquet' })
const days = ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22', '2024-01-29', '2024-02-05']
const six = (text: string): string[] => days.map(() => text)

/** A file with the bytes of a text changed in place, at its last or first occurrence. */
function patched(
  bytes: Uint8Array,
  from: readonly number[],
  to: readonly number[],
  which: 'first' | 'last',
): Uint8Array {
  const copy = bytes.slice()
  const at = [...copy.keys()].filter((i) => from.every((byte, k) => copy[i + k] === byte))
  copy.set(to, which === 'first' ? at[0] : at[at.length - 1])
  return copy
}

describe('readParquet(bytes)', () => {
  it.each(['types', 'types-plain', 'types-gzip', 'types-brotli', 'types-zstd', 'types-lz4'])(
    'reads every type of %s.parquet, which pyarrow wrote, without loss',
    async (name) => {
      const table = await read(goldenForm(`${name}.parquet`))
      const column = (header: string): string[] => table.rows.map((row) => row[table.headers.indexOf(header)])
      expect(Object.fromEntries(table.headers.map((header) => [header, column(header)]))).toEqual({
        day: days,
        before1970: six('1907-01-01'),
        millis: days,
        micros: days,
        nanos: days,
        zoned: ['2023-12-31', '2024-01-07', '2024-01-14', '2024-01-21', '2024-01-28', '2024-02-04'].map(
          (day) => `${day}T23:00:00`,
        ),
        int64: six('9007199254740993'),
        uint64: six('9223372036854775809'),
        uint32: six('4294967295'),
        int8: six('-128'),
        decimal: six('1.15'),
        long_decimal: six('-12345678901234567890.123456789'),
        small_decimal: six('-0.05'),
        boolean: ['1', '0', '', '1', '0', ''],
        float16: six('0.5'),
        float32: six('0.10000000149011612'),
        float64: ['0.30000000000000004', '5e-324', '1.7976931348623157e+308', '', '', '0'],
        infinite: six('Infinity'),
        text: ['a', '', 'Zürich', '', '1,5', 'x'],
        category: ['x', 'y', 'x', 'y', 'x', 'y'],
        list: six(''),
        group: six(''),
        fixed: six(''),
        time: six(''),
      })
      expect(table.faults?.map(({ column: at, row, text }) => [table.headers[at], row, text])).toEqual([
        ['list', null, 'the column holds lists or groups, not single values'],
        ['group', null, 'the column holds lists or groups, not single values'],
        ['fixed', null, 'the column holds binary values, not single values'],
        ['time', null, 'the column holds times of day, not single values'],
      ])
      expect(table.lines).toEqual([1, 2, 3, 4, 5, 6])
    },
  )

  it('reads all row groups in their order', async () => {
    const numbers = Array.from({ length: 60 }, (_, i) => i + 0.5)
    const table = await read(parquetBytes({ tv: numbers }))
    expect(table.rows.map(([cell]) => Number(cell))).toEqual(numbers)
  })

  const small = parquetBytes({ tv: [1, 2], radio: [3, 4] })
  const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

  it.each([
    [
      'a file that is cut off',
      small.subarray(0, small.length - 9),
      'is not a whole Parquet file: its end is missing or damaged; copy or write it again.',
    ],
    [
      'three bytes',
      small.subarray(0, 3),
      'is not a whole Parquet file: its end is missing or damaged; copy or write it again.',
    ],
    [
      'only the magic',
      new TextEncoder().encode('PAR1PAR1'),
      'is damaged: its footer cannot be read; copy or write it again.',
    ],
    ['an encrypted file', new TextEncoder().encode('PAR1xxxxPARE'), 'is encrypted; write it without encryption.'],
    ['columns without rows', parquetBytes({ tv: [] }), 'has columns but no rows.'],
  ])('refuses %s', async (_, bytes, message) => {
    expect(await refusal(() => read(bytes))).toBe(`shop.parquet ${message}`)
  })

  it('names the column and row group that are damaged', async () => {
    const bytes = parquetBytes({
      tv: Array.from({ length: 60 }, (_, i) => i * 1.37),
      radio: Array.from({ length: 60 }, (_, i) => i),
    })
    const { parquetMetadata } = await import('hyparquet')
    const chunk = parquetMetadata(bytes).row_groups[1].columns[0].meta_data!
    bytes.fill(0xff, Number(chunk.data_page_offset), Number(chunk.data_page_offset) + 40)
    expect(await refusal(() => read(bytes))).toBe(
      'shop.parquet is damaged: column `tv` in row group 2 cannot be read; copy or write the file again.',
    )
  })

  it('refuses a footer whose row groups differ from its promises', async () => {
    const bytes = parquetBytes({ tv: Array.from({ length: 60 }, (_, i) => i) })
    // num_rows = 60 is 120 in zigzag, once in the footer's third field.
    const footer = text(bytes).lastIndexOf('\u0016\u0078')
    expect(footer).toBeGreaterThan(0)
    bytes[footer + 1] = 124
    expect(await refusal(() => read(bytes))).toBe(
      'shop.parquet is damaged: it promises 62 rows, but its row groups hold 60.',
    )
  })

  it('refuses a column whose type differs from row group to row group', async () => {
    const bytes = parquetBytes({ tv: Array.from({ length: 60 }, (_, i) => i + 0.5) })
    // A chunk's metadata begin with its type, DOUBLE = 5, zigzag 10: field header 0x15, value, then the list of encodings.
    const changed = patched(bytes, [0x15, 0x0a, 0x19], [0x15, 0x04], 'last')
    expect(await refusal(() => read(changed))).toBe(
      "shop.parquet must have one type a column: column `tv` is INT64 in row group 3, but DOUBLE in the file's schema; write it again.",
    )
  })

  it('refuses more cells than fit into memory before reading any', async () => {
    const columns = Array.from({ length: 50 }, (_, i) => [`c${i}`, new Array<number>(10_000).fill(1)])
    const bytes = parquetBytes(Object.fromEntries(columns), 10_000)
    // 10,000 rows are the three bytes a0 9c 01 in zigzag, at the beginning of the footer; ff ff 7f are a million.
    const changed = patched(bytes, [0x16, 0xa0, 0x9c, 0x01], [0x16, 0xfe, 0xff, 0x7f], 'first')
    expect(await refusal(() => read(changed))).toBe(
      'shop.parquet has 1,048,575 rows of 50 columns; at most 40,000,000 cells can be read.',
    )
  })

  it('refuses two columns of one name', async () => {
    const bytes = parquetBytes({ aa: [1], bb: [2] })
    const twice = patched(patched(bytes, [0x62, 0x62], [0x61, 0x61], 'first'), [0x62, 0x62], [0x61, 0x61], 'last')
    expect(await refusal(() => read(twice))).toBe('shop.parquet has the column `aa` twice; rename one of them.')
  })

  it('reads or refuses whatever bytes are changed, and nothing else', async () => {
    const files = ['types', 'types-plain', 'types-gzip', 'types-brotli', 'types-zstd', 'types-lz4']
    const bytes = files.map((name) => goldenForm(`${name}.parquet`))
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255))
    const damage = fc.tuple(fc.nat(files.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }))
    await fc.assert(
      fc.asyncProperty(damage, async ([file, changes]) => {
        const copy = bytes[file].slice()
        for (const [at, byte] of changes) copy[Math.floor(at * (copy.length - 1))] = byte
        const outcome = await read(copy).catch((error: unknown) => error)
        expect(outcome instanceof Error ? outcome.constructor : 'a table').toBe(
          outcome instanceof Error ? InputError : 'a table',
        )
      }),
      { seed: 11, numRuns: 150 },
    )
  })
})
