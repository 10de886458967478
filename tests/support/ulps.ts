/** Distance of two numbers in units in the last place of `expected`; 0 for the same infinity, NaN or signed zero. */
export function ulpsBetween(actual: number, expected: number): number {
  if (Object.is(actual, expected)) return 0
  const size = Math.abs(expected)
  const unit = size < 2.2250738585072014e-308 ? 5e-324 : 2 ** (Math.floor(Math.log2(size)) - 52)
  return Math.abs(actual - expected) / unit
}
