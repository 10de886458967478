const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/**
 * The CRC-32 of bytes, as zip archives and Parquet pages carry it (ISO 3309, polynomial 0x04c11db7 reflected).
 *
 * @returns a whole number below 2^32.
 * @example crc32(new TextEncoder().encode('123456789')).toString(16)  // 'cbf43926'
 */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
