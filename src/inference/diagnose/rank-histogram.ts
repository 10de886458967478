import { InputError } from '../../check/errors.js'
import { requireWhole } from '../../check/require.js'

export interface RankHistogram {
  /** For every chain, how many of its draws have a rank in each bin, from the lowest ranks up. */
  readonly counts: readonly Int32Array[]
  /** What each count would be about if all chains drew from the same distribution. */
  readonly expected: number
}

/**
 * Ranks of each chain's draws among the draws of all chains, counted in bins: flat where chains agree, and telling which chain strays where
 * they don't. Equal draws are ranked in the order of time, chain by chain in turn, so that they spread evenly.
 *
 * @param chains one array a chain, of equal lengths.
 * @param bins at least 1, at most the number of draws. @defaultValue 20
 * @throws InputError for no chain, chains of different lengths, a draw that is NaN, or another number of bins.
 * @see Vehtari et al. (2021), "Rank-normalization, folding, and localization", section 4.
 */
export function rankHistogram(chains: readonly Float64Array[], bins = 20): RankHistogram {
  requireWhole('bins', bins, 1)
  const draws = chains.length > 0 ? chains[0].length : 0
  const total = chains.length * draws
  if (chains.some((chain) => chain.length !== draws || chain.some((value) => value !== value))) {
    throw new InputError('`chains` must have equal lengths and no draw that is NaN.')
  }
  if (bins > total) {
    throw new InputError(`\`bins\` must be at most the number of draws, ${total}, not ${bins}.`)
  }
  // In the order of time, so that a stable sort spreads equal draws over the chains.
  const value = (place: number) => chains[place % chains.length][Math.floor(place / chains.length)]
  const order = Int32Array.from({ length: total }, (_, place) => place).sort((a, b) => value(a) - value(b))
  const counts = chains.map(() => new Int32Array(bins))
  order.forEach((place, rank) => counts[place % chains.length][Math.floor((rank * bins) / total)]++)
  return { counts, expected: draws / bins }
}
