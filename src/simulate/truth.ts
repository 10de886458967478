import type { CarryOver, ChannelWorld } from './world.js'
import type { Ground, Mechanism } from './forward.js'
import { runMarket } from './forward.js'
import type { MarketState } from './market-state.js'
import { withoutMedia } from './market-state.js'
import type { CurvePoints, TrueCurve } from './true-curve.js'
import { curvePoints, kpiAtMultiple, marginalKpi, trueCurve } from './true-curve.js'
import { isoDay } from '../data/calendar/civil-date.js'

/** What is true of a simulated market, by the definitions that a fit's summary uses. Money over the whole window. */
export interface Truth {
  readonly format: 'mixwright.truth/1'
  readonly world: string
  readonly title: string
  readonly seed: number
  readonly window: { readonly from: string; readonly to: string; readonly period: 'week'; readonly periods: number }
  readonly currency: string
  readonly margin: number
  readonly kpi: { readonly column: string; readonly observed: number; readonly expected: number }
  /** All paid media together. */
  readonly media: ReturnsTruth
  readonly channels: readonly ChannelTruth[]
  readonly treatments: readonly PartTruth[]
  /** Controls, and events among them. */
  readonly controls: readonly PartTruth[]
  readonly baseline: PartTruth
  /** Standard deviation is that of the noise itself, not of its innovations. */
  readonly noise: {
    readonly sd: number
    readonly correlation: number
    /** Degrees of freedom of Student's t; left out where the noise is normal. */
    readonly degrees?: number
    readonly series: readonly number[]
  }
  /** Expected KPI per week: baseline + treatments + controls + channels. */
  readonly expected: readonly number[]
}

/** Contribution counts the window's KPI whoever caused it; what is incremental counts the window's spend, tail included. */
interface ReturnsTruth {
  readonly spend: number | null
  readonly contribution: number
  readonly share: number
  readonly carriedIn: number
  readonly carriedOut: number
  readonly incrementalKpi: number
  readonly profit: number | null
  readonly roas: number | null
  readonly roi: number | null
  readonly marginalRoas: number | null
  readonly marginalRoi: number | null
  readonly costPerKpi: number | null
}

interface ChannelTruth extends ReturnsTruth {
  readonly name: string
  readonly kind: 'paid' | 'organic'
  readonly role: 'demand-capture' | null
  readonly carryOver: CarryOver
  /** In the unit of the media: `half` per week, `ceiling` in KPI per week. */
  readonly response: { readonly kind: string; readonly ceiling: number; readonly half: number; readonly slope: number }
  /** How far the response follows demand's season; left out where it doesn't. */
  readonly withSeason?: number
  readonly profitMax: CurvePoints['profitMax'] | null
  readonly roiMax: CurvePoints['roiMax'] | null
  readonly breakEven: CurvePoints['breakEven'] | null
  /** Incremental KPI with the tail at multiples of the channel's own history in the window. */
  readonly curve: TrueCurve
  readonly series: readonly number[]
}

interface PartTruth {
  readonly name: string
  readonly contribution: number
  readonly series: readonly number[]
}

/** The truth of a drawn market: every figure a difference of two runs of its own loop on the same noise. */
export function marketTruth(state: MarketState): Truth {
  const { world } = state
  const tail = Math.max(...state.mechanisms.map((mechanism) => mechanism.weights.length))
  const runs = new Runs(state, tail)
  const expected = runs.expected()
  const total = sum(expected)
  const channels = world.channels.map((channel, c) => channelTruth(channel, c, runs, total))
  const paid = world.channels.flatMap((channel, c) => (channel.kind === 'paid' ? [c] : []))
  const part = (name: string, kpi: Float64Array): PartTruth => {
    const series = Array.from(kpi.subarray(runs.from, runs.to))
    return { name, contribution: sum(series), series }
  }
  const parts = state.parts.map(({ name, kind, kpi }) => ({ kind, truth: part(name, kpi) }))
  return {
    format: 'mixwright.truth/1',
    world: world.name,
    title: world.title,
    seed: world.seed,
    window: {
      from: world.firstWeek,
      to: isoDay(state.mondays[state.mondays.length - 1]),
      period: 'week',
      periods: world.weeks,
    },
    currency: world.currency,
    margin: world.kpi.margin,
    kpi: { column: world.kpi.column, observed: sum(runs.observed()), expected: total },
    media: returns(paid, runs, total),
    channels,
    treatments: parts.filter(({ kind }) => kind === 'treatment').map(({ truth }) => truth),
    controls: parts.filter(({ kind }) => kind !== 'treatment').map(({ truth }) => truth),
    baseline: part('baseline', state.baseline),
    noise: {
      sd: world.noise.sd * world.base.level,
      correlation: world.noise.correlation,
      ...(world.noise.degrees !== undefined && { degrees: world.noise.degrees }),
      series: part('noise', state.noise).series,
    },
    expected,
  }
}

