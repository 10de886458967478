import { expect, it } from 'vitest'
import { crc32 } from '../../../src/data/ingest/crc32.js'

it('crc32(bytes) is the check value of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  expect(crc32(new Uint8Array(0))).toBe(0)
  expect(crc32(new Uint8Array(32))).toBe(0x190a55ad)
})
