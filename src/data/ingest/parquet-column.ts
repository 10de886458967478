import type { FileMetaData, SchemaElement } from 'hyparquet'
import { isoDay } from '../calendar/civil-date.js'
import { cellText } from './cell-text.js'

/** A column of a Parquet file: how to read its values and write them as text. */
export interface ParquetColumn {
  readonly name: string
  /** The schema's element without what would make hyparquet convert its values in ways that lose digits or time zones. */
  readonly element: SchemaElement
  /** Whether byte arrays are text; else they are numbers. */
  readonly utf8: boolean
  /** A value as a cell. */
  readonly text: (value: unknown) => string
  /** Why the column holds no single values, or null. */
  readonly fault: string | null
}

/** The top-level columns of a file, in its order. */
export function parquetColumns({ schema }: FileMetaData): ParquetColumn[] {
  const columns: ParquetColumn[] = []
  let at = 1
  while (at < schema.length) {
    columns.push(parquetColumn(schema[at]))
    at += 1 + descendants(schema, at)
  }
  return columns
}

function descendants(schema: readonly SchemaElement[], at: number): number {
  let count = 0
  for (let child = 0; child < (schema[at].num_children ?? 0); child++) count += 1 + descendants(schema, at + 1 + count)
  return count
}

function parquetColumn(element: SchemaElement): ParquetColumn {
  const { name, type } = element
  const fault = (what: string): ParquetColumn => ({
    name,
    element,
    utf8: true,
    text: () => '',
    fault: `the column holds ${what}, not single values`,
  })
  if (type === undefined || element.repetition_type === 'REPEATED') return fault('lists or groups')
  const kind = element.logical_type?.type ?? element.converted_type
  const plain = withoutAnnotations(element)
  const column = (text: (value: unknown) => string, keep: 'plain' | 'annotated' = 'plain'): ParquetColumn => {
    return { name, element: keep === 'plain' ? plain : element, utf8: kind !== 'DECIMAL', text, fault: null }
  }
  if (kind === 'DECIMAL') return column(decimalText(element))
  if (kind?.startsWith('TIME_') === true || kind === 'TIME') return fault('times of day')
  switch (type) {
    case 'INT32':
      return column(kind === 'DATE' ? dayText : integerText(element))
    case 'INT64':
      return column(timestampUnits(element) ?? integerText(element))
    case 'INT96':
      return column(timestampText(86_400_000_000_000n))
    case 'BOOLEAN':
    case 'FLOAT':
    case 'DOUBLE':
      return column(simpleText)
    case 'BYTE_ARRAY':
      if (kind === undefined || kind === 'STRING' || kind === 'UTF8' || kind === 'ENUM' || kind === 'JSON')
        return column(simpleText)
      return fault('binary values')
    case 'FIXED_LEN_BYTE_ARRAY':
      return kind === 'FLOAT16' || kind === 'UUID' ? column(simpleText, 'annotated') : fault('binary values')
  }
}

function withoutAnnotations(element: SchemaElement): SchemaElement {
  const { converted_type: _converted, logical_type: _logical, ...plain } = element
  return plain
}

function simpleText(value: unknown): string {
  return cellText(value) ?? ''
}

function dayText(value: unknown): string {
  return typeof value === 'number' ? isoDay(value) : ''
}

/** Whole numbers; those without a sign are stored as if they had one. */
function integerText({ converted_type: converted, logical_type: logical }: SchemaElement): (value: unknown) => string {
  const isUnsigned = converted?.startsWith('UINT_') === true || (logical?.type === 'INTEGER' && !logical.isSigned)
  if (!isUnsigned) return simpleText
  return (value) => {
    if (typeof value === 'bigint') return String(BigInt.asUintN(64, value))
    return typeof value === 'number' ? String(value >>> 0) : ''
  }
}

function timestampUnits({
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): ((value: unknown) => string) | null {
  const unit = logical?.type === 'TIMESTAMP' ? logical.unit : converted?.replace('TIMESTAMP_', '')
  if (unit === 'MILLIS') return timestampText(86_400_000n)
  if (unit === 'MICROS') return timestampText(86_400_000_000n)
  return unit === 'NANOS' ? timestampText(86_400_000_000_000n) : null
}

/** The day of a timestamp at midnight; any other keeps its time, which a date column refuses. */
function timestampText(perDay: bigint): (value: unknown) => string {
  return (value) => {
    if (typeof value !== 'bigint') return ''
    const rest = ((value % perDay) + perDay) % perDay
    const day = isoDay(Number((value - rest) / perDay))
    if (rest === 0n) return day
    const seconds = Number((rest * 86_400n) / perDay)
    const two = (part: number): string => String(Math.floor(part)).padStart(2, '0')
    return `${day}T${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
  }
}

/** The decimal digits of an unscaled whole number, exactly: 12345 with scale 2 is 123.45. */
function decimalText({ scale: given, logical_type: logical }: SchemaElement): (value: unknown) => string {
  const scale = given ?? (logical?.type === 'DECIMAL' ? logical.scale : 0)
  return (value) => {
    const unscaled =
      value instanceof Uint8Array ? signedWhole(value) : typeof value === 'number' ? BigInt(value) : value
    if (typeof unscaled !== 'bigint') return ''
    const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0')
    const point = digits.length - scale
    const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
    return unscaled < 0n ? `-${text}` : text
  }
}

/** Big-endian two's complement. */
function signedWhole(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return BigInt.asIntN(8 * bytes.length, value)
}
