/**
 * Width of a text in Inter, in pixels: the advance of each character, kerning left out.
 *
 * A tenth is added: readers' systems bring fonts of their own, some of them wider.
 *
 * Scripts that Inter lacks are counted as one em a character for East Asian ones and 0.62 for the rest.
 *
 * @param item has the font size in pixels (11 if it has none), for bold text its weight, and the width at which it is cut
 *   short, if any: no text is wider than that.
 * @example textWidth({ fontSize: 12 }, 'tv')  // 11.7
 */
export function textWidth(
  item: { readonly fontSize?: unknown; readonly fontWeight?: unknown; readonly limit?: unknown },
  text: string,
): number {
  const size = typeof item.fontSize === 'number' ? item.fontSize : 11
  const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600 ? 1.05 : 1
  let em = 0
  for (const character of text) em += advance(character.codePointAt(0)!)
  const width = 1.1 * em * size * bold
  return typeof item.limit === 'number' && item.limit > 0 ? Math.min(width, item.limit) : width
}

/** Advances of U+0020 to U+007E in hundredths of an em, read from assets/fonts/Inter-Regular.ttf. */
const latin = [
  28, 29, 47, 63, 64, 98, 64, 30, 36, 36, 50, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62, 57, 62, 62, 29, 30, 66,
  66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 76, 64, 76, 64, 64, 65, 74, 69, 99, 68, 68,
  63, 36, 36, 36, 47, 46, 32, 56, 61, 57, 61, 58, 37, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61, 61, 38, 53, 33, 59, 56,
  82, 55, 56, 55, 43, 33, 43, 66,
]

function advance(code: number): number {
  const known = latin[code - 0x20]
  if (known !== undefined) return known / 100
  if (code >= 0x300 && code <= 0x36f) return 0
  if (code >= 0x400 && code <= 0x52f) return 0.68
  if (code === 0x2019) return 0.26
  if (code === 0x2026) return 0.86
  if (isWide(code)) return 1
  return 0.62
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f300
  )
}
