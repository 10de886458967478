import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unzipEntry, zipEntries } from '../../../src/data/ingest/zip-entries.js'
import { goldenForm } from '../../support/data-forms.js'
import { refusal } from '../../support/refusal.js'

const damaged = 'a.xlsx is damaged or not a whole workbook; copy or save it again.'
const archive = goldenForm('types.xlsx')
const workbook = zipEntries(archive, 'a.xlsx').find(({ name }) => name === 'xl/workbook.xml')!

describe('zipEntries(bytes)', () => {
  it('lists the files of an archive', () => {
    expect(workbook).toMatchObject({ method: 8, isEncrypted: false })
    expect(zipEntries(archive, 'a.xlsx').map(({ name }) => name)).toContain('xl/worksheets/sheet1.xml')
  })

  it('refuses an archive that is cut off, and one whose directory is damaged', async () => {
    expect(await refusal(() => zipEntries(archive.subarray(0, archive.length - 30), 'a.xlsx'))).toBe(damaged)
    expect(await refusal(() => zipEntries(new Uint8Array(0), 'a.xlsx'))).toBe(damaged)
    const changed = archive.slice()
    changed[changed.length - 6] ^= 0xff
    expect(await refusal(() => zipEntries(changed, 'a.xlsx'))).toBe(damaged)
  })
})

describe('unzipEntry(bytes, entry)', () => {
  it('unpacks a file', async () => {
    const text = new TextDecoder().decode(await unzipEntry(archive, workbook, 'a.xlsx'))
    expect(text).toContain('name="Data &amp; more"')
    expect(text).toHaveLength(workbook.size)
  })

  it('refuses content that is not what the directory says: damaged, longer, shorter, packed in another way', async () => {
    const changed = archive.slice()
    changed[workbook.offset + 30 + workbook.name.length + 20] ^= 0xff
    expect(await refusal(() => unzipEntry(changed, workbook, 'a.xlsx'))).toBe(damaged)
    for (const fault of [
      { size: workbook.size - 1 },
      { size: workbook.size + 1 },
      { crc: 1 },
      { method: 12 },
      { packed: 1e9 },
      { offset: 5 },
    ]) {
      expect(await refusal(() => unzipEntry(archive, { ...workbook, ...fault }, 'a.xlsx'))).toBe(damaged)
    }
  })

  it('never unpacks more than the directory says', async () => {
    const packed = deflateRawSync(new Uint8Array(50_000_000))
    const bytes = new Uint8Array(30 + packed.length)
    bytes.set([0x50, 0x4b, 3, 4])
    bytes.set(packed, 30)
    const entry = { name: '', method: 8, isEncrypted: false, crc: 0, packed: packed.length, size: 1000, offset: 0 }
    expect(await refusal(() => unzipEntry(bytes, entry, 'a.xlsx'))).toBe(damaged)
  })
})
