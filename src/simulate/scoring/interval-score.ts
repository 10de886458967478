/** An estimate with the interval that is to hold the truth in 9 of 10 cases. */
export interface Bounds {
  readonly median: number
  readonly q05: number
  readonly q95: number
}

/** Share of truths that lie outside the intervals when these mean what they say. */
const OUTSIDE = 0.1

/**
 * The interval score of a 90 % interval: its width, and 20 times the distance by which it misses. Lower is better; it is least in the mean
 * for the true 5 % and 95 % quantiles, so neither narrow nor wide intervals pay. A point counts as an interval without width.
 *
 * Source: Gneiting and Raftery (2007), equation 43.
 *
 * @returns in the unit of the truth, at least 0.
 * @example intervalScore({ median: 2, q05: 1, q95: 3 }, 3.5)  // 2 + 20 * 0.5 = 12
 */
export function intervalScore({ q05, q95 }: Bounds, truth: number): number {
  const missed = Math.max(0, q05 - truth, truth - q95)
  return q95 - q05 + (2 / OUTSIDE) * missed
}

/** Whether an interval holds a truth; its ends are part of it. */
export function holds({ q05, q95 }: Bounds, truth: number): boolean {
  return q05 <= truth && truth <= q95
}
