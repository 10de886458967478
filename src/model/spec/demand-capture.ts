/**
 * Whether a channel's name says that it harvests demand created elsewhere: brand search, retargeting, affiliates.
 * Without `role: demand-capture` such a channel deserves a warning.
 *
 * @example looksLikeDemandCapture('Brand_Search')  // true
 */
export function looksLikeDemandCapture(name: string): boolean {
  const plain = name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
  if (/\b(re ?targeting|re ?marketing|affiliates?|coupon sites?|price comparison)\b/.test(plain)) return true
  const searches = /\b(search|sem|sea|ppc|adwords|keywords?)\b/.test(plain)
  return searches && /\b(brand|branded)\b/.test(plain) && !/\b(non ?brand|non ?branded|unbranded)\b/.test(plain)
}
