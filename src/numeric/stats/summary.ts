/** Sum, in index order; 0 for an empty array. */
export function sum(x: Float64Array): number {
  let total = 0
  for (let i = 0; i < x.length; i++) total += x[i]
  return total
}

/** Arithmetic mean; NaN for an empty array. */
export function mean(x: Float64Array): number {
  return sum(x) / x.length
}

/** Variance with divisor n - 1, by two passes; NaN for fewer than two values. */
export function variance(x: Float64Array): number {
  if (x.length < 2) return NaN
  const centre = mean(x)
  let squares = 0
  let rest = 0
  for (let i = 0; i < x.length; i++) {
    const deviation = x[i] - centre
    squares += deviation * deviation
    rest += deviation
  }
  return (squares - (rest * rest) / x.length) / (x.length - 1)
}

/** Square root of `variance`. */
export function standardDeviation(x: Float64Array): number {
  return Math.sqrt(variance(x))
}

/**
 * Quantile by linear interpolation between order statistics (R's type 7).
 *
 * @param x any order, not changed; NaN values sort last. An empty array gives NaN.
 * @param p in [0, 1].
 * @example quantile(Float64Array.of(3, 1, 2, 4), 0.5) // 2.5
 */
export function quantile(x: Float64Array, p: number): number {
  return quantileSorted(x.slice().sort(), p)
}

/** As `quantile`, for an array that is already in ascending order. */
export function quantileSorted(sorted: Float64Array, p: number): number {
  const last = sorted.length - 1
  if (last < 0 || !(p >= 0 && p <= 1)) return NaN
  const position = p * last
  const below = Math.floor(position)
  const share = position - below
  if (share === 0 || sorted[below] === sorted[below + 1]) return sorted[below]
  return sorted[below] * (1 - share) + sorted[below + 1] * share
}

/** The middle value; the mean of the two middle values for an even number. */
export function median(x: Float64Array): number {
  return quantile(x, 0.5)
}

/** Pearson correlation in [-1, 1]; NaN if either array is constant. Both have the same length. */
export function correlation(x: Float64Array, y: Float64Array): number {
  const xMean = mean(x)
  const yMean = mean(y)
  let xx = 0
  let yy = 0
  let xy = 0
  for (let i = 0; i < x.length; i++) {
    const dx = x[i] - xMean
    const dy = y[i] - yMean
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  if (!(xx > 0 && yy > 0)) return NaN
  return Math.min(1, Math.max(-1, xy / Math.sqrt(xx * yy)))
}
