import { log } from '../../numeric/special/exp-log.js'
import { channelTrait, type ChannelTrait } from '../families/channel-trait.js'
import type { Truth } from '../truth.js'
import type { World } from '../world.js'
import { holds, intervalScore, type Bounds } from './interval-score.js'

/** What an estimate says of a channel or of all paid media; `Summary` says all of it. Null: not said. */
export interface EstimatedReturns {
  readonly contribution: Bounds
  readonly roas: Bounds | null
  readonly marginalRoas: Bounds | null
  readonly pProfitable: number | null
}

/** What is judged against the truth of a market. */
export interface Estimates {
  readonly media: EstimatedReturns
  readonly channels: readonly (EstimatedReturns & {
    readonly name: string
    /** Contribution by period; null where the estimate has no bands. */
    readonly series: { readonly q05: readonly number[]; readonly q95: readonly number[] } | null
  })[]
}

/** One figure beside its truth. */
export interface Judgement {
  readonly truth: number
  /** Null where the fit failed; such a figure is not held. */
  readonly bounds: Bounds | null
  readonly held: boolean
  /** Log of estimate over truth, within ±log 100; null where the truth is not above 0 or there is no estimate. */
  readonly logError: number | null
  readonly score: number | null
}

/** How a fit did on one channel, or on all paid media, of one market. */
export interface ReturnsScore {
  /** Name of the channel; `paid media`. */
  readonly name: string
  readonly trait: ChannelTrait | 'paid media'
  /** Of the market's expected sales, in per cent. */
  readonly contribution: Judgement
  readonly roas: Judgement
  readonly marginalRoas: Judgement
  /** Share of weeks whose contribution the weekly band holds; null where there is no band to judge. */
  readonly weeksHeld: number | null
  /** Whether the more probable side of break-even is the true one. */
  readonly rightSide: boolean
  /** What warned of it. */
  readonly flags: readonly string[]
}

/** How a fit did on one market: a score for every paid channel, and for all of them together. */
export interface MarketScore {
  readonly world: string
  readonly channels: readonly ReturnsScore[]
  readonly paid: ReturnsScore
  /** Why there is no estimate, or none to be believed; null where there is. */
  readonly failure: string | null
}

export interface ScoreMarketInput {
  readonly world: World
  readonly truth: Truth
  /** Null where the fit gave none. */
  readonly estimates: Estimates | null
  /** Why the fit failed or is not to be believed: nothing is then held. @defaultValue null */
  readonly failure?: string | null
  /** Warnings, by channel name and under `paid media`. @defaultValue none */
  readonly flags?: Readonly<Record<string, readonly string[]>>
}

/** Errors beyond this factor count as this factor: an estimate of nothing has no finite log. */
const MOST_RATIO = 100
const PAID = 'paid media'

/** Judges what was estimated of a market against its truth; a failure counts as a miss of everything. */
export function scoreMarket({ world, truth, estimates, failure = null, flags = {} }: ScoreMarketInput): MarketScore {
  const believed = failure === null
  const context = { sales: truth.kpi.expected, margin: truth.margin, believed }
  const paid = truth.channels.filter(({ kind }) => kind === 'paid')
  return {
    world: truth.world,
    failure,
    channels: paid.map((own) => {
      const estimate = estimates?.channels.find(({ name }) => name === own.name) ?? null
      const channel = world.channels.find(({ name }) => name === own.name)
      if (channel === undefined) throw new Error(`The world ${world.name} has no channel ${own.name}.`)
      return {
        name: own.name,
        trait: channelTrait(world, channel),
        ...judgedReturns(own, estimate, context),
        weeksHeld: weeksHeld(own.series, estimate, believed),
        flags: flags[own.name] ?? [],
      }
    }),
    paid: {
      name: PAID,
      trait: PAID,
      ...judgedReturns(truth.media, estimates?.media ?? null, context),
      weeksHeld: null,
      flags: flags[PAID] ?? [],
    },
  }
}

interface Context {
  readonly sales: number
  readonly margin: number
  readonly believed: boolean
}

function judgedReturns(
  truth: Pick<Truth['media'], 'contribution' | 'roas' | 'marginalRoas'>,
  estimate: EstimatedReturns | null,
  { sales, margin, believed }: Context,
): Pick<ReturnsScore, 'contribution' | 'roas' | 'marginalRoas' | 'rightSide'> {
  const percent = 100 / sales
  const pays = margin * (truth.roas ?? 0) > 1
  return {
    contribution: judged(truth.contribution * percent, scaled(estimate?.contribution ?? null, percent), believed),
    roas: judged(truth.roas ?? 0, estimate?.roas ?? null, believed),
    marginalRoas: judged(truth.marginalRoas ?? 0, estimate?.marginalRoas ?? null, believed),
    rightSide: believed && estimate !== null && (estimate.pProfitable ?? 0) > 0.5 === pays,
  }
}

function judged(truth: number, bounds: Bounds | null, believed: boolean): Judgement {
  if (bounds === null) return { truth, bounds, held: false, logError: null, score: null }
  return {
    truth,
    bounds,
    held: believed && holds(bounds, truth),
    logError: truth > 0 ? logRatio(bounds.median, truth) : null,
    score: intervalScore(bounds, truth),
  }
}

function logRatio(estimate: number, truth: number): number {
  return log(Math.min(MOST_RATIO, Math.max(1 / MOST_RATIO, estimate / truth)))
}

function scaled(bounds: Bounds | null, factor: number): Bounds | null {
  if (bounds === null) return null
  return { median: factor * bounds.median, q05: factor * bounds.q05, q95: factor * bounds.q95 }
}

function weeksHeld(
  truth: readonly number[],
  estimate: Estimates['channels'][number] | null,
  believed: boolean,
): number | null {
  if (estimate === null || !believed) return 0
  const { series } = estimate
  if (series === null) return null
  const held = truth.filter((kpi, t) => series.q05[t] <= kpi && kpi <= series.q95[t]).length
  return held / truth.length
}
