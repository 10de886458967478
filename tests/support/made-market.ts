import type {
  ChannelSummary,
  CurvePoint,
  PartSummary,
  Returns,
  Summary,
  TreatmentElasticity,
} from '../../src/decision/results.js'
import {
  estimate,
  hill,
  normal,
  probabilityAbove,
  randomFrom,
  round,
  scaled,
  seriesOf,
  shifted,
  total,
  wave,
  weeks,
} from './made-figures.js'
import { madeHoldout } from './made-holdout.js'

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

export interface MarketChannel {
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

export interface Market {
  readonly periods: readonly string[]
  readonly paid: readonly MarketChannel[]
  readonly organic: readonly string[]
  readonly margin: number | null
  readonly valued: boolean
  readonly currency: string
  readonly passed: boolean
  readonly random: () => number
}

export function createMarket(options: ReportFixtureOptions): Market {
  const count = options.periods ?? 156
  const names = options.channels ?? defaultChannels
  const random = randomFrom(20240101)
  const paid = names.map((name, index): MarketChannel => {
    const spend = Math.round((4_600_000 * count) / 156 / (1 + 0.7 * index))
    const half = 0.6 + 0.35 * (index % 4)
    const slope = index % 4 === 3 ? 1.8 : 1
    const roas = [2.35, 5.1, 3.4, 1.9, 2.9][index % 5]
    return {
      name,
      spend,
      half,
      slope,
      ceiling: (roas * spend) / hill(1, half, slope),
      retention: [0.72, 0.2, 0.45, 0.6, 0.35][index % 5],
      spread: [0.16, 0.24, 0.2, 0.42, 0.3][index % 5],
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
export function kpiOf(market: Market, value: number): number {
  return market.valued ? value : value / 40
}

/** Money spent and caused, the relative spread of the latter, and the ROAS of the next unit. */
export interface MadeReturn {
  readonly spend: number
  readonly value: number
  readonly spread: number
  readonly marginal: number
}

export function channelReturns(market: Market, { spend, value, spread, marginal }: MadeReturn): Returns {
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

export function channelSummary(market: Market, channel: MarketChannel): ChannelSummary {
  const value = channel.ceiling * hill(1, channel.half, channel.slope)
  const marginal =
    (channel.ceiling * (hill(1.01, channel.half, channel.slope) - hill(1, channel.half, channel.slope))) /
    (0.01 * channel.spend)
  const returns = channelReturns(market, { spend: channel.spend, value, spread: channel.spread, marginal })
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

export function organicSummary(market: Market, name: string, index: number): ChannelSummary {
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

export function createSummary(market: Market, channels: readonly ChannelSummary[]): Summary {
  const count = market.periods.length
  const unit = kpiOf(market, 1)
  const baseline = market.periods.map(
    (_, t) => unit * (880_000 + 900 * t + 90_000 * wave(t / 52.18) + 25_000 * wave((2 * t) / 52.18)),
  )
  const price = market.periods.map((_, t) => unit * (t % 13 < 3 ? 42_000 : t % 13 === 7 ? -18_000 : 0))
  const temperature = market.periods.map((_, t) => unit * 21_000 * wave(t / 52.18 + 0.3))
  const blackFriday = market.periods.map((_, t) => (t % 52 === 47 ? unit * 260_000 : 0))
  const fitted = baseline.map((value, t) => {
    const media = channels.reduce((sum, channel) => sum + channel.series.mean[t], 0)
    return value + price[t] + temperature[t] + blackFriday[t] + media
  })
  const noise = unit * 42_000
  const observed = fitted.map((value) => round(value + noise * normal(market.random)))
  const paid = channels.filter((channel) => channel.kind === 'paid')
  const value = market.paid.reduce((sum, channel) => sum + channel.ceiling * hill(1, channel.half, channel.slope), 0)
  const spend = market.paid.reduce((sum, channel) => sum + channel.spend, 0)
  const marginal = paid.reduce((sum, channel) => sum + (channel.spend! / spend) * (channel.marginalRoas?.mean ?? 0), 0)
  const media = channelReturns(market, { spend, value, spread: 0.11, marginal })
  const { periods, valued } = market
  const holdout = madeHoldout({ periods, observed, fitted, noise, valued, media, channels: paid })
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
    window: { from: market.periods[0], to: market.periods.at(-1)!, period: 'week', periods: count, tailPeriods: 14 },
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
        : [{ name: 'offline', channels: [paid[0].name, paid[2].name], ...groupReturns(market, [0, 2]), flags: [] }],
    treatments: [{ ...part('price', price), ...priceElasticity(kpiOf(market, 1_250_000)) }],
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
    holdout,
    holdoutReason: holdout === null ? 'A hold-out needs a year of data (52 weeks) before the last 13 weeks.' : null,
    flags: [],
    timing: { readMs: 14, fitMs: 3120, totalMs: 3300, gradients: 81234 },
  }
}

function priceElasticity(kpi: number): TreatmentElasticity {
  return {
    elasticity: estimate(-1.31, 0.17),
    elasticityAt: { column: 'price', treatment: 9.84, kpi },
    elasticityNote: null,
  }
}

function groupReturns(market: Market, indices: readonly number[]): Returns {
  const members = indices.map((index) => market.paid[index])
  const spend = members.reduce((sum, channel) => sum + channel.spend, 0)
  const value = members.reduce((sum, channel) => sum + channel.ceiling * hill(1, channel.half, channel.slope), 0)
  return channelReturns(market, { spend, value, spread: 0.15, marginal: (0.6 * value) / spend })
}

function part(name: string, series: readonly number[]): PartSummary {
  const sum = total(series)
  return { name, contribution: estimate(sum, 0.2 * Math.abs(sum)), series: seriesOf(series, 0.2) }
}

export function curvePoints(
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
