import { describe, expect, it } from 'vitest'
import { placeboSentences } from '../../../src/decision/planted/placebo-sentences.js'
import { madePlacebo, madePlaceboAnswer } from '../../support/made-planted.js'

const shuffled = madePlaceboAnswer()
const shifted = madePlaceboAnswer({ kind: 'shifted', by: 52 })
const channel = (name: string, placebos: (typeof shuffled)[], standsAbove: boolean) =>
  ({ name, measure: 'roas', placebos, standsAbove }) as const

describe('a placebo study in words', () => {
  it('says what a channel that does nothing is given, and that the channel stands above it', () => {
    expect(placeboSentences(madePlacebo([channel('tv', [shuffled, shifted], true)]))).toEqual([
      'tv stands above what the model gives to a channel that does nothing.',
      'A channel that does nothing is given 1.4 % of sales (0.2 to 4.1 %) where tv’s weeks are shuffled and 1.4 % (0.2 to 4.1 %) where they are shifted by 52, against 2.3 % that its prior expected; tv’s own 6 % (3 to 9 %) stands above both.',
    ])
  })

  it('says which channels don’t stand above it, and above which placebo', () => {
    const weak = madePlaceboAnswer({ kind: 'shifted', by: 52, above: 0.62 })
    const sentences = placeboSentences(
      madePlacebo([
        channel('tv', [shuffled, shifted], true),
        channel('radio', [shuffled, weak], false),
        channel('social', [{ ...shuffled, above: 0.4 }, weak], false),
      ]),
    )
    expect(sentences[0]).toBe(
      'tv stands above what the model gives to a channel that does nothing. radio and social can’t be told from a channel that does nothing: their credit could be no more than priors and chance.',
    )
    expect(sentences[2]).toMatch(
      /radio’s own 6 % \(3 to 9 %\) does not stand above the shifted one \(probability 62 %\)\.$/,
    )
    expect(sentences[3]).toMatch(/does not stand above them \(probability 40 %\)\.$/)
  })

  it('leaves the prior out where there is none, and speaks of a single placebo', () => {
    const sentences = placeboSentences(
      madePlacebo([channel('tv', [madePlaceboAnswer({ prior: null, above: 0.5 })], false)]),
    )
    expect(sentences[0]).toBe(
      'tv can’t be told from a channel that does nothing: its credit could be no more than priors and chance.',
    )
    expect(sentences[1]).toContain('shuffled; tv’s own 6 % (3 to 9 %) does not stand above it (probability 50 %).')
  })
})
