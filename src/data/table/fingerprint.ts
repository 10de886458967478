import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { InputError } from '../../check/errors.js'

/** SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/**
 * JSON with sorted keys, no blanks and shortest round-trip numbers: equal values give equal texts.
 *
 * Keys are sorted by UTF-16 code units; keys whose value is undefined are left out; -0 is written 0.
 *
 * @throws InputError for a value that JSON cannot hold: NaN, an infinity, a function, a bigint.
 * @example canonicalJson({ b: 1, a: [null, 'x'] })  // '{"a":[null,"x"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (ArrayBuffer.isView(value)) return canonicalJson(Array.from(value as Float64Array))
  if (typeof value !== 'object') throw new InputError(`Canonical JSON cannot hold a ${describe(value)}.`)
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

function describe(value: unknown): string {
  return typeof value === 'number' ? `number that is ${value}` : `value of type ${typeof value}`
}

/** What a dataset's fingerprint covers: the used columns as parsed, rows in time order. */
export interface FingerprintedColumns {
  readonly period: string
  readonly periods: readonly string[]
  /** By header; NaN where the cell is empty. */
  readonly numbers: ReadonlyMap<string, Float64Array>
  readonly texts: ReadonlyMap<string, readonly string[]>
}

/**
 * SHA-256 of the used columns as parsed: equal for any row order, file name, delimiter and unused columns.
 *
 * Numbers enter as little-endian float64 with one NaN and one zero, columns sorted by header.
 */
export function datasetFingerprint(columns: FingerprintedColumns): string {
  const hash = sha256.create()
  const addText = (text: string): void => {
    hash.update(utf8ToBytes(`${text}\n`))
  }
  addText(canonicalJson({ format: 'mixwright.data/1', period: columns.period, periods: columns.periods }))
  for (const [header, values] of sortedEntries(columns.numbers)) {
    addText(canonicalJson({ numbers: header, length: values.length }))
    hash.update(littleEndianBytes(values))
  }
  for (const [header, cells] of sortedEntries(columns.texts)) addText(canonicalJson({ texts: header, cells }))
  return bytesToHex(hash.digest())
}

function sortedEntries<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

function littleEndianBytes(values: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 8))
  for (let i = 0; i < values.length; i++) view.setFloat64(8 * i, values[i] === 0 ? 0 : values[i], true)
  for (let i = 0; i < values.length; i++) if (values[i] !== values[i]) view.setBigUint64(8 * i, canonicalNaN, true)
  return new Uint8Array(view.buffer)
}

const canonicalNaN = 0x7ff8000000000000n
