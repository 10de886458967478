/** 1980-01-01, the first day that a zip archive can name, in its own bits: (year - 1980) << 9 | month << 5 | day. */
const FIRST_DAY = 0x0021
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END = 0x06054b50
/** Length of the record at the end of an archive without a comment. */
const END_LENGTH = 22

/**
 * A zip archive in which every entry bears the first time there is, in place of the clock's: so the same content gives the same bytes.
 *
 * @param archive changed in place; an archive without a comment and without 64-bit lengths, as a writer of workbooks makes it.
 * @throws Error if it isn't such an archive.
 */
export function settleZipTimes(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.byteLength - END_LENGTH
  if (end < 0 || view.getUint32(end, true) !== END)
    throw new Error('The workbook is no zip archive that ends where it should.')
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < entries; entry++) {
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(at, true) !== CENTRAL_HEADER || view.getUint32(local, true) !== LOCAL_HEADER) {
      throw new Error('The workbook is a zip archive without an entry where its list says.')
    }
    setTime(view, at + 12)
    setTime(view, local + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return archive
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, FIRST_DAY, true)
}
