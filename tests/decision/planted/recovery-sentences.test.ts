import { describe, expect, it } from 'vitest'
import { heldOf, possessive, recoverySentences } from '../../../src/decision/planted/recovery-sentences.js'
import { madeRecovered, madeRecovery, shareOf } from '../../support/made-planted.js'

const channelSentence = (given: Parameters<typeof madeRecovered>[0]): string =>
  recoverySentences(madeRecovery([madeRecovered(given)]))[1]

describe('a recovery study in words', () => {
  it('says first how often intervals held what was planted', () => {
    expect(recoverySentences(madeRecovery())[0]).toBe(
      'Of the effects planted in 18 worlds made of these data, the intervals of 9 in 10 cases held 88 % (95 % sure: 80 to 93 %), 92 % where carry-over and saturation are of the families that the model holds possible and 79 % where they aren’t, as they should.',
    )
  })

  it('says where intervals are too narrow, too wide, or too few to judge', () => {
    const first = (value: number, low: number, high: number): string =>
      recoverySentences({ ...madeRecovery(), coverage: shareOf(value, low, high, 30) })[0]
    expect(first(0.7, 0.6, 0.8)).toMatch(/: fewer than they should, so read them as too narrow\.$/)
    expect(first(0.98, 0.93, 1)).toMatch(/: more than they need to, so they are rather too wide\.$/)
    expect(first(0.8, 0.5, 0.95)).toMatch(/: too few worlds to judge them by\.$/)
  })

  it('gives a sentence to each channel, the best known first', () => {
    const { alive } = madeRecovered()
    const wide = madeRecovered({ name: 'radio', alive: { ...alive, halfWidth: 0.9 } })
    const sentences = recoverySentences(madeRecovery([wide, madeRecovered()]))
    expect(sentences[1]).toBe(
      'tv’s ROAS is known to within 60 % (held in 11 of 12 worlds, estimates 8 % too high); if it did nothing it would be credited with 1.2 % of sales (a ROAS of 0.31) and would look profitable in 1 of 6 worlds; from 0.91 on it can be told from nothing, from 4.1 on from its break-even of 2.5; to narrow this, run an experiment.',
    )
    expect(sentences[2]).toMatch(/^radio’s ROAS is known to within 90 %/)
  })

  it('speaks of a factor where the interval is wider than the truth, and of the sign where that is open', () => {
    const { alive } = madeRecovered()
    expect(channelSentence({ alive: { ...alive, halfWidth: 1.4, factor: 3.4 } })).toContain(
      'is known only to within a factor of 3.4 (',
    )
    expect(channelSentence({ alive: { ...alive, halfWidth: 1.4, factor: null } })).toContain(
      'is known so little that even its sign is open (',
    )
  })

  it('asks for nothing where a channel is known well', () => {
    const { alive } = madeRecovered()
    expect(channelSentence({ alive: { ...alive, halfWidth: 0.2 } })).not.toContain('to narrow this')
  })

  it('says what can’t be told from nothing, and from break-even', () => {
    const { smallest } = madeRecovered()
    expect(channelSentence({ smallest: { ...smallest, aboveBreakEven: null } })).toContain(
      'from 0.91 on it can be told from nothing, and none from its break-even of 2.5;',
    )
    expect(channelSentence({ smallest: { ...smallest, aboveDead: null, aboveBreakEven: null } })).toContain(
      'no effect of up to 8 can be told from nothing;',
    )
  })

  it('says what stands in the way', () => {
    expect(channelSentence({ narrowing: { by: 'buying-apart', from: 'radio', correlation: 0.923 } })).toMatch(
      /buy it in other weeks than radio, with which it goes together \(correlation 0\.92\), or run an experiment\.$/,
    )
    expect(channelSentence({ narrowing: { by: 'more-variation', variation: 0.12 } })).toContain(
      '(now by 12 % of its mean)',
    )
    expect(channelSentence({ narrowing: { by: 'buying-off-season', informationLeft: 0.09 } })).toContain(
      'explain 91 % of its ups and downs',
    )
  })

  it('speaks of shares where nothing is spent', () => {
    const sentence = channelSentence({
      name: 'newsletters',
      measure: 'share',
      dead: { worlds: 6, answer: 0.015, share: 0.015, profitable: null },
      smallest: { aboveDead: 0.027, aboveBreakEven: null, breakEven: null, largestPlanted: 0.04 },
    })
    expect(sentence).toContain('newsletters’ share of the outcome is known to within 60 %')
    expect(sentence).toContain('credited with 1.5 % of sales; from 2.7 % on it can be told from nothing;')
  })

  it('counts worlds whole, and puts an apostrophe alone after an s', () => {
    expect(heldOf(madeRecovered())).toEqual({ held: 11, count: 12 })
    expect([possessive('tv'), possessive('leaflets')]).toEqual(['tv’s', 'leaflets’'])
  })
})
