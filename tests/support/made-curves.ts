import type { CurvePoint, NamedPlan, ReportData, ResponseCurve, TradeOff } from '../../src/decision/results.js'
import {
  estimate,
  hill,
  nullableWith,
  range,
  round,
  seriesOf,
  seriesWith,
  shiftedBy,
  shiftedSeries,
} from './made-figures.js'
import { channelReturns, curvePoints, kpiOf, type Market, type MarketChannel } from './made-market.js'

const multiples = [0, ...range(1, 30).map((step) => step / 10), ...range(7, 20).map((step) => step / 2)]

export function responseCurve(market: Market, channel: MarketChannel): ResponseCurve {
  const value = multiples.map((multiple) => channel.ceiling * hill(multiple, channel.half, channel.slope))
  return curveFrom(market, { name: channel.name, today: channel.spend, value, spread: channel.spread })
}

interface MadeCurve {
  readonly name: string
  /** Spend at multiple 1. */
  readonly today: number
  /** Incremental value at every multiple. */
  readonly value: readonly number[]
  readonly spread: number
}

function curveFrom(market: Market, { name, today, value, spread }: MadeCurve): ResponseCurve {
  const spend = multiples.map((multiple) => round(multiple * today))
  const { margin, valued } = market
  const widening = multiples.map((multiple) => spread * (1 + 0.12 * Math.max(0, multiple - 1)))
  const ratio = (index: number): number | null => (spend[index] === 0 ? null : value[index] / spend[index])
  const slope = (index: number): number => {
    const i = Math.max(1, index)
    return (value[i] - value[i - 1]) / (spend[i] - spend[i - 1])
  }
  const indices = multiples.map((_, index) => index)
  return {
    channel: name,
    multiples,
    spend,
    kpi: seriesWith(
      value.map((x) => kpiOf(market, x)),
      widening,
    ),
    value: valued ? seriesWith(value, widening) : null,
    roas: valued ? nullableWith(indices.map(ratio), widening) : null,
    marginalRoas: valued ? nullableWith(indices.map(slope), widening) : null,
    roi:
      margin === null
        ? null
        : shiftedSeries(
            nullableWith(
              indices.map((i) => {
                const r = ratio(i)
                return r === null ? null : margin * r
              }),
              widening,
            ),
            -1,
          ),
    profit:
      margin === null
        ? null
        : shiftedBy(
            seriesWith(
              value.map((x) => margin * x),
              widening,
            ),
            spend,
          ),
    observed: multiples.map((multiple) => multiple <= 1.6),
  }
}

export function tradeOff(market: Market, name: string, curve: ResponseCurve): TradeOff {
  const channel = market.paid.find((candidate) => candidate.name === name)!
  const points = curvePoints(market, channel)
  return {
    name,
    curve,
    ...points,
    flags: points.roiMax === null && market.margin !== null ? ['roi-max-unknown'] : [],
    sentence:
      market.margin === null
        ? `${name} pays back if you keep more than 42 % (31 to 66 %) of its extra revenue.`
        : `Raising ${name} from 1.2 M to 1.7 M EUR a year is expected to add 0.2 M EUR profit (in 9 of 10 cases between -0.3 and 0.8 M EUR; 70 % likely a gain). ROI on all of ${name} falls from 85 % to 72 %; on the extra 0.5 M EUR it is 40 %.`,
  }
}

export function totalTradeOff(market: Market, curves: readonly ResponseCurve[]): TradeOff {
  const spend = market.paid.reduce((sum, channel) => sum + channel.spend, 0)
  const value = multiples.map((_, index) =>
    curves.reduce((sum, curve) => sum + curve.kpi.mean[index] / kpiOf(market, 1), 0),
  )
  const curve = curveFrom(market, { name: 'total', today: spend, value, spread: 0.1 })
  const point = (multiple: number, near: boolean): CurvePoint => ({
    spend: multiple * spend,
    nearOptimal: near ? [round(0.8 * multiple * spend), round(1.2 * multiple * spend)] : null,
    perDraw: { median: multiple * spend, q05: 0.7 * multiple * spend, q95: 1.4 * multiple * spend },
    pNever: 0.03,
    pBeyond: 0.01,
  })
  const profit = curve.profit?.mean
  const best = profit === undefined ? 0 : profit.indexOf(Math.max(...profit))
  const last = profit === undefined ? 0 : profit.findLastIndex((x) => x >= 0)
  return {
    name: 'total',
    curve,
    flags: [],
    roiMax: null,
    profitMax: profit === undefined ? null : point(multiples[best], true),
    breakEven: profit === undefined ? null : point(multiples[last], false),
    sentence:
      'At today’s mix, profit is highest near 1.1 times today’s budget; between 0.9 and 1.3 times it is within 1 % of the maximum.',
  }
}

export function namedPlans(market: Market): NamedPlan[] {
  const shifts: Readonly<Record<NamedPlan['name'], (index: number) => number>> = {
    today: () => 1,
    'same-sales-for-less': (index) => [0.75, 1.2, 1.1, 0.8, 1.05][index % 5],
    'best-split': (index) => [0.82, 1.3, 1.2, 0.86, 1.15][index % 5],
    'profit-max': (index) => [0.9, 1.6, 1.45, 0.95, 1.3][index % 5],
  }
  return (Object.keys(shifts) as NamedPlan['name'][]).map((name) => {
    const spend = Object.fromEntries(
      market.paid.map((channel, index) => [channel.name, round(channel.spend * shifts[name](index))]),
    )
    const totalSpend = Object.values(spend).reduce((sum, x) => sum + x, 0)
    const value = market.paid.reduce(
      (sum, channel, index) => sum + channel.ceiling * hill(shifts[name](index), channel.half, channel.slope),
      0,
    )
    const returns = channelReturns(market, { spend: totalSpend, value, spread: 0.11, marginal: 1 })
    return {
      name,
      spend,
      totalSpend,
      incrementalKpi: returns.incrementalKpi,
      profit: returns.profit,
      roas: returns.roas,
      roi: returns.roi,
      gap: 0,
    }
  })
}

export function adstock(channel: MarketChannel): ReportData['adstock'][number] {
  const lags = range(0, 20)
  let weight = 1 - channel.retention
  const mean = lags.map(() => {
    const current = weight
    weight *= channel.retention
    return current
  })
  let halfLife = 0
  for (let left = 1; left > 0.5; left *= channel.retention) halfLife++
  return { channel: channel.name, weights: seriesOf(mean, 0.25), halfLife: estimate(halfLife, 0.3 * halfLife) }
}
