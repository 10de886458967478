import { createGenerator } from '../../numeric/random/generator.js'
import { correlation } from '../../numeric/stats/summary.js'

/** How a placebo's weeks are taken out of their order: in blocks that are shuffled, or all moved on together. */
export type PlaceboKind = 'shuffled' | 'shifted'

/** Where each period of a placebo comes from. */
export interface PlaceboOrder {
  readonly kind: PlaceboKind
  /** Shuffled: periods a block. Shifted: periods by which all of them moved on. */
  readonly by: number
  /** Period of the original, one entry a period: a permutation. */
  readonly from: readonly number[]
}

/** Fewest periods that can be cut into blocks and put into another order. */
export const fewestPlaceboPeriods = 16
/** Correlation with the original from which a placebo is no placebo: it would be given what the original earned. */
const COPY = 0.8
const ATTEMPTS = 100

/**
 * The series in blocks of about the square root of its length, none of which stays in its place: what happens from week to week stays, what it
 * coincides with goes.
 *
 * @param media one entry a period; decides that an order is no copy.
 * @returns null where every order tried is nearly a copy, as of media that repeat themselves.
 * @example shuffledOrder(media, 1, 'tv')?.from
 */
export function shuffledOrder(media: Float64Array, seed: number, channel: string): PlaceboOrder | null {
  const generator = createGenerator(seed, 'placebo', channel)
  const by = Math.max(2, Math.round(Math.sqrt(media.length)))
  const blocks = Array.from({ length: Math.ceil(media.length / by) }, (_, b) => b)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    for (let i = blocks.length - 1; i > 0; i--) {
      const j = generator.integer(i + 1)
      ;[blocks[i], blocks[j]] = [blocks[j], blocks[i]]
    }
    if (blocks.some((block, place) => block === place)) continue
    const from = blocks.flatMap((block) => range(block * by, Math.min(media.length, (block + 1) * by)))
    if (!isCopy(media, from)) return { kind: 'shuffled', by, from }
  }
  return null
}

/**
 * The series moved on by half its length, its end put in front; by a third or a quarter where half gives nearly a copy.
 *
 * @returns null where all three do.
 */
export function shiftedOrder(media: Float64Array): PlaceboOrder | null {
  const n = media.length
  for (const part of [2, 3, 4]) {
    const by = Math.floor(n / part)
    const from = range(0, n).map((t) => (t - by + n) % n)
    if (!isCopy(media, from)) return { kind: 'shifted', by, from }
  }
  return null
}

function isCopy(media: Float64Array, from: readonly number[]): boolean {
  return (
    correlation(
      media,
      Float64Array.from(from, (t) => media[t]),
    ) >= COPY
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}
