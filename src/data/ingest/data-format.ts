import { InputError } from '../../check/errors.js'

/** A form of table that can be read. */
export type DataFormat = 'text' | 'json' | 'parquet' | 'workbook'

const formats: Readonly<Record<string, DataFormat>> = {
  csv: 'text',
  tsv: 'text',
  tab: 'text',
  txt: 'text',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  parquet: 'parquet',
  xlsx: 'workbook',
  xlsm: 'workbook',
}

/** What to do with the files that analysts have instead. */
const advice: Readonly<Record<string, string>> = {
  xls: 'save it as .xlsx',
  xlsb: 'save it as .xlsx',
  ods: 'save it as .xlsx',
  numbers: 'export it as .xlsx',
  gz: 'unpack it first',
  zip: 'unpack it first',
  bz2: 'unpack it first',
  zst: 'unpack it first',
  feather: 'write it as .parquet',
  arrow: 'write it as .parquet',
  pkl: 'write it as .parquet',
  rds: 'write it as .csv',
  sav: 'write it as .csv',
}

/**
 * The form of a file by the ending of its name, in upper or lower case.
 *
 * @throws InputError with the endings that are known, and what to do with some others.
 * @example dataFormat('sales.PARQUET')  // 'parquet'
 */
export function dataFormat(file: string): DataFormat {
  const ending = endingOf(file)
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined
  if (format !== undefined) return format
  const found = ending === '' ? 'has no ending' : `ends in .${ending}`
  const hint = Object.hasOwn(advice, ending) ? `; ${advice[ending]}` : ''
  const message = `The data file ${file} must end in .csv, .tsv, .txt, .json, .jsonl, .ndjson, .parquet or .xlsx, but ${found}${hint}.`
  throw new InputError([{ path: file, message }])
}

/**
 * Throws where the first bytes of a file show another form than its name.
 *
 * @param bytes the whole file; a few first bytes suffice.
 * @param file its name, as messages print it.
 * @throws InputError with one sentence that says what the file seems to be.
 */
export function requireFormat(bytes: Uint8Array, format: DataFormat, file: string): void {
  const found = kinds.find(({ matches }) => matches(bytes))
  const isRight = found === undefined ? format === 'text' || format === 'json' : found.formats.includes(format)
  if (isRight) return
  const name = `The data file ${file} is ${namedBy[format]} by its name`
  const message =
    found === undefined
      ? `${name}, but its content is something else, perhaps text; give it the ending of what it is.`
      : `${name}, but ${found.what} by its content; ${found.advice}.`
  throw new InputError([{ path: file, message }])
}

const namedBy: Readonly<Record<DataFormat, string>> = {
  text: 'a text table',
  json: 'JSON',
  parquet: 'Parquet',
  workbook: 'a workbook',
}

interface Kind {
  readonly what: string
  readonly advice: string
  /** Forms whose reader takes it, if only to say better what is wrong. */
  readonly formats: readonly DataFormat[]
  matches(bytes: Uint8Array): boolean
}

const kinds: readonly Kind[] = [
  {
    what: 'Parquet',
    advice: 'give it the ending .parquet',
    formats: ['parquet'],
    matches: begins([0x50, 0x41, 0x52]),
  },
  {
    what: 'a workbook or zip archive',
    advice: 'if it is a workbook, give it the ending .xlsx; else unpack it',
    formats: ['workbook'],
    matches: begins([0x50, 0x4b]),
  },
  {
    what: 'an old or encrypted workbook',
    advice: 'save it as .xlsx without a password',
    formats: ['workbook'],
    matches: begins([0xd0, 0xcf, 0x11, 0xe0]),
  },
  { what: 'compressed', advice: 'unpack it first', formats: [], matches: begins([0x1f, 0x8b]) },
  {
    what: 'JSON',
    advice: 'give it the ending .json',
    formats: ['json'],
    matches: (bytes) => /^[\ufeff\s]*(?:\[\s*\{\s*"|\{\s*"(?:[^"\\]|\\.)*"\s*:)/.test(firstText(bytes)),
  },
]

function begins(magic: readonly number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => magic.every((byte, i) => bytes[i] === byte)
}

function firstText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 1000))
}

function endingOf(file: string): string {
  const match = /[^/\\]\.([^./\\]+)$/.exec(file)
  return match === null ? '' : match[1].toLowerCase()
}
