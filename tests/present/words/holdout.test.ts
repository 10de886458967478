import { describe, expect, it } from 'vitest'
import type { Summary } from '../../../src/decision/results.js'
import type { Holdout } from '../../../src/fit/holdout/holdout.js'
import {
  comparison,
  holdoutMeasure,
  holdoutSentences,
  holdoutText,
  seasonalNaiveText,
} from '../../../src/present/words/holdout.js'
import { reportFixture } from '../../support/report-fixture.js'

const { summary } = reportFixture()
const holdout = summary.holdout!
const calm: Holdout['returns'] = {
  ...holdout.returns,
  channels: holdout.returns.channels.map((channel) => ({ ...channel, moved: false })),
}
const inPeriod = (period: string): Pick<Summary, 'window'> => ({ window: { ...summary.window, period } })
const single: Holdout = { ...holdout, periods: ['1960'], from: '1960', to: '1960', observed: [7] }
/** The fixture with the error of one prediction replaced. */
const withError = (which: 'seasonalNaive' | 'withoutMedia', rmse: number): Holdout => ({
  ...holdout,
  [which]: { ...holdout[which], rmse },
})

describe('holdoutSentences', () => {
  it('say whether the model beats seasonal-naive, whether media help, what the band held, and which return moved', () => {
    const sentences = holdoutSentences(holdout, summary)
    expect(sentences).toHaveLength(4)
    expect(sentences[0]).toMatch(
      /^Refitted to the 143 weeks before, the model predicts 2025-09-29 to 2025-12-22, 13 weeks, with an error of \d\.\d % \(root mean square\); seasonal-naive, the same weeks a year earlier, has [\d.]+ %: the model predicts better\.$/,
    )
    expect(sentences[1]).toMatch(/^The same model without media has [\d.]+ %: media help to predict\.$/)
    expect(sentences[2]).toMatch(
      /^\d+ of 13 weeks lie in the band that should hold 9 in 10\. Their total: [\d.]+ M EUR \([\d.]+ to [\d.]+ M EUR\) predicted, [\d.]+ M EUR observed\.$/,
    )
    expect(sentences[3]).toMatch(
      /^Without these 13 weeks ROAS leaves its interval for radio \(1\.9, [\d.]+ to [\d.]+; without them 0\.23\)\. Don’t move money on it before the reason is known\.$/,
    )
  })

  it('don’t flatter: worse, and no better, than last year; without media better', () => {
    expect(holdoutSentences(withError('seasonalNaive', 0.9 * holdout.model.rmse), summary)[0]).toMatch(
      /: the model predicts worse, so don’t trust its forecasts\.$/,
    )
    expect(holdoutSentences(withError('seasonalNaive', 1.01 * holdout.model.rmse), summary)[0]).toMatch(
      /: the model predicts no better\.$/,
    )
    expect(holdoutSentences(withError('withoutMedia', 0.5 * holdout.model.rmse), summary)[1]).toMatch(
      /: in these 13 weeks media don’t help to predict\.$/,
    )
    expect(holdoutSentences(withError('withoutMedia', holdout.model.rmse), summary)[1]).toMatch(
      /: these 13 weeks can’t tell whether media help to predict\.$/,
    )
  })

  it('name a total outside its interval', () => {
    const total = { ...holdout.model.total, q95: holdout.model.total.observed - 1 }
    const off = { ...holdout, model: { ...holdout.model, total } }
    expect(holdoutSentences(off, summary)[2]).toMatch(/ observed, outside the interval\.$/)
  })

  it('name the furthest move where every return stays in its interval', () => {
    expect(holdoutSentences({ ...holdout, returns: calm }, summary)[3]).toMatch(
      /^Without these 13 weeks no channel’s ROAS leaves its interval: radio moves furthest, by -88 %\.$/,
    )
    const alone = { ...calm, channels: calm.channels.slice(1, 2) }
    expect(holdoutSentences({ ...holdout, returns: alone }, summary)[3]).toBe(
      'Without these 13 weeks the ROAS of search stays in its interval (-5 %).',
    )
  })

  it('leave out what a model without channels has not', () => {
    const returns = { ...holdout.returns, channels: [], media: null }
    expect(holdoutSentences({ ...holdout, returns }, { ...summary, channels: [] })).toHaveLength(2)
  })
})

describe('words of the hold-out', () => {
  it('name the held-out periods, and the prediction to beat', () => {
    expect(holdoutText(holdout, summary)).toBe('2025-09-29 to 2025-12-22, 13 weeks')
    expect(holdoutText(single, summary)).toBe('1960')
    expect(seasonalNaiveText(holdout, summary)).toBe('the same weeks a year earlier')
    expect(seasonalNaiveText(holdout, inPeriod('day'))).toBe('the same weekdays a year earlier')
    expect(seasonalNaiveText(single, inPeriod('quarter'))).toBe('the same quarter a year earlier')
    expect(seasonalNaiveText(single, inPeriod('year'))).toBe('the year before')
  })

  it('name the return: ROAS, or KPI for each unit of money', () => {
    const units = reportFixture({ valued: false }).summary
    expect(holdoutMeasure(holdout, summary)).toBe('ROAS')
    expect(holdoutMeasure(units.holdout!, units)).toBe('KPI per EUR')
  })

  it('call errors within 2 % of each other alike', () => {
    const at = (rmse: number) => ({ ...holdout.model, rmse })
    expect([comparison(at(97), at(100)), comparison(at(99), at(100)), comparison(at(103), at(100))]).toEqual([
      'better',
      'alike',
      'worse',
    ])
  })
})
