import { afterEach, expect, it, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import { unzipEntry, zipEntries } from '../../../src/data/ingest/zip-entries.js'
import { settleZipTimes } from '../../../src/present/workbook/settle-zip-times.js'

afterEach(() => void vi.useRealTimers())

async function archive(time: string): Promise<Uint8Array> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) })
  const blob = await writeXlsxFile([[1, 'two', 3]]).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

it('archives of the same content are the same bytes, whenever they were made, and every entry still opens', async () => {
  const first = await archive('2024-02-29T12:00:00Z')
  const second = await archive('2031-07-01T05:06:08Z')
  expect(first).not.toEqual(second)
  expect(settleZipTimes(first)).toEqual(settleZipTimes(second))
  const entries = zipEntries(first, 'made.xlsx')
  expect(entries.length).toBeGreaterThan(5)
  for (const entry of entries) expect((await unzipEntry(first, entry, 'made.xlsx')).length).toBe(entry.size)
})

it('what is no archive, or has no entry where its list says, is a fault', async () => {
  expect(() => settleZipTimes(new Uint8Array(10))).toThrow('no zip archive')
  expect(() => settleZipTimes(new Uint8Array(100))).toThrow('no zip archive')
  const broken = await archive('2024-02-29T12:00:00Z')
  broken[0] = 0
  expect(() => settleZipTimes(broken)).toThrow('without an entry')
})
