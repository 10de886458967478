import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SentenceFigure, TradeOff, TradeOffResult } from '../../../src/decision/results.js'
import type { ClosedForm } from '../support/closed-form-response.js'
import { analyseChannel } from '../../../src/decision/analysis/channel-analysis.js'
import { summarise } from '../../../src/decision/analysis/summarise.js'
import { tradeOff } from '../../../src/decision/analysis/trade-off.js'
import { formatInterval, formatMoney, formatPercent, formatProbability } from '../../../src/decision/words/format.js'
import { closedFormResponse, hill } from '../support/closed-form-response.js'
import { numbersLeft } from '../support/numbers-left.js'

const years = 2
const margin = 0.4

interface Market {
  readonly name: string
  readonly spend: number
  readonly observedTo: number
  readonly forms: readonly ClosedForm[]
}

const double = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })
const channel = fc.record({
  spend: double(1e5, 1e6),
  reach: double(0.5, 8),
  half: double(0.2, 3),
  slope: double(0.8, 2.5),
  scatter: double(0, 0.4),
  observedTo: double(1, 4),
})
const names = ['tv', 'radio', 'search', 'print']
const markets = fc.array(channel, { minLength: 1, maxLength: 4 }).map((channels): Market[] =>
  channels.map(({ spend, reach, half, slope, scatter, observedTo }, c) => ({
    name: names[c],
    spend,
    observedTo,
    forms: [-1.5, -1, -0.5, 0, 0.5, 1, 2].map((z) =>
      hill(spend * reach * (1 + z * scatter), spend * half * (1 + 0.2 * z * scatter), slope),
    ),
  })),
)

