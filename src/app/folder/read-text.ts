import { readFile, stat } from 'node:fs/promises'
import { InputError } from '../../check/errors.js'
import { fileError } from './file-error.js'

export interface ReadTextOptions {
  /** What the file is to the reader, for messages: `spec`, `data file`. */
  readonly what: string
  /** Largest size accepted, in bytes. */
  readonly maxBytes: number
  /** The path as messages show it. @defaultValue the path */
  readonly shown?: string
}

/** A spec beyond this is a data file given by mistake, or an attack. */
export const maxSpecBytes = 1_000_000

/** The longest string that every supported Node can hold has about this many bytes. */
export const maxDataBytes = 500_000_000

/**
 * The text of a file in UTF-8.
 *
 * @throws InputError in one sentence if the file is missing, a folder, unreadable, empty, too large, or not UTF-8 text.
 * @example await readText('models/retailer.yaml', { what: 'spec', maxBytes: maxSpecBytes })
 */
export async function readText(path: string, options: ReadTextOptions): Promise<string> {
  const { what, shown = path } = options
  const bytes = await readBytes(path, options)
  if (bytes.length === 0) throw problem(shown, `The ${what} ${shown} is empty.`)
  return decodeText(bytes, { what, shown })
}

/** UTF-8 bytes as text, a byte-order mark included; errors as for `readText`. */
export function decodeText(bytes: Uint8Array, { what, shown }: { what: string; shown: string }): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw problem(shown, `The ${what} ${shown} isn't UTF-8 text${hint(bytes)}.`)
  }
}

/** The bytes of a file; errors as for `readText`. */
export async function readBytes(path: string, { what, maxBytes, shown = path }: ReadTextOptions): Promise<Uint8Array> {
  try {
    const file = await stat(path)
    if (file.isFile() && file.size > maxBytes) {
      throw problem(
        shown,
        `The ${what} ${shown} has ${megabytes(file.size)} MB; at most ${megabytes(maxBytes)} MB can be read.`,
      )
    }
    return await readFile(path)
  } catch (error) {
    throw fileError(error, shown, 'read')
  }
}

function problem(path: string, message: string): InputError {
  return new InputError([{ path, message }])
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 100_000) / 10).toLocaleString('en-US')
}

function hint(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return ' but a spreadsheet or zip file: save it as CSV'
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return ' but UTF-16: save it as CSV in UTF-8'
  return ': save it as CSV in UTF-8'
}
