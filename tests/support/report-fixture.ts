import type {
  ChannelSummary,
  CurvePoint,
  Estimate,
  NamedPlan,
  NullableSeries,
  PartSummary,
  ReportData,
  ResponseCurve,
  Returns,
  SeriesEstimate,
  Summary,
  TradeOff,
} from '../../src/decision/results.js'

/** What the made-up market looks like; every field has a default. */
export interface ReportFixtureOptions {
  readonly channels?: readonly string[]
  readonly organic?: readonly string[]
  readonly periods?: number
  /** null: no margin, so no ROI, profit, profit-max or break-even. */
  readonly margin?: number | null
  /** false: the KPI is units without a value, so only cost per KPI is left. */
  readonly valued?: boolean
  readonly passed?: boolean
  readonly currency?: string
}

const defaultChannels = ['tv', 'search', 'social', 'radio', 'display']

/** A plausible weekly retailer of 156 weeks and 5 channels in EUR: the same numbers for the same options, everywhere. */
export function reportFixture(options: ReportFixtureOptions = {}): ReportData {
  const market = createMarket(options)
  const channels = market.paid.map((channel) => channelSummary(market, channel))
  const organic = market.organic.map((name, index) => organicSummary(market, name, index))
  const summary = createSummary(market, [...channels, ...organic])
  const curves = market.paid.map((channel) => responseCurve(market, channel))
  const tradeOffs = market.paid.map((channel, index) => tradeOff(market, channel.name, curves[index]!))
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

interface MarketChannel {
  readonly name: string
  readonly spend: number
  /** Incremental KPI value at multiples of today, as shares of its ceiling. */
  readonly ceiling: number
  readonly half: number
  readonly slope: number
  readonly retention: number
  /** Relative standard deviation of everything this channel does. */
  readonly spread: number
  readonly pulse: readonly number[]
}

interface Market {
  readonly periods: readonly string[]
  readonly paid: readonly MarketChannel[]
  readonly organic: readonly string[]
  readonly margin: number | null
  readonly valued: boolean
  readonly currency: string
  readonly passed: boolean
  readonly random: () => number
}

function createMarket(options: ReportFixtureOptions): Market {
  const count = options.periods ?? 156
  const names = options.channels ?? defaultChannels
  const random = randomFrom(20240101)
  const paid = names.map((name, index): MarketChannel => {
    const spend = Math.round((4_600_000 * count) / 156 / (1 + 0.7 * index))
    const half = 0.6 + 0.35 * (index % 4)
    const slope = index % 4 === 3 ? 1.8 : 1
    const roas = [2.35, 5.1, 3.4, 1.9, 2.9][index % 5]!
    return {
      name,
      spend,
      half,
      slope,
      ceiling: (roas * spend) / hill(1, half, slope),
      retention: [0.72, 0.2, 0.45, 0.6, 0.35][index % 5]!,
      spread: [0.16, 0.24, 0.2, 0.42, 0.3][index % 5]!,
      pulse: pulses(count, index, random),
    }
  })
  const margin = options.margin === undefined ? 0.35 : options.margin
  const valued = options.valued ?? true
  return {
    periods: weeks(count),
    paid,
    organic: options.organic ?? [],
    valued,
    random,
    margin: valued ? margin : null,
    currency: options.currency ?? 'EUR',
    passed: options.passed ?? true,
  }
}

function pulses(count: number, index: number, random: () => number): number[] {
  const shares: number[] = []
  let carried = 0.6
  for (let t = 0; t < count; t++) {
    const on = index % 2 === 0 ? ((t + 5 * index) % 26 < 14 ? 1 : 0.08) : 1
    carried = 0.7 * carried + 0.3 * on * (0.6 + 0.8 * random())
    shares.push(carried)
  }
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / total)
}

/** KPI units of the money `value`: money itself, or units of 40 each where the KPI has no stated value. */
function kpiOf(market: Market, value: number): number {
  return market.valued ? value : value / 40
}