function resultOf(market: readonly Market[]): TradeOffResult {
  const channels = market.map(({ name, spend, observedTo, forms }) =>
    analyseChannel(
      closedFormResponse({ channel: name, spend, draws: forms, margin, observedTo }),
      name === 'search' ? 'demand-capture' : null,
    ),
  )
  return tradeOff(channels, { currency: 'EUR', years })
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length
const close = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= 1e-9 * (Math.abs(b) + scale)

/** Profit by draw at a multiple of every channel's spend, straight from the closed forms. */
function profits(market: readonly Market[], multiples: readonly number[]): number[] {
  return market[0].forms.map((_, d) =>
    market.reduce(
      (sum, { spend, forms }, c) => sum + margin * forms[d].f(multiples[c] * spend) - multiples[c] * spend,
      0,
    ),
  )
}

/** Every figure of a channel's sentence, computed again from the closed forms and the multiple that the sentence speaks of. */
function recomputed(market: readonly Market[], figure: (name: string) => number): Record<string, number> {
  const spend = mean(market.map((each) => each.spend)) * market.length
  const at = (multiple: number): number[] =>
    profits(
      market,
      market.map(() => multiple),
    )
  const target = Number.isNaN(figure('to')) ? 0 : (figure('to') * years) / spend
  const change = at(target).map((profit, d) => (profit - at(1)[d]) / years)
  const summary = summarise(Float64Array.from(change))
  const roi = (multiple: number): number => mean(at(multiple)) / (multiple * spend)
  return {
    from: spend / years,
    today: spend / years,
    to: (target * spend) / years,
    profitChange: Math.abs(summary.mean),
    'profitChange.q05': summary.q05,
    'profitChange.q95': summary.q95,
    pGain: change.filter((x) => x > 0).length / change.length,
    roi: roi(1),
    roiFrom: roi(1),
    roiTo: roi(target),
    difference: (Math.abs(target - 1) * spend) / years,
    roiDifference: (mean(at(target)) - mean(at(1))) / ((target - 1) * spend),
    roiNextTenth: (mean(at(1.1)) - mean(at(1))) / (0.1 * spend),
    roiAtRoiMax: roi((figure('roiMax') * years) / spend),
  }
}

function figureOf(figures: readonly SentenceFigure[]): (name: string) => number {
  return (name) => figures.find((figure) => figure.name === name)?.value ?? NaN
}

/** Names of figures that the closed forms contradict, or that the sentence doesn't hold as data. */
function wrongFigures(market: readonly Market[], { sentence, figures = [] }: TradeOff): string[] {
  const again = recomputed(market, figureOf(figures))
  const scale = mean(market.map(({ spend }) => spend))
  const wrong = figures.filter(
    ({ name, value }) => name in again && !close(value, again[name], name.startsWith('roi') ? 1 : scale),
  )
  return [...wrong.map(({ name }) => name), ...(numbersLeft(sentence, figures) === '' ? [] : [sentence])]
}

describe('tradeOff', () => {
  it('states no number that the curves don’t give', () => {
    fc.assert(
      fc.property(markets, (market) => {
        const result = resultOf(market)
        const wrong = result.channels.flatMap((each, c) => wrongFigures([market[c]], each))
        expect([...wrong, ...wrongFigures(market, result.total)]).toEqual([])
      }),
      { seed: 21, numRuns: 60, endOnFailure: true },
    )
  })

  it('writes every figure as its value is written', () => {
    fc.assert(
      fc.property(markets, (market) => {
        const { figures = [] } = resultOf(market).channels[0]
        const get = figureOf(figures)
        for (const { name, value, text } of figures) {
          if (name.endsWith('.q95')) {
            const ends = formatInterval(get(name.replace('q95', 'q05')), value, { currency: 'EUR' }, { joiner: 'and' })
            expect(ends.endsWith(text)).toBe(true)
          } else if (!name.endsWith('.q05')) {
            expect([formatMoney(value, 'EUR'), formatPercent(value), formatProbability(value)]).toContain(text)
          }
        }
      }),
      { seed: 22, numRuns: 30, endOnFailure: true },
    )
  })

  it('speaks of a spend that no other within what history shows beats', () => {
    fc.assert(
      fc.property(markets, (market) => {
        const beaten = resultOf(market).channels.flatMap(({ advice, figures = [] }, c) => {
          if (advice !== 'raise' && advice !== 'cut') return []
          const { spend, observedTo } = market[c]
          const profit = (multiple: number): number => mean(profits([market[c]], [multiple]))
          const target = (figureOf(figures)('to') * years) / spend
          const tried = Array.from({ length: 400 }, (_, i) => (i / 399) * Math.max(1, observedTo))
          return tried.filter((multiple) => profit(multiple) > profit(target) + 1e-7 * spend)
        })
        expect(beaten).toEqual([])
      }),
      { seed: 23, numRuns: 60, endOnFailure: true },
    )
  })

  it('states in the plans’ sentence what the plans bring', () => {
    fc.assert(
      fc.property(markets, (market) => {
        const { plans, planSentence, planFigures = [] } = resultOf(market)
        const spendOf = (name: string): readonly number[] => {
          const plan = plans.find((each) => each.name === name)
          return market.map((each) => (plan?.spend[each.name] ?? NaN) / each.spend)
        }
        const change = (name: string): Float64Array => {
          const today = profits(
            market,
            market.map(() => 1),
          )
          return Float64Array.from(profits(market, spendOf(name)), (profit, d) => (profit - today[d]) / years)
        }
        const total = (name: string): number => market.reduce((sum, { spend }, c) => sum + spend * spendOf(name)[c], 0)
        const again: Record<string, number> = {
          today: total('today') / years,
          todayProfit: Math.abs(mean(profits(market, spendOf('today')))) / years,
          todayRoi: mean(profits(market, spendOf('today'))) / total('today'),
          sameSales: total('same-sales-for-less') / years,
          sameSalesRoi: mean(profits(market, spendOf('same-sales-for-less'))) / total('same-sales-for-less'),
          splitChange: summarise(change('best-split')).mean,
          'splitChange.q05': summarise(change('best-split')).q05,
          'splitChange.q95': summarise(change('best-split')).q95,
          splitLikely: change('best-split').filter((x) => x > 0).length / 7,
          most: total('profit-max') / years,
          mostChange: summarise(change('profit-max')).mean,
          'mostChange.q05': summarise(change('profit-max')).q05,
          'mostChange.q95': summarise(change('profit-max')).q95,
          mostLikely: change('profit-max').filter((x) => x > 0).length / 7,
          mostRoi: mean(profits(market, spendOf('profit-max'))) / total('profit-max'),
        }
        const scale = total('today')
        const wrong = planFigures.filter(
          ({ name, value }) => !close(value, again[name], /Roi|Likely/.test(name) ? 1 : scale),
        )
        expect([wrong, numbersLeft(planSentence, planFigures)]).toEqual([[], ''])
      }),
      { seed: 24, numRuns: 60, endOnFailure: true },
    )
  })

  it('lists a channel without spend, and leaves it out of the total', () => {
    const tv = analyseChannel(closedFormResponse({ channel: 'tv', spend: 50, draws: [hill(1000, 40, 1)] }), null)
    const off = analyseChannel(closedFormResponse({ channel: 'print', spend: 0, draws: [hill(1000, 40, 1)] }), null)
    const result = tradeOff([tv, off], { currency: 'EUR', years })
    expect(result.channels.map(({ flags }) => flags)).toEqual([[], ['no-spend-in-window']])
    expect(result.total.curve.spend[result.total.curve.multiples.indexOf(1)]).toBe(50)
    expect(result.plans.map((plan) => Object.keys(plan.spend))).toEqual([['tv'], ['tv'], ['tv'], ['tv']])
    const none = tradeOff([off], { currency: 'EUR', years })
    expect([none.plans, none.planSentence, none.total.flags, none.total.curve.multiples]).toEqual([
      [],
      '',
      ['no-spend-in-window'],
      [],
    ])
  })

  it('flags demand capture, and says what the total includes', () => {
    const search = analyseChannel(
      closedFormResponse({ channel: 'search', spend: 50, draws: [hill(1000, 40, 1)] }),
      'demand-capture',
    )
    const { channels, total } = tradeOff([search], { currency: 'EUR', years })
    expect(channels[0].flags).toContain('demand-capture')
    expect(total.sentence).toContain('It includes search: an upper bound')
  })
})
