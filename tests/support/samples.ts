/** Variates in a sample. */
export const N = 200_000

/** A sample of `N` variates. */
export function draw(next: () => number): Float64Array {
  return Float64Array.from({ length: N }, next)
}

/** Mean of the k-th powers. */
export function moment(x: Float64Array, k: number): number {
  return x.reduce((total, value) => total + value ** k, 0) / x.length
}

/** Kolmogorov-Smirnov distance times sqrt(n); above 1.95 has probability 0.001. */
export function kolmogorov(x: Float64Array, cdf: (x: number) => number): number {
  let distance = 0
  x.slice()
    .sort()
    .forEach((value, i) => {
      distance = Math.max(distance, Math.abs(cdf(value) - i / x.length), Math.abs(cdf(value) - (i + 1) / x.length))
    })
  return distance * Math.sqrt(x.length)
}