function channelReturns(market: Market, spend: number, value: number, spread: number, marginal: number): Returns {
  const { margin, valued } = market
  const incremental = estimate(value, spread * value)
  const roas = valued ? scaled(incremental, 1 / spend) : null
  const marginalRoas = valued ? estimate(marginal, 1.15 * spread * marginal) : null
  const kpi = scaled(incremental, kpiOf(market, 1))
  return {
    spend,
    contribution: scaled(kpi, 0.985),
    share: scaled(kpi, 0.985 / kpiOf(market, 1_250_000 * market.periods.length)),
    carriedIn: scaled(kpi, 0.01),
    carriedOut: scaled(kpi, 0.025),
    incrementalKpi: kpi,
    incrementalValue: valued ? incremental : null,
    profit: margin === null ? null : shifted(scaled(incremental, margin), -spend),
    roas,
    roi: margin === null || roas === null ? null : shifted(scaled(roas, margin), -1),
    marginalRoas,
    marginalRoi: margin === null || marginalRoas === null ? null : shifted(scaled(marginalRoas, margin), -1),
    costPerKpi: estimate(spend / kpi.mean, (spread * spend) / kpi.mean),
    pProfitable: margin === null ? null : round(probabilityAbove(margin * value - spend, margin * spread * value)),
  }
}

function channelSummary(market: Market, channel: MarketChannel): ChannelSummary {
  const value = channel.ceiling * hill(1, channel.half, channel.slope)
  const marginal =
    (channel.ceiling * (hill(1.01, channel.half, channel.slope) - hill(1, channel.half, channel.slope))) /
    (0.01 * channel.spend)
  const returns = channelReturns(market, channel.spend, value, channel.spread, marginal)
  const points = curvePoints(market, channel)
  const flags: string[] = []
  if (channel.name === 'search') flags.push('demand-capture')
  if (channel.spread > 0.4) flags.push('prior-driven')
  if (market.margin === null) flags.push('no-margin')
  if (points.roiMax === null && market.margin !== null) flags.push('roi-max-unknown')
  return {
    ...returns,
    name: channel.name,
    kind: 'paid',
    role: channel.name === 'search' ? 'demand-capture' : null,
    ...points,
    series: seriesOf(
      channel.pulse.map((share) => share * returns.contribution.mean),
      channel.spread,
    ),
    flags,
  }
}

function organicSummary(market: Market, name: string, index: number): ChannelSummary {
  const total = kpiOf(market, 1_400_000 / (1 + index))
  const contribution = estimate(total, 0.3 * total)
  const shares = pulses(market.periods.length, 2 * index + 1, market.random)
  return {
    name,
    kind: 'organic',
    role: null,
    spend: null,
    contribution,
    share: scaled(contribution, 1 / kpiOf(market, 1_250_000 * market.periods.length)),
    carriedIn: scaled(contribution, 0.01),
    carriedOut: scaled(contribution, 0.01),
    incrementalKpi: contribution,
    incrementalValue: null,
    profit: null,
    roas: null,
    roi: null,
    marginalRoas: null,
    marginalRoi: null,
    costPerKpi: null,
    pProfitable: null,
    profitMax: null,
    roiMax: null,
    breakEven: null,
    series: seriesOf(
      shares.map((share) => share * total),
      0.3,
    ),
    flags: [],
  }
}

