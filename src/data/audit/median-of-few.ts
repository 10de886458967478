/**
 * Median of a handful of values, which it sorts in place: for windows that slide over long columns, without allocation.
 *
 * @param values at least `count` entries, none NaN; the first `count` are sorted.
 * @example medianOfFew(Float64Array.of(3, 1, 2, 9), 3)  // 2
 */
export function medianOfFew(values: Float64Array, count: number): number {
  for (let i = 1; i < count; i++) {
    const value = values[i]
    let at = i
    while (at > 0 && values[at - 1] > value) {
      values[at] = values[at - 1]
      at -= 1
    }
    values[at] = value
  }
  const middle = count >> 1
  return count % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
}
