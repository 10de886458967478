import type { Estimate } from '../../decision/results.js'

/** A figure of one fit, and how far its mean is off because draws are finite. */
export interface Figure {
  readonly estimate: Estimate
  /** Standard error of the mean, see `monteCarloError`. */
  readonly monteCarloError: number
}

/**
 * How far a figure moved.
 *
 * `same`: not a bit differs. `noise`: by less than two combined Monte Carlo errors. `within-uncertainty`: by more, but each mean lies in the
 * other fit's 90 % interval. `moved`: further.
 */
export type Verdict = 'same' | 'noise' | 'within-uncertainty' | 'moved'

/** A figure in both fits; null where a fit lacks the channel or the figure. */
export interface Move {
  readonly before: Estimate | null
  readonly after: Estimate | null
  /** Difference of the means over the larger standard deviation; null where a fit has no such figure or no spread. */
  readonly inDeviations: number | null
  /** Root of the sum of both squared Monte Carlo errors; null where a fit has no such figure. */
  readonly monteCarloError: number | null
  readonly verdict: Verdict | null
}

/** What media did and returned, in both fits. */
export interface Moves {
  readonly contribution: Move
  readonly roas: Move
}

/** One channel in both fits. */
export interface ChannelMoves extends Moves {
  readonly name: string
  /** What differs that may have moved it: of the channel itself, else of everything; empty where it hasn't moved. */
  readonly because: string
}

/** Combined Monte Carlo errors below which a difference is noise. */
const NOISE = 2

/** Sets a figure of the earlier fit against that of the later one. */
export function moveOf(before: Figure | null, after: Figure | null): Move {
  const [old, now] = [before?.estimate ?? null, after?.estimate ?? null]
  if (before === null || after === null || old === null || now === null) {
    return { before: old, after: now, inDeviations: null, monteCarloError: null, verdict: null }
  }
  const spread = Math.max(old.sd, now.sd)
  const [a, b] = [before.monteCarloError, after.monteCarloError]
  const monteCarloError = Math.sqrt(a * a + b * b)
  return {
    before: old,
    after: now,
    inDeviations: spread > 0 ? (now.mean - old.mean) / spread : null,
    monteCarloError,
    verdict: verdictOf(old, now, monteCarloError),
  }
}

function verdictOf(old: Estimate, now: Estimate, error: number): Verdict {
  if ((['mean', 'median', 'sd', 'q05', 'q95'] as const).every((key) => old[key] === now[key])) return 'same'
  if (Math.abs(now.mean - old.mean) < NOISE * error) return 'noise'
  const inside = (mean: number, { q05, q95 }: Estimate): boolean => mean >= q05 && mean <= q95
  return inside(old.mean, now) && inside(now.mean, old) ? 'within-uncertainty' : 'moved'
}
