import { describe, expect, it } from 'vitest'
import { eventPeaks } from '../../../src/model/identify/event-peaks.js'
import { smallModel } from '../../support/small-model.js'

const WEEKS = 40

/** Forty weeks from 2023-01-02; event in weeks 5, 10, 15 and 20 (counting from 0). */
function peaks(
  tv: readonly number[],
  events = 'custom: [{ name: fair, dates: [2023-02-06, 2023-03-13, 2023-04-17, 2023-05-22] }]',
) {
  const sales = tv.map((_, t) => 100 + (t % 7))
  const yaml = `kpi: { column: sales, kind: revenue }
channels: { tv: { spend: tv } }
${events === '' ? '' : `events: { ${events} }`}
`
  const model = smallModel(yaml, { columns: { sales, tv } })
  return eventPeaks(model, model.channels[0])
}

const weekly = (high: readonly number[]): number[] =>
  Array.from({ length: WEEKS }, (_, t) => (high.includes(t) ? 50 + t / 100 : 10 + (t % 3)))

describe('eventPeaks(model, channel)', () => {
  it('gives a signal where all peaks are event weeks, with the chance of that', () => {
    const result = peaks(weekly([5, 10, 15, 20]))
    expect(result).toEqual({
      status: 'signal',
      peaks: 4,
      peaksOnEvents: 4,
      eventShare: 0.1,
      // 1 / C(40, 4)
      pValue: expect.closeTo(1 / 91390, 12),
      sentence:
        '4 of the 4 highest weeks of tv spend are event weeks (10 % of all weeks are): its effect is hard to tell from that of the events.',
    })
  })

  it('gives none where peaks fall elsewhere', () => {
    const result = peaks(weekly([5, 11, 16, 30]))
    expect(result.status).toBe('none')
    expect(result.peaksOnEvents).toBe(1)
    // 1 - C(36, 4) / C(40, 4)
    expect(result.pValue).toBeCloseTo(1 - 58905 / 91390, 12)
    expect(result.sentence).toBe(
      '1 of the 4 highest weeks of tv spend are event weeks (10 % of all weeks are): no more than chance.',
    )
  })

  it('is unknown without events, without peaks, and with too few active weeks', () => {
    expect(peaks(weekly([5]), '').sentence).toBe(
      'Whether peaks of tv spend fall on events is unknown: the spec has no events.',
    )
    expect(peaks(Array.from({ length: WEEKS }, (_, t) => (t % 2 === 0 ? 7 : 0))).sentence).toBe(
      'Whether peaks of tv spend fall on events is unknown: its spend has no peaks.',
    )
    const short = Array.from({ length: WEEKS }, (_, t) => (t === 5 || t === 10 ? 9 : 0))
    expect(peaks(short)).toEqual({
      status: 'unknown',
      peaks: null,
      peaksOnEvents: null,
      eventShare: null,
      pValue: null,
      sentence: 'Whether peaks of tv spend fall on events is unknown: it has too few active periods.',
    })
  })
})
