import type { ReportData } from '../../src/decision/results.js'
import { adstock, namedPlans, responseCurve, totalTradeOff, tradeOff } from './made-curves.js'
import { normal, randomFrom, round, scaled } from './made-figures.js'
import {
  channelSummary,
  createMarket,
  createSummary,
  kpiOf,
  organicSummary,
  type Market,
  type ReportFixtureOptions,
} from './made-market.js'

/** A plausible weekly retailer of 156 weeks and 5 channels in EUR: the same numbers for the same options, everywhere. */
export function reportFixture(options: ReportFixtureOptions = {}): ReportData {
  const market = createMarket(options)
  const channels = market.paid.map((channel) => channelSummary(market, channel))
  const organic = market.organic.map((name, index) => organicSummary(market, name, index))
  const summary = createSummary(market, [...channels, ...organic])
  const curves = market.paid.map((channel) => responseCurve(market, channel))
  const tradeOffs = market.paid.map((channel, index) => tradeOff(market, channel.name, curves[index]))
  return {
    title: 'Retailer, weekly',
    summary,
    curves,
    tradeOff: {
      channels: tradeOffs,
      total: totalTradeOff(market, curves),
      plans: market.margin === null ? namedPlans(market).slice(0, 3) : namedPlans(market),
      planSentence:
        'Today 11.4 M EUR are spent. Same sales need 10.6 M EUR if split better; the best split of today’s budget adds ' +
        '0.32 M EUR profit (0.05 to 0.6 M EUR); profit is highest at 13.2 M EUR.',
    },
    adstock: market.paid.map((channel) => adstock(channel)),
    residuals: residuals(market),
    residualTests: [
      {
        name: 'Durbin-Watson (innovations)',
        statistic: 1.968,
        p: null,
        meaning: 'Near 2: no correlation is left between neighbouring weeks.',
      },
      { name: 'Ljung-Box (12 lags)', statistic: 14.21, p: 0.287, meaning: 'No sign of correlation over longer lags.' },
      { name: 'Jarque-Bera', statistic: 1.134, p: 0.567, meaning: 'The innovations look normal.' },
      {
        name: 'Breusch-Pagan',
        statistic: 21.7,
        p: 0.0168,
        meaning: 'The noise is larger in some weeks than in others.',
      },
    ],
    findings: [
      {
        id: 'outlier:revenue',
        severity: 'warning',
        message: 'retailer.csv line 49: `revenue` is 2,411,020, 4.2 robust standard deviations above its neighbours.',
      },
      {
        id: 'near-copy:radio',
        severity: 'warning',
        message: 'radio can’t be told apart from tv in much of this data (correlation 0.91).',
      },
      { id: 'sorted', severity: 'note', message: 'The rows were not in time order; they were sorted by `week`.' },
    ],
    assumptions: [
      { what: 'Trend', value: 'smooth, flexibility learned', source: 'default' },
      { what: 'Seasonality', value: '4 yearly pairs', source: 'spec' },
      { what: 'tv: adstock', value: 'geometric, half-life prior 2.5 weeks (1 to 6)', source: 'default for television' },
      { what: 'tv: saturation', value: 'hill, half-saturation 1 (0.3 to 3), slope 1', source: 'default' },
      { what: 'Before the first week', value: 'tv steady at the mean of 13 weeks; radio zero', source: 'data' },
      { what: 'Noise', value: 'AR(1)', source: 'default' },
    ],
    nextTenPercent: channels.map((channel) => ({
      channel: channel.name,
      spend: 0.1 * channel.spend!,
      value: channel.marginalRoas && scaled(channel.marginalRoas, 0.098 * channel.spend!),
      roas: channel.marginalRoas && scaled(channel.marginalRoas, 0.98),
      profit: channel.marginalRoi && scaled(channel.marginalRoi, 0.098 * channel.spend!),
    })),
    tried: {
      models: 7,
      roas: market.valued
        ? channels.map((channel) => ({
            channel: channel.name,
            low: round(0.8 * channel.roas!.mean),
            high: round(1.3 * channel.roas!.mean),
          }))
        : [],
    },
    references: [
      { name: 'price', part: 'treatment', reference: 9.99, rule: 'stated in the spec' },
      { name: 'temperature', part: 'control', reference: 11.24, rule: 'mean over the window' },
      { name: 'black friday', part: 'control', reference: 0, rule: 'against no event' },
    ],
    priorBeliefs: {
      paidShare: { median: 0.15, q05: 0.04, q95: 0.44 },
      channels: market.paid.map((channel) => ({
        channel: channel.name,
        roas: market.valued ? { median: 2.1, q05: 0.4, q95: 9.5 } : null,
        pProfitable: market.margin === null ? null : 0.42,
      })),
    },
  }
}

function residuals(market: Market): ReportData['residuals'] {
  const random = randomFrom(77)
  let previous = 0
  const innovations = market.periods.map(() => round(kpiOf(market, 42_000) * normal(random)))
  return {
    innovations,
    structural: innovations.map((x) => {
      previous = 0.3 * previous + x
      return round(previous)
    }),
  }
}