/** Runs of one market under changed media; every run lasts until the slowest effect of the last week is over. */
class Runs {
  readonly from: number
  readonly to: number
  readonly mechanisms: readonly Mechanism[]
  readonly spend: readonly (Float64Array | null)[]
  readonly margin: number
  private readonly ground: Ground
  private readonly media: readonly Float64Array[]

  constructor(state: MarketState, tail: number) {
    this.from = state.world.history.weeks
    this.to = state.mondays.length
    this.mechanisms = state.mechanisms
    this.margin = state.world.kpi.margin
    this.spend = state.plans.map(({ spend }) => spend && spend.subarray(this.from))
    this.media = state.plans.map(({ media }) => extended(media, tail))
    this.ground = {
      withoutMedia: extended(withoutMedia(state.baseline, state.parts), tail),
      noise: extended(state.noise, tail),
    }
  }

  /** KPI in every week, the tail included, when `change` has been made to the media of some channels. */
  run(channels: readonly number[], change: (media: Float64Array) => Float64Array): Float64Array {
    const media = this.media.map((own, c) => (channels.includes(c) ? change(own) : own))
    return runMarket(this.ground, this.mechanisms, media)
  }

  /** KPI as it happened, before rounding, in the window. */
  observed(): Float64Array {
    return this.run([], same).subarray(this.from, this.to)
  }

  expected(): number[] {
    return Array.from(this.observed(), (kpi, t) => kpi - this.ground.noise[this.from + t])
  }

  /** Media with nothing bought in the window: what was bought before it remains. */
  readonly onlyBefore = (media: Float64Array): Float64Array => media.map((level, t) => (t < this.from ? level : 0))

  /** The channel's media from history to the end of the tail. */
  mediaOf(channel: number): Float64Array {
    return this.media[channel]
  }
}

function returns(channels: readonly number[], runs: Runs, total: number): ReturnsTruth {
  const actual = runs.run([], same)
  const never = runs.run(channels, nothing)
  const before = runs.run(channels, runs.onlyBefore)
  const contribution = differenceOver(actual, never, runs.from, runs.to)
  const carriedIn = differenceOver(before, never, runs.from, runs.to)
  const carriedOut = differenceOver(actual, before, runs.to, actual.length)
  const incrementalKpi = differenceOver(actual, before, runs.from, actual.length)
  const spends = channels.map((c) => runs.spend[c])
  const money = spends.every((spend) => spend !== null)
    ? spends.reduce((all, spend) => all + sum(spend ?? []), 0)
    : null
  const common = { contribution, share: contribution / total, carriedIn, carriedOut, incrementalKpi }
  if (money === null || money === 0) return { spend: money, ...common, ...noReturn }
  const slope = channels.reduce((all, c) => all + marginalKpi(runs.mechanisms[c], runs.mediaOf(c), runs), 0)
  const roas = incrementalKpi / money
  const marginalRoas = slope / money
  return {
    spend: money,
    ...common,
    profit: runs.margin * incrementalKpi - money,
    roas,
    roi: runs.margin * roas - 1,
    marginalRoas,
    marginalRoi: runs.margin * marginalRoas - 1,
    costPerKpi: incrementalKpi > 0 ? money / incrementalKpi : null,
  }
}

const noReturn = {
  profit: null,
  roas: null,
  roi: null,
  marginalRoas: null,
  marginalRoi: null,
  costPerKpi: null,
}

function channelTruth(channel: ChannelWorld, c: number, runs: Runs, total: number): ChannelTruth {
  const actual = runs.run([], same)
  const never = runs.run([c], nothing)
  const series = Array.from(actual.subarray(runs.from, runs.to), (kpi, t) => kpi - never[runs.from + t])
  const mechanism = runs.mechanisms[c]
  const media = runs.mediaOf(c)
  const own = returns([c], runs, total)
  const points =
    own.spend === null
      ? null
      : curvePoints(mechanism, media, { from: runs.from, to: runs.to, margin: runs.margin, spend: own.spend })
  return {
    name: channel.name,
    kind: channel.kind,
    role: channel.role,
    ...own,
    carryOver: channel.carryOver,
    response: mechanism.response,
    ...(channel.withSeason !== undefined && { withSeason: channel.withSeason }),
    profitMax: points && points.profitMax,
    roiMax: points && points.roiMax,
    breakEven: points && points.breakEven,
    curve: trueCurve((multiple) => kpiAtMultiple(mechanism, media, runs, multiple), own.spend),
    series,
  }
}

function same(media: Float64Array): Float64Array {
  return media
}

function nothing(media: Float64Array): Float64Array {
  return new Float64Array(media.length)
}

function extended(series: Float64Array, tail: number): Float64Array {
  const out = new Float64Array(series.length + tail)
  out.set(series)
  return out
}

function differenceOver(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let total = 0
  for (let t = from; t < to; t++) total += a[t] - b[t]
  return total
}

function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i]
  return total
}
