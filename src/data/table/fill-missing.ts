import type { MissingRule } from './dataset.js'

/** Rows from `from` up to, but not including, `to`. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

/** What filling a column came to. */
export interface Filled {
  /** Rows that the rule filled. */
  readonly rows: readonly number[]
  /** Rows in the range that it could not fill: no known value where the rule needs one. */
  readonly unfilled: readonly number[]
}

/**
 * Fills the unknown (NaN) rows of a range in place by a rule.
 *
 * - `interpolate`: on the line between the nearest known rows on both sides, which may lie outside the range;
 * - `previous`: the nearest known row before;
 * - `mean`: the mean of the known rows in the range;
 * - `zero`: 0.
 *
 * Known rows alone count as neighbours, never filled ones.
 */
export function fillMissing(values: Float64Array, range: RowRange, rule: MissingRule): Filled {
  const known = values.slice()
  const rows: number[] = []
  const unfilled: number[] = []
  const mean = rule === 'mean' ? knownMean(known, range) : NaN
  for (let t = range.from; t < range.to; t++) {
    if (known[t] === known[t]) continue
    values[t] = rule === 'zero' ? 0 : rule === 'mean' ? mean : fromNeighbours(known, t, rule)
    if (values[t] === values[t]) rows.push(t)
    else unfilled.push(t)
  }
  return { rows, unfilled }
}

function knownMean(values: Float64Array, { from, to }: RowRange): number {
  let sum = 0
  let count = 0
  for (let t = from; t < to; t++) {
    if (values[t] !== values[t]) continue
    sum += values[t]
    count += 1
  }
  return sum / count
}

function fromNeighbours(known: Float64Array, t: number, rule: 'interpolate' | 'previous'): number {
  let before = t - 1
  while (before >= 0 && known[before] !== known[before]) before -= 1
  if (before < 0) return NaN
  if (rule === 'previous') return known[before]
  let after = t + 1
  while (after < known.length && known[after] !== known[after]) after += 1
  if (after === known.length) return NaN
  return known[before] + ((known[after] - known[before]) * (t - before)) / (after - before)
}
