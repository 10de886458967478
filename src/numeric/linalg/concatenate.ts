/** Arrays one after the other, in a new one. @example concatenate([Float64Array.of(1), Float64Array.of(2, 3)]) // [1, 2, 3] */
export function concatenate(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
