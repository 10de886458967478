import type { Fingerprint } from '../../fit/fit.js'
import type { ClusteredFigure } from '../../numeric/stats/clustered.js'
import type { Estimate } from '../estimate.js'
import type { Measure } from './channel-answers.js'
import type { Narrowing } from './narrowing.js'

/** What a user's own data can find: known effects planted in them, and what refits made of these; `validate --recovery --json` prints it. */
export interface Recovery {
  readonly format: 'mixwright.recovery/1'
  readonly fingerprint: Fingerprint
  /** The fit window, over which every figure is taken. */
  readonly window: StudyWindow
  readonly kpiKind: 'revenue' | 'units'
  readonly currency: string
  /** How every world was fitted. */
  readonly refits: QuickRefits
  readonly planted: {
    /** How many worlds were planted, and how many were fitted well enough to be counted. */
    readonly worlds: number
    readonly counted: number
    /** Multiples of the fitted contribution; 0 is a dead channel. */
    readonly levels: readonly number[]
    /** Counted worlds whose carry-over and saturation are of other families than those fitted. */
    readonly otherShapes: number
  }
  /** Share of planted effects, the zeros apart, that the interval of nine in ten cases held, over all channels. */
  readonly coverage: ClusteredFigure
  /** The same where carry-over and saturation are of the families fitted, and where they are of others; null without such worlds. */
  readonly coverageByShape: { readonly fitted: ClusteredFigure | null; readonly other: ClusteredFigure | null }
  /** In the order of the spec. */
  readonly channels: readonly ChannelRecovery[]
  /** Why a world was left out, a sentence each. */
  readonly leftOut: readonly string[]
}

export interface StudyWindow {
  readonly from: string
  readonly to: string
  readonly period: string
  readonly periods: number
}

export interface QuickRefits {
  readonly method: 'bayes'
  readonly chains: number
  /** Of each chain. */
  readonly draws: number
}

/** What refits found of one channel. */
export interface ChannelRecovery {
  readonly name: string
  /** What was asked of it; `answer`s are in its unit. */
  readonly measure: Measure
  /** Worlds with a planted effect above 0; null figures where there are none. */
  readonly alive: {
    readonly worlds: number
    /** Median over worlds of half the interval's width over the truth: `known to within 60 %`. */
    readonly halfWidth: number
    /** Median over worlds of the square root of the interval's upper over its lower end; null where a lower end is not above 0. */
    readonly factor: number | null
    /** How often the interval of nine in ten cases held the truth. */
    readonly coverage: ClusteredFigure
    /** Median over worlds of (estimate - truth) / truth. */
    readonly error: number
  }
  /** Worlds in which the channel does nothing. */
  readonly dead: {
    readonly worlds: number
    /** Mean estimates over them: what a channel that does nothing is credited with. */
    readonly answer: number
    readonly share: number
    /** In how many of them a profit was more likely than not; null without a margin. */
    readonly profitable: number | null
  }
  /** Smallest effects, in the unit of `measure`, whose whole interval typically lies above a threshold; null where none that was planted would. */
  readonly smallest: {
    /** Above what a dead channel is credited with, and above nothing. */
    readonly aboveDead: number | null
    readonly aboveBreakEven: number | null
    /** The ROAS at which spend earns what it costs; null without a margin. */
    readonly breakEven: number | null
    readonly largestPlanted: number
  }
  /** What would narrow the interval. */
  readonly narrowing: Narrowing
  /** World by world, in order. */
  readonly worlds: readonly WorldAnswer[]
}

/** One channel in one world. */
export interface WorldAnswer {
  readonly world: number
  readonly level: number
  readonly otherShape: boolean
  /** In the unit of `measure`. */
  readonly truth: number
  readonly answer: Estimate
  readonly share: Estimate
  readonly profitable: number | null
}
