import { describe, expect, it } from 'vitest'
import type { PlausibilityInput } from '../../../src/decision/analysis/plausibility.js'
import { isPrice, plausibility } from '../../../src/decision/analysis/plausibility.js'

const draws = (value: number, other = value, count = 0): Float64Array =>
  Float64Array.from({ length: 100 }, (_, d) => (d < count ? other : value))

const fine: PlausibilityInput = {
  baseline: draws(800),
  paidShare: draws(0.2),
  fittedTotal: draws(1000),
  ceilings: [{ channel: 'tv', kpi: draws(300) }],
  treatments: [{ name: 'price', effect: draws(-2) }],
  returns: [{ channel: 'tv', roas: draws(1.5), prior: [0.2, 8] }],
}

function failing(changes: Partial<PlausibilityInput>): string[] {
  return plausibility({ ...fine, ...changes })
    .filter(({ ok }) => !ok)
    .map(({ message }) => message)
}

describe('plausibility', () => {
  it('passes a market that can exist', () => {
    expect(plausibility(fine).map(({ id, probability, ok }) => [id, probability, ok])).toEqual([
      ['negative-baseline', 0, true],
      ['paid-media-share', 0, true],
      ['ceiling-above-sales', 0, true],
      ['price-sign', 0, true],
      ['roas-at-prior-edge', 0, true],
    ])
  })

  it('passes up to 5 % and fails above', () => {
    expect(failing({ baseline: draws(800, -1, 5) })).toEqual([])
    expect(failing({ baseline: draws(800, -1, 6) })).toEqual(['The baseline is negative with probability 6 %.'])
  })

  it('names what is wrong, and the worst channel', () => {
    expect(failing({ paidShare: draws(0.2, 0.7, 30) })).toEqual([
      'Paid media cause more than 60 % of sales with probability 30 %.',
    ])
    const ceilings = [
      { channel: 'tv', kpi: draws(300, 2000, 10) },
      { channel: 'radio', kpi: draws(300, 2000, 40) },
    ]
    expect(failing({ ceilings })).toEqual(['The curve of radio could cause more than all sales with probability 40 %.'])
    expect(failing({ treatments: [{ name: 'price', effect: draws(1) }] })).toEqual([
      'A higher price raises sales with probability above 99 %.',
    ])
    expect(failing({ returns: [{ channel: 'tv', roas: draws(9), prior: [0.2, 8] }] })).toEqual([
      'The ROAS of tv lies outside 99 % of its prior with probability above 99 %.',
    ])
  })

  it('leaves out what does not apply', () => {
    const none = { paidShare: null, ceilings: [], treatments: [{ name: 'shops', effect: draws(1) }], returns: [] }
    expect(plausibility({ ...fine, ...none }).map(({ id }) => id)).toEqual(['negative-baseline'])
  })
})

describe('isPrice', () => {
  it('knows a price by its name', () => {
    expect(['price', 'avg_price', 'Preis', 'Own price', 'prix'].map(isPrice)).toEqual([true, true, true, true, true])
    expect(['enterprise', 'discount', 'pricing_campaign'].map(isPrice)).toEqual([false, false, false])
  })
})
