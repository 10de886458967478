import type { Estimate, Returns, Summary } from '../../decision/results.js'
import type { Fit } from '../../fit/fit.js'
import type { DataChanges } from './data-changes.js'
import { InputError } from '../../check/errors.js'
import { analyseFit } from '../../decision/summary/fit-analysis.js'
import { buildSummary } from '../../decision/summary/build-summary.js'
import { canonicalSpec } from '../../model/spec/fingerprint-spec.js'
import { countText } from '../../present/words/window.js'
import { changedKeys } from '../folder/changed-keys.js'
import { dataChanges } from './data-changes.js'

/** What moved between two fits, over the periods that both have, and what differs between them. */
export interface Comparison {
  readonly format: 'mixwright.compare/1'
  readonly window: { readonly from: string; readonly to: string; readonly period: string; readonly periods: number }
  readonly before: Identity
  readonly after: Identity
  readonly reasons: {
    /** Keys of the resolved spec that differ, the seed apart. */
    readonly spec: readonly string[]
    readonly data: DataChanges
    readonly seed: boolean
    readonly version: boolean
  }
  /** The same in sentences, the likeliest reason first. */
  readonly sentences: readonly string[]
  readonly quality: { readonly before: Summary['quality']; readonly after: Summary['quality'] }
  /** Of the later fit. */
  readonly kpi: Summary['kpi']
  /** All paid media together. */
  readonly media: Omit<ChannelComparison, 'name'>
  readonly channels: readonly ChannelComparison[]
}

interface Identity {
  readonly name: string
  readonly fingerprint: Fit['fingerprint']
  readonly method: string
}

export interface ChannelComparison {
  readonly name: string
  readonly contribution: Move
  readonly roas: Move
}

/** A figure in both fits; null where a fit lacks the channel or the figure. */
export interface Move {
  readonly before: Estimate | null
  readonly after: Estimate | null
  /** Difference of the means over the larger standard deviation; null where a fit has no such figure or no spread. */
  readonly inDeviations: number | null
}

/**
 * Compares two fits on the periods that both have: both are summarised again over that window.
 *
 * @throws InputError if they have no period in common, or periods of different lengths.
 */
export function compareFits(before: Fit, after: Fit): Comparison {
  const shared = sharedWindow(before, after)
  const old = buildSummary(analyseFit(before, shared.before))
  const now = buildSummary(analyseFit(after, shared.after))
  const reasons = {
    spec: changedKeys(canonicalSpec(before.spec), canonicalSpec(after.spec)),
    data: dataChanges(before.dataset, after.dataset),
    seed: before.fingerprint.seed !== after.fingerprint.seed,
    version: before.fingerprint.version !== after.fingerprint.version,
  }
  const { from, to, period, periods } = now.window
  return {
    format: 'mixwright.compare/1',
    window: { from, to, period, periods },
    before: identity(before),
    after: identity(after),
    reasons,
    sentences: reasonSentences(reasons, now.window.period),
    quality: { before: old.quality, after: now.quality },
    kpi: now.kpi,
    media: compareReturns(old.media, now.media),
    channels: compareChannels(old, now),
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

function compareChannels(old: Summary, now: Summary): ChannelComparison[] {
  const names = [...new Set([...old.channels, ...now.channels].map(({ name }) => name))]
  return names.map((name) => {
    const a = old.channels.find((channel) => channel.name === name)
    const b = now.channels.find((channel) => channel.name === name)
    return { name, ...compareReturns(a, b) }
  })
}

function compareReturns(before: Returns | undefined, after: Returns | undefined): Omit<ChannelComparison, 'name'> {
  return {
    contribution: moveOf(before?.contribution ?? null, after?.contribution ?? null),
    roas: moveOf(before?.roas ?? null, after?.roas ?? null),
  }
}

function moveOf(before: Estimate | null, after: Estimate | null): Move {
  if (before === null || after === null) return { before, after, inDeviations: null }
  const spread = Math.max(before.sd, after.sd)
  return { before, after, inDeviations: spread > 0 ? (after.mean - before.mean) / spread : null }
}

function reasonSentences({ spec, data, seed, version }: Comparison['reasons'], period: string): string[] {
  const sentences = [
    ...(spec.length > 0 ? [`The models differ in ${listed(spec)}.`] : []),
    ...(data.revised.length > 0
      ? [`Cells differ in ${data.revised.map((revised) => revisionText(revised, period)).join('; ')}.`]
      : []),
    ...(data.added.length > 0
      ? [`The later fit has ${countText(data.added.length, period)} more, up to ${data.added.at(-1)}.`]
      : []),
    ...(data.removed.length > 0
      ? [`The later fit lacks ${countText(data.removed.length, period)} of the earlier one.`]
      : []),
    ...(version ? ['They were fitted by different versions of mixwright.'] : []),
  ]
  if (sentences.length > 0) return seed ? [...sentences, 'Their seeds differ too.'] : sentences
  if (seed) return ['Only the seed differs: what moved is the error of a finite number of draws.']
  return ['Spec, data, seed and version are the same, and so are the results.']
}

function revisionText({ column, periods, largest }: DataChanges['revised'][number], period: string): string {
  return `${column} (${countText(periods, period)}, by up to ${(100 * largest).toFixed(1)} %)`
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 8).join(', ')
  return words.length > 8 ? `${shown} and ${words.length - 8} more keys` : shown
}
