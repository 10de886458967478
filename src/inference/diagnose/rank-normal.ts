import { normalQuantile } from '../../numeric/special/normal.js'

/** For every draw of every chain, how many entries of `sorted`, all draws in ascending order, are below it: equal draws share a place. */
export function placesOf(chains: readonly Float64Array[], sorted: Float64Array): Int32Array[] {
  return chains.map((chain) => {
    const places = new Int32Array(chain.length)
    for (let i = 0; i < chain.length; i++) places[i] = placeOf(sorted, chain[i])
    return places
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

/**
 * The normal score of every place of an ascending array, (r - 3/8) / (S + 1/4) as a normal quantile; equal entries share that of their
 * mean rank.
 *
 * @see Blom (1958); Vehtari et al. (2021), equation 14.
 */
export function normalScores(sorted: Float64Array): Float64Array {
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

/** The normal score that the distance from `centre` of every place of an ascending array has among all distances. */
export function foldedScores(sorted: Float64Array, centre: number): Float64Array {
  const total = sorted.length
  const distances = new Float64Array(total)
  const source = new Int32Array(total)
  let above = placeOf(sorted, centre)
  let below = above - 1
  for (let i = 0; i < total; i++) {
    const left = below >= 0 ? Math.abs(sorted[below] - centre) : Infinity
    const right = above < total ? Math.abs(sorted[above] - centre) : Infinity
    distances[i] = Math.min(left, right)
    source[i] = left <= right ? below-- : above++
  }
  const ranked = normalScores(distances)
  const scores = new Float64Array(total)
  for (let i = 0; i < total; i++) scores[source[i]] = ranked[i]
  return scores
}
