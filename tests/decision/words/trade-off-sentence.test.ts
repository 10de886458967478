import { describe, expect, it } from 'vitest'
import type { TradeOffFacts } from '../../../src/decision/analysis/trade-off-facts.js'
import type { SentenceContext } from '../../../src/decision/words/trade-off-sentence.js'
import { listed, perYear, tradeOffSentence } from '../../../src/decision/words/trade-off-sentence.js'
import { numbersLeft } from '../support/numbers-left.js'

const context: SentenceContext = { name: 'tv', currency: 'EUR', role: null, captures: [], years: 2 }

const nothing: Omit<TradeOffFacts, 'advice'> = {
  move: null,
  today: null,
  nearOptimal: null,
  roiNextTenth: null,
  optimumBeyond: null,
  beyondCurve: false,
  roiMax: null,
  roiMaxIs: null,
  marginNeeded: null,
  costPerKpi: null,
}

const raise: TradeOffFacts = {
  ...nothing,
  advice: 'raise',
  move: {
    from: 2400000,
    to: 3400000,
    profitChange: { mean: 400000, median: 400000, sd: 600000, q05: -600000, q95: 1600000 },
    pGain: 0.7,
    roiFrom: 0.85,
    roiTo: 0.72,
    roiDifference: 0.4,
  },
  today: { spend: 2400000, profit: { mean: 2040000, median: 2, sd: 1, q05: 1, q95: 3 }, roi: 0.85 },
  roiNextTenth: 0.5,
  nearOptimal: [2800000, 4000000],
  roiMaxIs: 'zero',
}

function written(facts: TradeOffFacts, changes: Partial<SentenceContext> = {}): string {
  const { sentence, figures } = tradeOffSentence(facts, { ...context, ...changes })
  expect(numbersLeft(sentence, figures)).toBe('')
  return sentence
}

