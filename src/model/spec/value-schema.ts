import * as z from 'zod'

/** Text of a `column:`, a header or an expression. */
export function columnText() {
  return z.string().min(1).max(2000)
}

/** One of some words. */
export function oneOf<const T extends readonly string[]>(words: T) {
  return z.enum(words)
}

/** A whole number of at least `low`. */
export function wholeFrom(low: number) {
  return z.int().gte(low)
}

/** What a column is divided by. */
export function scaleSchema() {
  return z.union([z.number().gt(0), oneOf(['max', 'mean', 'none'])])
}
