import type { PeriodKind } from '../../data/calendar/period.js'
import type { Model, ModelChannel } from '../design/model.js'

/** Result of one test. `unknown` is neither a signal nor its absence; `sentence` says why. */
export interface CausalityTest {
  readonly status: 'signal' | 'none' | 'unknown'
  readonly pValue: number | null
  readonly partialR2: number | null
  /** Sign of the association; null where unknown. */
  readonly direction: 'positive' | 'negative' | null
  readonly sentence: string
}

/**
 * P-value below which a test gives a signal. On 156 weeks of simulated markets whose spend is set without looking at sales, a test of
 * future spend gave one in about 0.5 %, of past sales in about 1 to 2 % of channels (tests/model/identify/reverse-causality.test.ts).
 */
export const SIGNAL_BELOW = 0.005

/** Periods in a month, at least 1: how far ahead and back the tests look. A week for days, where a month would cost too many columns. */
export const monthPeriods: Readonly<Record<PeriodKind, number>> = { day: 7, week: 4, month: 1, quarter: 1, year: 1 }

/** What is bought, or sent where there is no spend: history and window. */
export function outlay(channel: ModelChannel): Float64Array {
  return channel.spend ?? channel.media
}

/** `tv spend`, or `newsletter activity` for a channel without spend. */
export function outlayWords(channel: ModelChannel): string {
  return `${channel.name} ${channel.spend === null ? 'activity' : 'spend'}`
}

/** Window rows of a series `by` periods later (negative: earlier), `before` standing before its first row and 0 after its last. */
export function shifted(model: Model, series: Float64Array, before: number, by: number): Float64Array {
  return Float64Array.from({ length: model.periods }, (_, t) => {
    const row = model.history + t + by
    return row < 0 ? before : row < series.length ? series[row] : 0
  })
}
