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
 * P-value below which a test gives a signal. Measured on 200 simulated markets of each of four kinds whose spend is set without looking
 * at sales: future spend gives a signal in 1.1 to 1.4 % of channels, past sales in 1.9 to 2.8 % (104 to 156 weeks; calm, sticky and
 * drifting sales). Spend that follows sales closely is found by past sales in 93 % of markets of 156 weeks, 78 % of 104.
 */
export const SIGNAL_BELOW = 0.01

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