describe('tradeOffSentence', () => {
  it('explains a raise by a year, with what it does to ROI', () => {
    expect(written(raise)).toBe(
      'Raising tv from 1.2 M EUR to 1.7 M EUR a year is expected to add 200 k EUR profit (in 9 of 10 cases between -300 and 800 k EUR; ' +
        '70 % likely a gain). ROI on all of tv falls from 85 % to 72 %; on the extra 500 k EUR it is 40 %. ' +
        "ROI is highest at zero spend; it isn't a target.",
    )
  })

  it('keeps every number of the sentence as data', () => {
    const { figures } = tradeOffSentence(raise, context)
    expect(figures).toContainEqual({ name: 'profitChange.q05', value: -300000, text: '-300' })
    expect(figures).toContainEqual({ name: 'roiDifference', value: 0.4, text: '40 %' })
    expect(figures.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'from',
        'to',
        'profitChange',
        'profitChange.q95',
        'pGain',
        'roiFrom',
        'roiTo',
        'difference',
      ]),
    )
  })

  it('states a window shorter than a year as it is', () => {
    expect(written(raise, { years: 0.5 })).toContain(
      'Raising tv from 2.4 M EUR to 3.4 M EUR over the window is expected',
    )
  })

  it('names the whole budget, and its channels that capture demand', () => {
    const sentence = written(raise, { name: 'total', captures: ['search', 'retargeting'] })
    expect(sentence).toContain("Raising the whole budget at today's mix from")
    expect(sentence).toContain('ROI on all of it falls')
    expect(sentence).toContain(
      'It includes search and retargeting: an upper bound, demand created elsewhere counts there.',
    )
  })

  it('words a cut from the money saved', () => {
    const move = { ...raise.move!, to: 1400000, roiTo: 1.1, roiDifference: -0.16 }
    expect(written({ ...raise, advice: 'cut', move })).toContain(
      'Cutting tv from 1.2 M EUR to 700 k EUR a year is expected to add 200 k EUR profit (in 9 of 10 cases between -300 and 800 k EUR; ' +
        '70 % likely a gain). ROI on all of tv rises from 85 % to 110 %; on the 500 k EUR saved it is -16 % today.',
    )
  })

  it('says that nothing pays where nothing does', () => {
    const move = { ...raise.move!, to: 0, roiTo: null, roiFrom: -0.33, roiDifference: -0.33, pGain: 0.998 }
    expect(written({ ...raise, advice: 'never-pays', move, roiMaxIs: null })).toBe(
      "No spend on tv up to ten times today's is expected to pay back. Cutting it from 1.2 M EUR a year to zero is expected to add 200 k EUR " +
        'profit (in 9 of 10 cases between -300 and 800 k EUR; above 99 % likely a gain). ROI on all of tv is -33 % today.',
    )
  })

  it('leaves well alone near the best', () => {
    expect(written({ ...raise, advice: 'near-optimal', move: null, nearOptimal: [2000000, 3000000] })).toBe(
      "Today's 1.2 M EUR a year on tv is near the best: anywhere between 1 and 1.5 M EUR expected profit is within 1 % of its greatest. " +
        "ROI on all of tv is 85 %; on the next 10 % it is 50 %. ROI is highest at zero spend; it isn't a target.",
    )
  })

  it('calls what lies beyond history a guess', () => {
    expect(written({ ...raise, optimumBeyond: 6000000 })).toContain(
      "The curve's own optimum, 3 M EUR a year, lies beyond what history shows and is a guess.",
    )
    expect(written({ ...raise, optimumBeyond: 24000000, beyondCurve: true })).toContain(
      "Expected profit still rises at ten times today's spend, far beyond what history shows.",
    )
    expect(written({ ...raise, advice: 'observed-edge', move: null, optimumBeyond: 6000000 })).toContain(
      "tv may deserve more than today's 1.2 M EUR a year, but history never shows more, so how much is a guess.",
    )
  })

  it('raises no channel that captures demand', () => {
    const sentence = written(
      { ...raise, advice: 'demand-capture', move: null },
      { role: 'demand-capture', name: 'search' },
    )
    expect(sentence).toContain(
      "No plan raises search above today's 1.2 M EUR a year: it captures demand created elsewhere.",
    )
    expect(sentence).toContain('Its figures are an upper bound: they include demand created elsewhere.')
  })

  it('says what is known of ROI-max', () => {
    const interior = { ...raise, roiMaxIs: 'interior' as const, roiMax: { spend: 1800000, roi: 0.95 } }
    expect(written(interior)).toContain('ROI is highest, 95 %, at 900 k EUR a year.')
    expect(written({ ...raise, roiMaxIs: 'unknown' })).toContain("The data can't tell where ROI is highest.")
    expect(written({ ...raise, roiMaxIs: 'anywhere', move: { ...raise.move!, roiTo: 0.85 } })).toContain(
      'ROI on all of tv stays at 85 %',
    )
  })

  it('asks for the margin that pays back where none is given', () => {
    const needs = (headline: number | null, q05: number | null, q95: number | null): string =>
      written({ ...nothing, advice: 'no-margin', marginNeeded: { headline, q05, q95 } })
    expect(needs(0.42, 0.31, 0.66)).toBe('tv pays back if you keep more than 42 % (31 to 66 %) of its extra revenue.')
    expect(needs(0.42, 0.31, null)).toBe('tv pays back if you keep more than 42 % (31 % or more) of its extra revenue.')
    expect(needs(1.3, 0.9, 2.1)).toBe(
      'tv is expected to bring less revenue than it costs: to pay back, you would have to keep 130 % (90 to 210 %) of its extra revenue.',
    )
    expect(needs(null, null, null)).toBe("tv isn't expected to bring any revenue, so it pays back at no margin.")
  })

  it('gives the cost of a unit where units have no value, and says when nothing was spent', () => {
    const cost = { headline: 30.4, q05: 18.4, q95: 68.9 }
    expect(written({ ...nothing, advice: 'no-value', costPerKpi: cost })).toBe(
      'tv costs 30.4 EUR per extra unit (18.4 to 68.9 EUR).',
    )
    expect(written({ ...nothing, advice: 'no-spend-in-window' })).toBe(
      'tv had no spend in this window, so there is no trade-off to show.',
    )
  })
})

describe('perYear and listed', () => {
  it('divide by the years from a year up', () => {
    expect(perYear(2)).toEqual({ share: 0.5, phrase: 'a year' })
    expect(perYear(0.5)).toEqual({ share: 1, phrase: 'over the window' })
  })

  it('join names as a reader would', () => {
    expect([listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['a', 'a and b', 'a, b and c'])
  })
})
