import type { Spec } from '../../model/spec/spec.js'
import type { Estimate, Summary } from '../results.js'

/** A fit's summary, and the spec it was made from. */
export interface ComparedFit {
  readonly summary: Summary
  readonly spec: Spec
}

/** One figure of two fits. */
interface FigureChange {
  readonly before: Estimate | null
  readonly after: Estimate | null
  /** Mean after less mean before; null where either is missing. */
  readonly change: number | null
  /** The change over the standard deviation of the difference, were the two fits independent; null where that is 0 or missing. */
  readonly size: number | null
  /** Whether the later mean lies outside the earlier fit's nine-in-ten interval; null where either is missing. */
  readonly outside: boolean | null
}

interface ChannelChange {
  readonly name: string
  /** Whether both fits have the channel, or only the later or the earlier one. */
  readonly status: 'both' | 'added' | 'removed'
  readonly contribution: FigureChange
  readonly roas: FigureChange
  readonly roi: FigureChange
}

/** A key of the spec that differs, with its values as JSON texts; null where a spec doesn't have it. */
export interface KeyChange {
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** What moved between two fits, and what may have moved it. */
export interface FitComparison {
  readonly format: 'mixwright.comparison/1'
  /** What differs: the data, the spec, the seed, the version, the method, the window; empty for two equal fits. */
  readonly causes: readonly ('data' | 'spec' | 'seed' | 'version' | 'method' | 'window')[]
  /** Keys of the spec that differ, by path: `channels.tv.adstock.kind`. */
  readonly keys: readonly KeyChange[]
  readonly windows: readonly [Summary['window'], Summary['window']]
  /** Channels of the later fit in its order, then those that are gone. */
  readonly channels: readonly ChannelChange[]
  readonly media: Omit<ChannelChange, 'name' | 'status'>
  readonly r2: readonly [number, number]
  /** What to say about it, most important first. */
  readonly sentences: readonly string[]
}

/**
 * Compares two fits over the windows of their summaries: what differs between them, and how far every contribution and return moved against
 * the intervals.
 *
 * A change inside the earlier interval is what the earlier fit expected. `size` takes the fits for independent, which two fits of the same
 * data are not: it understates how unusual a change is between them.
 *
 * @param before the earlier fit. @param after the later one.
 */
export function compareFits(before: ComparedFit, after: ComparedFit): FitComparison {
  const keys = changedKeys(before.spec, after.spec)
  const channels = channelChanges(before.summary, after.summary)
  const comparison = {
    format: 'mixwright.comparison/1' as const,
    causes: causesOf(before, after),
    keys,
    windows: [before.summary.window, after.summary.window] as const,
    channels,
    media: figures(before.summary.media, after.summary.media),
    r2: [before.summary.quality.r2, after.summary.quality.r2] as const,
  }
  return { ...comparison, sentences: sentencesOf(comparison) }
}

function causesOf(before: ComparedFit, after: ComparedFit): FitComparison['causes'] {
  const [a, b] = [before.summary, after.summary]
  const differs: Record<FitComparison['causes'][number], boolean> = {
    data: a.fingerprint.data !== b.fingerprint.data,
    spec: a.fingerprint.spec !== b.fingerprint.spec,
    seed: a.fingerprint.seed !== b.fingerprint.seed,
    version: a.fingerprint.version !== b.fingerprint.version,
    method: a.method !== b.method,
    window: a.window.from !== b.window.from || a.window.to !== b.window.to,
  }
  return (['data', 'spec', 'method', 'seed', 'version', 'window'] as const).filter((cause) => differs[cause])
}

/** Keys of two plain values that differ, by path; entries of lists are known by their `name`, where they have one. */
export function changedKeys(before: unknown, after: unknown, path = ''): KeyChange[] {
  const a = entriesOf(before)
  const b = entriesOf(after)
  if (a === null || b === null) {
    const [was, is] = [text(before), text(after)]
    return was === is ? [] : [{ key: path, before: was, after: is }]
  }
  const names = [...new Set([...a.keys(), ...b.keys()])]
  return names.flatMap((name) => changedKeys(a.get(name), b.get(name), path === '' ? name : `${path}.${name}`))
}

function text(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

function entriesOf(value: unknown): Map<string, unknown> | null {
  if (value === null || typeof value !== 'object') return null
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  const named = value.every((entry) => entry !== null && typeof entry === 'object' && 'name' in entry)
  return named ? new Map(value.map((entry: { name: unknown }) => [String(entry.name), entry])) : null
}

type Figures = Pick<Summary['media'], 'contribution' | 'roas' | 'roi'>

function channelChanges(before: Summary, after: Summary): ChannelChange[] {
  const earlier = new Map(before.channels.map((channel) => [channel.name, channel]))
  const later = new Map(after.channels.map((channel) => [channel.name, channel]))
  const names = [...later.keys(), ...[...earlier.keys()].filter((name) => !later.has(name))]
  return names.map((name) => {
    const status = !earlier.has(name) ? 'added' : later.has(name) ? 'both' : 'removed'
    return { name, status, ...figures(earlier.get(name), later.get(name)) }
  })
}

function figures(before: Figures | undefined, after: Figures | undefined): Omit<ChannelChange, 'name' | 'status'> {
  const change = (figure: keyof Figures): FigureChange =>
    figureChange(before?.[figure] ?? null, after?.[figure] ?? null)
  return { contribution: change('contribution'), roas: change('roas'), roi: change('roi') }
}

function figureChange(before: Estimate | null, after: Estimate | null): FigureChange {
  if (before === null || after === null) return { before, after, change: null, size: null, outside: null }
  const change = after.mean - before.mean
  const sd = Math.sqrt(before.sd * before.sd + after.sd * after.sd)
  return {
    before,
    after,
    change,
    size: sd > 0 ? change / sd : null,
    outside: after.mean < before.q05 || after.mean > before.q95,
  }
}

const causeWords: Readonly<Record<FitComparison['causes'][number], string>> = {
  data: 'the data',
  spec: 'the model file',
  seed: 'the seed',
  version: 'the version of mixwright',
  method: 'the method',
  window: 'the window',
}

function sentencesOf(comparison: Omit<FitComparison, 'sentences'>): string[] {
  const { causes, channels, media } = comparison
  const listed = causes.map((cause) => causeWords[cause])
  const differ = `${listed.slice(0, -1).join(', ')}${listed.length > 1 ? ' and ' : ''}${listed[listed.length - 1]}`
  const moved = channels.filter(({ roas, contribution }) => roas.outside ?? contribution.outside)
  const names = (status: ChannelChange['status']): string[] =>
    channels.filter((channel) => channel.status === status).map(({ name }) => name)
  const sentences = [causes.length === 0 ? 'The two fits have the same fingerprint.' : `The fits differ in ${differ}.`]
  if (names('added').length > 0) sentences.push(`New: ${names('added').join(', ')}.`)
  if (names('removed').length > 0) sentences.push(`Gone: ${names('removed').join(', ')}.`)
  for (const { name, roas, contribution } of moved) {
    const what = roas.outside === null ? 'contribution' : 'ROAS'
    const { before, after } = roas.outside === null ? contribution : roas
    if (before === null || after === null) continue
    const verb = after.mean > before.mean ? 'rose above' : 'fell below'
    sentences.push(`The ${what} of ${name} ${verb} the range in which the earlier fit held it in 9 of 10 cases.`)
  }
  if (moved.length === 0 && names('both').length > 0) {
    sentences.push('Every channel stayed within the range in which the earlier fit held it in 9 of 10 cases.')
  }
  if (media.roas.outside === true) sentences.push('The ROAS of all paid media left its earlier range, too.')
  return sentences
}
