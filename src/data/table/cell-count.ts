import { InputError } from '../../check/errors.js'

/** Cells that a table can have: a hundred years of days of a thousand variables. */
export const mostCells = 40_000_000

/** Bytes that a compressed file may unpack to: twice the largest text that can be read. */
const mostUnpackedBytes = 1_000_000_000

/**
 * Throws unless a table of so many rows and columns fits into memory: a small file can claim to hold any number.
 *
 * @throws InputError with one sentence that names the file and its size.
 */
export function requireCellCount(file: string, rows: number, columns: number): void {
  if (rows * columns <= mostCells) return
  const size = `${number(rows)} rows of ${number(columns)} columns`
  throw new InputError([
    { path: file, message: `${file} has ${size}; at most ${number(mostCells)} cells can be read.` },
  ])
}

/**
 * Throws unless what a file unpacks to fits into memory.
 *
 * @param bytes size of its unpacked parts together.
 * @throws InputError with one sentence that names the file and the size.
 */
export function requireUnpackedSize(file: string, bytes: number): void {
  if (bytes <= mostUnpackedBytes) return
  const message = `${file} unpacks to ${number(Math.ceil(bytes / 1e6))} MB; at most ${number(mostUnpackedBytes / 1e6)} MB can be read.`
  throw new InputError([{ path: file, message }])
}

function number(value: number): string {
  return value.toLocaleString('en-US')
}