function createSummary(market: Market, channels: readonly ChannelSummary[]): Summary {
  const count = market.periods.length
  const unit = kpiOf(market, 1)
  const baseline = market.periods.map(
    (_, t) => unit * (880_000 + 900 * t + 90_000 * wave(t / 52.18) + 25_000 * wave((2 * t) / 52.18)),
  )
  const price = market.periods.map((_, t) => unit * (t % 13 < 3 ? 42_000 : t % 13 === 7 ? -18_000 : 0))
  const temperature = market.periods.map((_, t) => unit * 21_000 * wave(t / 52.18 + 0.3))
  const blackFriday = market.periods.map((_, t) => (t % 52 === 47 ? unit * 260_000 : 0))
  const fitted = baseline.map((value, t) => {
    const media = channels.reduce((sum, channel) => sum + channel.series.mean[t]!, 0)
    return value + price[t]! + temperature[t]! + blackFriday[t]! + media
  })
  const noise = unit * 42_000
  const observed = fitted.map((value) => round(value + noise * normal(market.random)))
  const paid = channels.filter((channel) => channel.kind === 'paid')
  const value = market.paid.reduce((sum, channel) => sum + channel.ceiling * hill(1, channel.half, channel.slope), 0)
  const spend = market.paid.reduce((sum, channel) => sum + channel.spend, 0)
  const marginal = paid.reduce((sum, channel) => sum + (channel.spend! / spend) * (channel.marginalRoas?.mean ?? 0), 0)
  const media = channelReturns(market, spend, value, 0.11, marginal)
  const ids = market.passed
    ? []
    : [
        {
          id: 'negative-baseline',
          probability: 0.31,
          ok: false,
          message: 'The baseline is negative in some period with probability 31 %.',
        },
      ]
  return {
    format: 'mixwright.summary/1',
    fingerprint: {
      spec: 'c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2',
      data: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      seed: 1,
      version: '0.1.0',
    },
    method: 'regression',
    window: { from: market.periods[0]!, to: market.periods.at(-1)!, period: 'week', periods: count, tailPeriods: 14 },
    periods: market.periods,
    kpi: {
      kind: market.valued ? 'revenue' : 'units',
      currency: market.currency,
      total: round(observed.reduce((sum, x) => sum + x, 0)),
      value: market.valued ? 1 : null,
      margin: market.margin,
    },
    media: { ...media, flags: market.margin === null ? ['no-margin'] : [] },
    channels,
    groups:
      market.paid.length < 3
        ? []
        : [{ name: 'offline', channels: [paid[0]!.name, paid[2]!.name], ...groupReturns(market, [0, 2]) }],
    treatments: [part('price', price)],
    controls: [part('temperature', temperature), part('black friday', blackFriday)],
    baseline: { contribution: estimate(total(baseline), 0.04 * total(baseline)), series: seriesOf(baseline, 0.05) },
    fitted: seriesOf(fitted, 0.012),
    predictive: { q05: fitted.map((x) => round(x - 1.7 * noise)), q95: fitted.map((x) => round(x + 1.7 * noise)) },
    observed,
    quality: {
      r2: 0.921,
      adjustedR2: 0.908,
      mape: 0.0312,
      nrmse: 0.0409,
      durbinWatson: 1.41,
      durbinWatsonInnovations: 1.968,
    },
    diagnostics: {
      passed: market.passed,
      advice: market.passed ? [] : ['12 of 400 replicates did not converge: raise `fit.starts`.'],
      chains: null,
      draws: 400,
      divergences: null,
      rhatMax: null,
      essBulkMin: null,
      essTailMin: null,
      ebfmiMin: null,
    },
    plausibility: [
      ...ids,
      {
        id: 'media-above-60-percent',
        probability: 0.004,
        ok: true,
        message: 'Paid media cause more than 60 % of sales with probability below 1 %.',
      },
    ],
    flags: [],
    timing: { readMs: 14, fitMs: 3120, totalMs: 3300, gradients: 81234 },
  }
}

function groupReturns(market: Market, indices: readonly number[]): Returns {
  const members = indices.map((index) => market.paid[index]!)
  const spend = members.reduce((sum, channel) => sum + channel.spend, 0)
  const value = members.reduce((sum, channel) => sum + channel.ceiling * hill(1, channel.half, channel.slope), 0)
  return channelReturns(market, spend, value, 0.15, (0.6 * value) / spend)
}

function part(name: string, series: readonly number[]): PartSummary {
  const sum = total(series)
  return { name, contribution: estimate(sum, 0.2 * Math.abs(sum)), series: seriesOf(series, 0.2) }
}

