import { InputError } from '../../check/errors.js'
import { crc32 } from './crc32.js'

// The directory at the end of a zip archive. Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16.

/** A file in a zip archive. */
export interface ZipEntry {
  readonly name: string
  /** 0 is stored, 8 deflated. */
  readonly method: number
  readonly isEncrypted: boolean
  /** CRC-32 of the unpacked bytes. */
  readonly crc: number
  /** Bytes in the archive and unpacked, as the directory says. */
  readonly packed: number
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
}

/**
 * The files in a zip archive, as its directory lists them; nothing is unpacked.
 *
 * @throws InputError if the archive is cut off or damaged.
 */
export function zipEntries(bytes: Uint8Array, file: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) throw damage(file)
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damage(file)
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * Unpacks one file of an archive, never to more bytes than its directory says, and checks its CRC-32.
 *
 * @throws InputError if the archive is damaged there, or packs the file in another way than deflate.
 */
export async function unzipEntry(bytes: Uint8Array, entry: ZipEntry, file: string): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, packed, size, method } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damage(file)
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length || (method !== 0 && method !== 8)) throw damage(file)
  const content = bytes.subarray(from, from + packed)
  const unpacked = method === 0 ? content : await inflate(content, size)
  if (unpacked === null || unpacked.length !== size || crc32(unpacked) !== entry.crc) throw damage(file)
  return unpacked
}

/** The record at the end of an archive, behind which only a comment of up to 65,535 bytes may stand. */
function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}

/** The unpacked bytes; null where they are damaged or more than promised. */
async function inflate(content: Uint8Array, size: number): Promise<Uint8Array | null> {
  const out = new Uint8Array(size)
  let length = 0
  const stream = new Blob([new Uint8Array(content)]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  try {
    for await (const chunk of stream) {
      if (length + chunk.length > size) return null
      out.set(chunk, length)
      length += chunk.length
    }
  } catch {
    return null
  }
  return length === size ? out : null
}

function damage(file: string): InputError {
  const message = `${file} is damaged or not a whole workbook; copy or save it again.`
  return new InputError([{ path: file, message }])
}
