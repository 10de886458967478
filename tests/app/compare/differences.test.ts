import { describe, expect, it } from 'vitest'
import {
  channelReason,
  differenceSentences,
  differencesOf,
  differenceWords,
  onlyDrawsDiffer,
  type Differences,
} from '../../../src/app/compare/differences.js'
import { smallFit } from '../../support/small-market.js'

const none: Differences = {
  spec: [],
  settings: [],
  method: null,
  data: { added: [], removed: [], revised: [] },
  seed: false,
  version: false,
  warmStart: false,
}
const grown = { ...none, data: { ...none.data, added: ['w5', 'w6'] } }
const revised = { ...none, data: { ...none.data, revised: [{ column: 'tv', periods: 2, largest: 0.5 }] } }

describe('differencesOf(before, after)', () => {
  it('tells settings of the fit, method and model apart', async () => {
    const fit = await smallFit()
    const other = {
      ...fit,
      method: 'bayes' as const,
      spec: { ...fit.spec, currency: 'USD', fit: { ...fit.spec.fit, method: 'bayes' as const, draws: 30 } },
      fingerprint: { ...fit.fingerprint, warmStart: 'ab' },
    }
    expect(differencesOf(fit, other)).toEqual({
      ...none,
      spec: ['currency'],
      settings: ['fit.draws'],
      method: { before: 'regression', after: 'bayes' },
      warmStart: true,
    })
  })
})

describe('differenceWords(differences, period)', () => {
  it('names data before model, and draws last', () => {
    const all = { ...grown, spec: ['a', 'b', 'c', 'd'], method: { before: 'ols', after: 'bayes' }, seed: true }
    expect(differenceWords(all, 'week')).toEqual([
      'new data (2 weeks more)',
      'a changed model (a, b, c and 1 more)',
      'another method (ols, then bayes)',
      'another seed',
    ])
    expect(differenceWords(revised, 'week')).toEqual(['new data (revised tv)'])
    expect(differenceWords(none, 'week')).toEqual([])
  })
})

describe('differenceSentences(differences, period)', () => {
  it('says how to tell data and model apart, where both changed', () => {
    expect(differenceSentences({ ...grown, spec: ['a'] }, 'week')).toEqual([
      'The models differ in a.',
      'The later fit has 2 weeks more, up to w6.',
      'Data and model both changed, and these two fits can’t tell which of them it was: fit the earlier model to the later data, and compare that fit with both.',
    ])
    expect(differenceSentences(revised, 'week')).toEqual(['Cells differ in tv (2 weeks, by up to 50.0 %).'])
  })

  it('names seed, settings, version and warm start together', () => {
    expect(differenceSentences({ ...none, seed: true }, 'week')).toEqual(['Their seeds differ.'])
    expect(differenceSentences({ ...grown, seed: true, version: true, warmStart: true }, 'week').at(-1)).toBe(
      'Their seeds, versions of mixwright and warm starts differ too.',
    )
  })
})

describe('channelReason(name, differences, media)', () => {
  it('names what differs of the channel itself before anything else', () => {
    const spec = ['channels.tv.effect.prior.mu', 'channels.tv.effect.prior.sigma', 'baseline.trend']
    expect(channelReason('tv', { ...grown, spec }, ['tv'])).toBe('its own effect')
    expect(channelReason('radio', { ...grown, spec }, ['radio'])).toBe('new data; other parts of the model')
    expect(channelReason('tv', revised, ['tv'])).toBe('its own data (tv)')
    expect(channelReason('tv', { ...none, seed: true }, ['tv'])).toBe('other draws')
  })
})

describe('onlyDrawsDiffer(differences)', () => {
  it('is true of another seed alone, not of more data or of nothing', () => {
    expect([none, grown, { ...none, seed: true }, { ...grown, seed: true }].map(onlyDrawsDiffer)).toEqual([
      false,
      false,
      true,
      false,
    ])
  })
})