const multiples = [0, ...range(1, 30).map((step) => step / 10), ...range(7, 20).map((step) => step / 2)]

function responseCurve(market: Market, channel: MarketChannel): ResponseCurve {
  const value = multiples.map((multiple) => channel.ceiling * hill(multiple, channel.half, channel.slope))
  return curveFrom(market, channel.name, channel.spend, value, channel.spread)
}

function curveFrom(
  market: Market,
  name: string,
  today: number,
  value: readonly number[],
  spread: number,
): ResponseCurve {
  const spend = multiples.map((multiple) => round(multiple * today))
  const { margin, valued } = market
  const widening = multiples.map((multiple) => spread * (1 + 0.12 * Math.max(0, multiple - 1)))
  const ratio = (index: number): number | null => (spend[index] === 0 ? null : value[index]! / spend[index]!)
  const slope = (index: number): number => {
    const i = Math.max(1, index)
    return (value[i]! - value[i - 1]!) / (spend[i]! - spend[i - 1]!)
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

function curvePoints(
  market: Market,
  channel: MarketChannel,
): { profitMax: CurvePoint | null; roiMax: CurvePoint | null; breakEven: CurvePoint | null } {
  const { margin } = market
  if (margin === null) return { profitMax: null, roiMax: null, breakEven: null }
  let best = 0
  let breakEven = 0
  const profit = (multiple: number): number =>
    margin * channel.ceiling * hill(multiple, channel.half, channel.slope) - multiple * channel.spend
  for (let step = 0; step <= 1000; step++) {
    if (profit(step / 100) > profit(best)) best = step / 100
    if (profit(step / 100) >= 0) breakEven = step / 100
  }
  const point = (multiple: number, near: boolean): CurvePoint => {
    const spend = round(multiple * channel.spend)
    return {
      spend,
      nearOptimal: near ? [round(0.84 * spend), round(1.18 * spend)] : null,
      perDraw: { median: spend, q05: round(0.62 * spend), q95: round(1.5 * spend) },
      pNever: multiple === 0 ? 0.71 : 0.02,
      pBeyond: multiple > 8 ? 0.2 : 0.01,
    }
  }
  const sShaped = channel.slope > 1
  const tangent = channel.half * Math.sqrt(channel.slope - 1)
  return {
    profitMax: point(best, true),
    breakEven: point(breakEven, false),
    roiMax: sShaped ? (best > 0 ? point(Math.min(tangent, best), false) : point(0, false)) : null,
  }
}

function tradeOff(market: Market, name: string, curve: ResponseCurve): TradeOff {
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

function totalTradeOff(market: Market, curves: readonly ResponseCurve[]): TradeOff {
  const spend = market.paid.reduce((sum, channel) => sum + channel.spend, 0)
  const value = multiples.map((_, index) =>
    curves.reduce((sum, curve) => sum + curve.kpi.mean[index]! / kpiOf(market, 1), 0),
  )
  const curve = curveFrom(market, 'total', spend, value, 0.1)
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
    profitMax: profit === undefined ? null : point(multiples[best]!, true),
    breakEven: profit === undefined ? null : point(multiples[last]!, false),
    sentence:
      'At today’s mix, profit is highest near 1.1 times today’s budget; between 0.9 and 1.3 times it is within 1 % of the maximum.',
  }
}

function namedPlans(market: Market): NamedPlan[] {
  const shifts: Readonly<Record<NamedPlan['name'], (index: number) => number>> = {
    today: () => 1,
    'same-sales-for-less': (index) => [0.75, 1.2, 1.1, 0.8, 1.05][index % 5]!,
    'best-split': (index) => [0.82, 1.3, 1.2, 0.86, 1.15][index % 5]!,
    'profit-max': (index) => [0.9, 1.6, 1.45, 0.95, 1.3][index % 5]!,
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
    const returns = channelReturns(market, totalSpend, value, 0.11, 1)
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

function adstock(channel: MarketChannel): ReportData['adstock'][number] {
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

function seriesOf(mean: readonly number[], spread: number): SeriesEstimate {
  return seriesWith(
    mean,
    mean.map(() => spread),
  )
}

function seriesWith(mean: readonly number[], spread: readonly number[]): SeriesEstimate {
  const each = mean.map((x, index) => estimate(x, spread[index]! * Math.abs(x)))
  return {
    mean: each.map((e) => e.mean),
    median: each.map((e) => e.median),
    sd: each.map((e) => e.sd),
    q05: each.map((e) => e.q05),
    q95: each.map((e) => e.q95),
  }
}

function nullableWith(mean: readonly (number | null)[], spread: readonly number[]): NullableSeries {
  const each = mean.map((x, index) => (x === null ? null : estimate(x, spread[index]! * Math.abs(x))))
  const field = (key: keyof Estimate): (number | null)[] => each.map((e) => (e === null ? null : e[key]))
  return { mean: field('mean'), median: field('median'), sd: field('sd'), q05: field('q05'), q95: field('q95') }
}

function shiftedSeries(series: NullableSeries, by: number): NullableSeries {
  const shift = (values: readonly (number | null)[]): (number | null)[] =>
    values.map((x) => (x === null ? null : round(x + by)))
  return {
    mean: shift(series.mean),
    median: shift(series.median),
    sd: series.sd,
    q05: shift(series.q05),
    q95: shift(series.q95),
  }
}

function shiftedBy(series: SeriesEstimate, spend: readonly number[]): SeriesEstimate {
  const shift = (values: readonly number[]): number[] => values.map((x, index) => round(x - spend[index]!))
  return {
    mean: shift(series.mean),
    median: shift(series.median),
    sd: series.sd,
    q05: shift(series.q05),
    q95: shift(series.q95),
  }
}

function estimate(mean: number, sd: number): Estimate {
  return {
    mean: round(mean),
    median: round(mean - 0.03 * sd),
    sd: round(sd),
    q05: round(mean - 1.6 * sd),
    q95: round(mean + 1.7 * sd),
  }
}

function scaled(e: Estimate, by: number): Estimate {
  return {
    mean: round(e.mean * by),
    median: round(e.median * by),
    sd: round(e.sd * by),
    q05: round(e.q05 * by),
    q95: round(e.q95 * by),
  }
}

function shifted(e: Estimate, by: number): Estimate {
  return {
    mean: round(e.mean + by),
    median: round(e.median + by),
    sd: e.sd,
    q05: round(e.q05 + by),
    q95: round(e.q95 + by),
  }
}

/** Share of a symmetric triangular distribution that lies above zero: good enough for a made-up probability. */
function probabilityAbove(mean: number, sd: number): number {
  const z = Math.max(-2.4, Math.min(2.4, mean / sd)) / 2.4
  return z < 0 ? (1 + z) ** 2 / 2 : 1 - (1 - z) ** 2 / 2
}

/** Slope 1 and 1.8 only, by square roots, so that every engine gives the same bits. */
function hill(x: number, half: number, slope: number): number {
  const power = (y: number): number => (slope === 1 ? y : y * Math.sqrt(y) * Math.sqrt(Math.sqrt(y)))
  return power(x) / (power(x) + power(half))
}

/** A wave of period 1 between -1 and 1, from a parabola. */
function wave(x: number): number {
  const phase = x - Math.floor(x)
  const y = phase < 0.5 ? 4 * phase * (2 - 4 * phase) : -(4 * phase - 2) * (4 - 4 * phase)
  return Math.max(-1, Math.min(1, y))
}

function weeks(count: number): string[] {
  return range(0, count - 1).map((t) => new Date(Date.UTC(2023, 0, 2 + 7 * t)).toISOString().slice(0, 10))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function round(value: number): number {
  return Number(value.toPrecision(8))
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state + 0.5) / 4294967296
  }
}

/** Sum of twelve uniforms: near enough to a Normal. */
function normal(random: () => number): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random()
  return sum
}
