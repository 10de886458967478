import type { Summary } from '../../decision/results.js'
import type { Fit } from '../../fit/fit.js'
import { InputError } from '../../check/errors.js'
import { summarise } from '../../decision/analysis/summarise.js'
import type { ChannelTotals } from '../../decision/counterfactual/totals.js'
import { buildSummary } from '../../decision/summary/build-summary.js'
import { analyseFit, type FitAnalysis } from '../../decision/summary/fit-analysis.js'
import { channelReason, differenceSentences, differencesOf, type Differences } from './differences.js'
import { monteCarloError } from './monte-carlo-error.js'
import { moveOf, type ChannelMoves, type Figure, type Moves } from './move.js'
import { comparePredictions, type PredictionComparison } from './prediction-comparison.js'
import { judgedBy, whatMoved } from './what-moved.js'

/** What moved between two fits, over the periods that both have, and what differs between them. */
export interface Comparison {
  readonly format: 'mixwright.compare/1'
  readonly window: { readonly from: string; readonly to: string; readonly period: string; readonly periods: number }
  readonly before: Identity
  readonly after: Identity
  readonly reasons: Differences
  /** What moved and what differs, in one sentence. */
  readonly headline: string
  /** What differs in whole sentences, the likeliest reason first. */
  readonly sentences: readonly string[]
  readonly quality: { readonly before: Summary['quality']; readonly after: Summary['quality'] }
  /** Which of them predicts better; null where they don't predict the same. */
  readonly prediction: PredictionComparison | null
  /** Of the later fit. */
  readonly kpi: Summary['kpi']
  /** All paid media together. */
  readonly media: Moves
  readonly channels: readonly ChannelMoves[]
}

interface Identity {
  readonly name: string
  readonly fingerprint: Fit['fingerprint']
  readonly method: string
}

/**
 * Compares two fits on the periods that both have: both are summarised again over that window.
 *
 * @throws InputError if they have no period in common, or periods of different lengths.
 */
export function compareFits(before: Fit, after: Fit): Comparison {
  const shared = sharedWindow(before, after)
  const analyses = { before: analyseFit(before, shared.before), after: analyseFit(after, shared.after) }
  const old = buildSummary(analyses.before)
  const now = buildSummary(analyses.after)
  const reasons = differencesOf(before, after)
  const { from, to, period, periods } = now.window
  const channels = compareChannels(analyses, reasons)
  const sets = [analyses.before, analyses.after].map(paidTotals)
  return {
    format: 'mixwright.compare/1',
    window: { from, to, period, periods },
    before: identity(before),
    after: identity(after),
    reasons,
    headline: whatMoved(channels, reasons, period),
    sentences: differenceSentences(reasons, period),
    quality: { before: old.quality, after: now.quality },
    prediction: comparePredictions(before, after),
    kpi: now.kpi,
    media: movesOf(figuresOf(sets[0], before), figuresOf(sets[1], after)),
    channels,
  }
}

function identity({ spec, fingerprint, method }: Fit): Identity {
  return { name: spec.name, fingerprint, method }
}

interface FitWindow {
  readonly from: number
  readonly to: number
}

function sharedWindow(before: Fit, after: Fit): { before: FitWindow; after: FitWindow } {
  const old = windowPeriods(before)
  const now = windowPeriods(after)
  if (before.spec.data.period !== after.spec.data.period) {
    const kinds = `${before.spec.data.period}s and ${after.spec.data.period}s`
    throw new InputError(`The fits can't be compared: their periods are ${kinds}.`)
  }
  const both = old.filter((period) => now.includes(period))
  if (both.length === 0) {
    const ranges = [old, now].map((periods) => `${periods[0]} to ${periods.at(-1)}`)
    throw new InputError(`The fits can't be compared: ${ranges.join(' and ')} have no period in common.`)
  }
  const span = (periods: readonly string[]): FitWindow => {
    return { from: periods.indexOf(both[0]), to: periods.indexOf(both[both.length - 1]) + 1 }
  }
  return { before: span(old), after: span(now) }
}

function windowPeriods({ dataset }: Fit): string[] {
  return dataset.periods.slice(dataset.windowStart, dataset.windowEnd)
}

function compareChannels(
  { before, after }: { readonly before: FitAnalysis; readonly after: FitAnalysis },
  reasons: Differences,
): ChannelMoves[] {
  const names = [...new Set([...before.channels, ...after.channels].map(({ name }) => name))]
  return names.map((name) => {
    const [a, b] = [before, after].map(({ channels, fit }) => {
      const channel = channels.find((each) => each.name === name)
      return channel === undefined ? null : figuresOf([channel.totals], fit)
    })
    const moves = movesOf(a, b)
    const { verdict } = judgedBy(moves)
    const still = verdict === 'same' || verdict === 'noise'
    return { name, ...moves, because: still ? '' : channelReason(name, reasons, mediaColumns(name, [before, after])) }
  })
}

/** Columns from which a channel's spend and media come, in either fit. */
function mediaColumns(name: string, analyses: readonly FitAnalysis[]): string[] {
  return analyses.flatMap(({ fit }) =>
    fit.spec.channels
      .filter((channel) => channel.name === name)
      .flatMap(({ spend, media }) => (spend === null ? [media] : [spend, media])),
  )
}

interface Figures {
  readonly contribution: Figure | null
  readonly roas: Figure | null
}

/** Contribution and ROAS of some channels together; nulls where there is no channel or no money. */
function figuresOf(parts: readonly ChannelTotals[], fit: Fit): Figures {
  const spend = parts.reduce((sum, part) => sum + (part.spend ?? 0), 0)
  const value = sumOf(parts.map(({ incrementalValue }) => incrementalValue))
  return {
    contribution: figureOf(sumOf(parts.map(({ contribution }) => contribution)), fit),
    roas: spend > 0 ? figureOf(value?.map((money) => money / spend) ?? null, fit) : null,
  }
}

function figureOf(draws: Float64Array | null, fit: Fit): Figure | null {
  return draws === null ? null : { estimate: summarise(draws), monteCarloError: monteCarloError(draws, fit) }
}

function sumOf(parts: readonly (Float64Array | null)[]): Float64Array | null {
  return parts.reduce((total, part, i) => {
    if (i === 0 || part === null) return part
    return total === null ? null : total.map((value, d) => value + part[d])
  }, null)
}

function paidTotals({ channels }: FitAnalysis): ChannelTotals[] {
  return channels.filter(({ kind }) => kind === 'paid').map(({ totals }) => totals)
}

function movesOf(before: Figures | null, after: Figures | null): Moves {
  return {
    contribution: moveOf(before?.contribution ?? null, after?.contribution ?? null),
    roas: moveOf(before?.roas ?? null, after?.roas ?? null),
  }
}
