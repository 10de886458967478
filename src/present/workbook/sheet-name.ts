const longest = 31

/**
 * A text as the name of a sheet: without the characters that Excel forbids, at most 31 characters, no apostrophe at either end.
 *
 * @example sheetName('Returns: tv/radio')  // 'Returns tv radio'
 */
export function sheetName(text: string): string {
  const plain = text
    .replace(/[[\]:*?/\\\p{Cc}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = Array.from(plain)
    .reduce((name, character) => (name.length + character.length > longest ? name : name + character), '')
    .replace(/^'+|'+$/g, '')
    .trim()
  return short === '' || short.toLowerCase() === 'history' ? 'Sheet' : short
}
