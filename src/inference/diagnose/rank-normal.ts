import { normalQuantile } from '../../numeric/special/normal.js'

/**
 * Normal scores of draws by their ranks among all chains' draws, ties averaged: (r - 3/8) / (S + 1/4) as a normal quantile.
 *
 * @param chains one array a chain; finite.
 * @param sorted the same draws in ascending order.
 * @see Blom (1958); Vehtari et al. (2021), equation 14.
 */
export function rankNormal(chains: readonly Float64Array[], sorted: Float64Array): Float64Array[] {
  const scores = scoresOfPlaces(sorted)
  return chains.map((chain) => {
    const z = new Float64Array(chain.length)
    for (let i = 0; i < chain.length; i++) z[i] = scores[placeOf(sorted, chain[i])]
    return z
  })
}

/** How many entries of an ascending array are below a value. */
export function placeOf(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The normal score of every place of an ascending array; equal entries share that of their mean rank. */
function scoresOfPlaces(sorted: Float64Array): Float64Array {
  const total = sorted.length
  const scores = new Float64Array(total)
  for (let first = 0; first < total;) {
    let next = first + 1
    while (next < total && sorted[next] === sorted[first]) next++
    const rank = (first + 1 + next) / 2
    scores.fill(normalQuantile((rank - 0.375) / (total + 0.25)), first, next)
    first = next
  }
  return scores
}
