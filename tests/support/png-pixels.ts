import { inflateSync } from 'node:zlib'

/** Pixels of a PNG with 8 bits a channel, red, green, blue and alpha, row by row; not interlaced. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function pngPixels(png: Uint8Array): Pixels {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  if (view.getUint8(24) !== 8 || view.getUint8(25) !== 6)
    throw new Error('Only RGBA with 8 bits a channel can be read.')
  const parts: Uint8Array[] = []
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (kind === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)))
  }
  return { width, height, data: unfilter(inflateSync(Buffer.concat(parts)), width, height) }
}

/** The five filters of the PNG specification, section 9.2. */
function unfilter(lines: Uint8Array, width: number, height: number): Uint8Array {
  const stride = 4 * width
  const data = new Uint8Array(stride * height)
  for (let row = 0; row < height; row++) {
    const filter = lines[row * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x
      const left = x >= 4 ? data[at - 4] : 0
      const above = row > 0 ? data[at - stride] : 0
      const corner = x >= 4 && row > 0 ? data[at - stride - 4] : 0
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]
      data[at] = lines[row * (stride + 1) + 1 + x] + guess
    }
  }
  return data
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(estimate - value))
  return a <= b && a <= c ? left : b <= c ? above : corner
}
