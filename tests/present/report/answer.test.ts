import { describe, expect, it } from 'vitest'
import { answerSentences, answerTiles, unfitReasons } from '../../../src/present/report/answer.js'
import { reportFixture } from '../../support/report-fixture.js'

const data = reportFixture()

describe('answerSentences', () => {
  it('say what paid media contributed, with window, interval and currency', () => {
    expect(answerSentences(data)[0]).toBe(
      'From 2023-01-02 to 2025-12-22 (156 weeks), paid media contributed 19 % of revenue: 36.9 M EUR (in 9 of 10 cases 30.4 to 43.8 M EUR).',
    )
  })

  it('say what was spent, returned and earned, how sure that is, and how far effects count', () => {
    expect(answerSentences(data)[1]).toBe(
      'The 11.9 M EUR spent (3.99 M EUR a year) returned 37.5 M EUR (30.9 to 44.5 M EUR) of revenue; after a margin of 35 % that is a ' +
        'profit of 1.19 M EUR (-1.11 to 3.64 M EUR), an ROI of 10 % (-9 to 31 %), with a chance of 79 % that they paid for themselves. ' +
        'Effects within 14 weeks; slower brand effects not counted.',
    )
  })

  it('say what the next unit returns, which channel is best and worst with its caveats, and the plan', () => {
    expect(answerSentences(data).slice(2)).toEqual([
      'The next unit of spend, in today’s mix, has an ROI of -44 % (-55 to -32 %).',
      'Expected ROI is highest for search (79 %, 10 to 151 %; an upper bound, since it includes demand created elsewhere) and lowest for ' +
        'radio (-34 %, -78 to 14 %; mostly from the prior: the data say little). Their intervals overlap: the order is not certain.',
      data.tradeOff.planSentence,
    ])
  })

  it('say that profit is unknown without a margin', () => {
    expect(answerSentences(reportFixture({ margin: null }))[1]).toMatch(
      /of revenue\. The model file has no margin, so profit and ROI are unknown\./,
    )
  })

  it('give cost per KPI where the KPI has no value', () => {
    const [first, second] = answerSentences(reportFixture({ valued: false, channels: ['tv'] }))
    expect(first).toContain('paid media contributed 5.5 % of the KPI: 266 k units')
    expect(second).toBe(
      'The 4.6 M EUR spent (1.54 M EUR a year) bought 270 k units, 17 EUR (14 to 20.2 EUR) each. Effects within 14 weeks; slower brand effects not counted.',
    )
  })

  it('compare no channels where there is one, and see where intervals part', () => {
    const only = answerSentences(reportFixture({ channels: ['tv'] })).slice(0, -1)
    expect(only.join()).not.toContain('highest')
    const [tv, search] = data.summary.channels
    const apart = [
      { ...tv, roi: { ...tv.roi!, q95: 0 } },
      { ...search, roi: { ...search.roi!, q05: 0.5 } },
    ]
    expect(answerSentences({ ...data, summary: { ...data.summary, channels: apart } }).join()).not.toContain('overlap')
  })
})

describe('unfitReasons', () => {
  it('are none for a sound fit', () => {
    expect(unfitReasons(data.summary)).toEqual([])
  })

  it('are what plausibility and diagnostics say, and never silent', () => {
    const { summary } = reportFixture({ passed: false })
    expect(unfitReasons(summary)).toEqual([
      'The baseline is negative in some period with probability 31 %.',
      '12 of 400 replicates did not converge: raise `fit.starts`.',
    ])
    const silent = { ...data.summary, diagnostics: { ...data.summary.diagnostics, passed: false } }
    expect(unfitReasons(silent)).toEqual(['The fit did not converge.'])
  })
})

describe('answerTiles', () => {
  it('are the headline figures with their intervals', () => {
    expect(answerTiles(data.summary)).toEqual([
      { name: 'Paid media’s share of revenue', figure: '19 %', range: '16 to 22 %' },
      { name: 'Spend on paid media', figure: '11.9 M EUR', range: '3.99 M EUR a year' },
      { name: 'ROI (profit, after margin)', figure: '10 %', range: '-9 to 31 %' },
      { name: 'Marginal ROI: the next unit of spend', figure: '-44 %', range: '-55 to -32 %' },
    ])
  })

  it('are ROAS without a margin and cost per unit without a value', () => {
    expect(
      answerTiles(reportFixture({ margin: null }).summary)
        .map(({ name }) => name)
        .slice(2),
    ).toEqual(['ROAS', 'Marginal ROAS'])
    expect(
      answerTiles(reportFixture({ valued: false }).summary)
        .map(({ name }) => name)
        .slice(2),
    ).toEqual(['Cost per incremental unit'])
  })
})
