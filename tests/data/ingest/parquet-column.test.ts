import type { FileMetaData, SchemaElement } from 'hyparquet'
import { expect, it } from 'vitest'
import { parquetColumns } from '../../../src/data/ingest/parquet-column.js'

const columns = (...schema: SchemaElement[]) =>
  parquetColumns({ schema: [{ name: 'root' }, ...schema] } as unknown as FileMetaData)
const textOf = (element: Omit<SchemaElement, 'name'>, value: unknown): string =>
  columns({ name: 'x', ...element })[0].text(value)

it('parquetColumns(metadata) lists the columns at the top, groups as one that holds no single values', () => {
  const found = columns(
    { name: 'a', type: 'DOUBLE' },
    { name: 'g', num_children: 2 },
    { name: 'a', type: 'INT32' },
    { name: 'h', num_children: 1 },
    { name: 'b', type: 'INT32' },
    { name: 'c', type: 'INT64', repetition_type: 'REPEATED' },
    { name: 'd', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  )
  expect(found.map(({ name, fault }) => [name, fault !== null])).toEqual([
    ['a', false],
    ['g', true],
    ['c', true],
    ['d', false],
  ])
})

it('decimals keep every digit, whatever they are stored as', () => {
  const decimal = { converted_type: 'DECIMAL', scale: 2 } as const
  expect(textOf({ type: 'INT32', ...decimal }, -5)).toBe('-0.05')
  expect(textOf({ type: 'INT64', ...decimal }, 9007199254740993n)).toBe('90071992547409.93')
  expect(textOf({ type: 'FIXED_LEN_BYTE_ARRAY', ...decimal }, Uint8Array.of(0xff, 0x9c))).toBe('-1.00')
  expect(
    textOf({ type: 'BYTE_ARRAY', logical_type: { type: 'DECIMAL', precision: 3, scale: 0 } }, Uint8Array.of(7)),
  ).toBe('7')
  expect(textOf({ type: 'INT32', ...decimal }, null)).toBe('')
})

it('timestamps are days at midnight as stored, before 1970 too, and keep any other time', () => {
  const millis = { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' } as const
  expect(textOf(millis, -86_400_000n)).toBe('1969-12-31')
  expect(textOf(millis, -1000n)).toBe('1969-12-31T23:59:59')
  const nanos = { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' } } as const
  expect(textOf(nanos, 86_400_000_000_000n + 45_296_000_000_000n)).toBe('1970-01-02T12:34:56')
})

it('whole numbers without a sign are read as such', () => {
  expect(textOf({ type: 'INT32', converted_type: 'UINT_32' }, -1)).toBe('4294967295')
  expect(textOf({ type: 'INT64', logical_type: { type: 'INTEGER', bitWidth: 64, isSigned: false } }, -1n)).toBe(
    '18446744073709551615',
  )
  expect(textOf({ type: 'INT64' }, -1n)).toBe('-1')
})
