import { exp } from '../../numeric/special/exp-log.js'
import { logGamma } from '../../numeric/special/gamma.js'
import type { Model, ModelChannel } from '../design/model.js'
import { outlay, outlayWords, SIGNAL_BELOW } from './causality-test.js'
import { percent } from './sentence-numbers.js'

/** How often the highest periods of spend fall on events of the spec. */
export interface EventPeaks {
  readonly status: 'signal' | 'none' | 'unknown'
  /** The highest tenth of the window's periods by spend, ties included; null if unknown. */
  readonly peaks: number | null
  readonly peaksOnEvents: number | null
  /** Share of all periods with an event. */
  readonly eventShare: number | null
  /** Chance of as many or more if peaks fell at random: hypergeometric. */
  readonly pValue: number | null
  readonly sentence: string
}

const PEAK_SHARE = 0.1
const FEWEST_PEAKS = 3

/** More periods than this share at the highest level are a plateau. */
const PLATEAU_SHARE = 0.25

/** Whether a channel's highest periods fall on events more often than chance would have it. */
export function eventPeaks(model: Model, channel: ModelChannel): EventPeaks {
  const events = model.linear.filter(({ name }) => name.startsWith('event.'))
  if (events.length === 0) return unknown(channel, 'the spec has no events')
  const periods = model.periods
  const spend = outlay(channel).subarray(model.history)
  const wanted = Math.max(FEWEST_PEAKS, Math.round(PEAK_SHARE * periods))
  const threshold = spend.slice().sort()[Math.max(0, periods - wanted)]
  const isPeak = Array.from(spend, (value) => value > 0 && value >= threshold)
  const onEvent = Array.from({ length: periods }, (_, t) => events.some(({ values }) => values[t] !== 0))
  const peaks = isPeak.filter(Boolean).length
  const eventPeriods = onEvent.filter(Boolean).length
  if (peaks < FEWEST_PEAKS) return unknown(channel, 'it has too few active periods')
  if (peaks > Math.max(wanted, PLATEAU_SHARE * periods)) return unknown(channel, 'its spend has no peaks')
  if (eventPeriods === 0 || eventPeriods === periods) {
    return unknown(
      channel,
      `${eventPeriods === 0 ? 'no' : 'every'} ${model.spec.data.period} of the window has an event`,
    )
  }
  const peaksOnEvents = isPeak.filter((peak, t) => peak && onEvent[t]).length
  const pValue = atLeast(peaksOnEvents, { draws: peaks, marked: eventPeriods, all: periods })
  const signal = pValue < SIGNAL_BELOW
  const figures = { peaks, peaksOnEvents, eventShare: eventPeriods / periods, pValue }
  const { period } = model.spec.data
  const words = `${peaksOnEvents} of the ${peaks} highest ${period}s of ${outlayWords(channel)} are event ${period}s`
  const share = `${percent(figures.eventShare)} of all ${period}s are`
  return {
    status: signal ? 'signal' : 'none',
    ...figures,
    sentence: signal
      ? `${words} (${share}): its effect is hard to tell from that of the events.`
      : `${words} (${share}): no more than chance.`,
  }
}

function unknown(channel: ModelChannel, reason: string): EventPeaks {
  const sentence = `Whether peaks of ${outlayWords(channel)} fall on events is unknown: ${reason}.`
  return { status: 'unknown', peaks: null, peaksOnEvents: null, eventShare: null, pValue: null, sentence }
}

interface Urn {
  readonly draws: number
  readonly marked: number
  readonly all: number
}

/** P(at least `count` marked among the draws without replacement). */
function atLeast(count: number, { draws, marked, all }: Urn): number {
  let sum = 0
  for (let k = count; k <= Math.min(draws, marked); k++) {
    if (draws - k > all - marked) continue
    sum += exp(logChoose(marked, k) + logChoose(all - marked, draws - k) - logChoose(all, draws))
  }
  return Math.min(1, sum)
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}
