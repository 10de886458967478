/** out = design · b for a row-major `rows` x `columns` design. */
export function designTimesInto(
  design: Float64Array,
  rows: number,
  columns: number,
  b: Float64Array,
  out: Float64Array,
): void {
  for (let t = 0; t < rows; t++) {
    let sum = 0
    const base = t * columns
    for (let j = 0; j < columns; j++) sum += design[base + j] * b[j]
    out[t] = sum
  }
}

/** out = design' · v. */
export function designTransposedTimesInto(
  design: Float64Array,
  rows: number,
  columns: number,
  v: Float64Array,
  out: Float64Array,
): void {
  out.fill(0)
  for (let t = 0; t < rows; t++) {
    const value = v[t]
    const base = t * columns
    for (let j = 0; j < columns; j++) out[j] += design[base + j] * value
  }
}
