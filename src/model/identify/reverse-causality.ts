import type { Model } from '../design/model.js'
import type { CausalityTest } from './causality-test.js'
import { eventPeaks, type EventPeaks } from './event-peaks.js'
import { futureSpendTests } from './future-spend.js'
import { pastSalesTest } from './past-sales.js'
import { recentModel } from './recent-model.js'

/** Whether spend seems to follow sales, per channel: what a model of media on sales can't see by itself. */
export interface ReverseCausalityReport {
  /** Most recent periods that were tested; all, up to 1,500. */
  readonly examinedPeriods: number
  readonly channels: readonly ChannelReverseCausality[]
  /** Signals, strongest evidence first, then what is unknown; empty where every test ran and none gave a signal. */
  readonly sentences: readonly string[]
}

export interface ChannelReverseCausality {
  readonly name: string
  /** Does spend of the next month predict sales, given past spend, season and controls? */
  readonly futureSpend: CausalityTest
  /** Do sales of the last month predict spend, given season, controls and past spend? */
  readonly pastSales: CausalityTest
  /** Do the highest periods of spend fall on events? */
  readonly eventPeaks: EventPeaks
}

/**
 * Tests each channel for spend that follows sales, which makes its return look better than it is.
 *
 * A signal is a reason for doubt, not a proof: sales and spend may share a cause that the model lacks. Silence is not a proof
 * either: spend that follows sales within the same period leaves no trace in time.
 */
export function reverseCausality(whole: Model): ReverseCausalityReport {
  const model = recentModel(whole)
  const future = futureSpendTests(model)
  const channels = model.channels.map((channel, c) => ({
    name: channel.name,
    futureSpend: future[c],
    pastSales: pastSalesTest(model, channel),
    eventPeaks: eventPeaks(model, channel),
  }))
  const tests = channels.flatMap((channel) => [channel.futureSpend, channel.pastSales, channel.eventPeaks])
  const signals = tests.filter(({ status }) => status === 'signal')
  signals.sort((a, b) => (a.pValue as number) - (b.pValue as number))
  const unknown = tests.filter(({ status }) => status === 'unknown')
  return {
    examinedPeriods: model.periods,
    channels,
    sentences: [...signals, ...unknown].map(({ sentence }) => sentence),
  }
}
