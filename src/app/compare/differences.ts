import type { Fit } from '../../fit/fit.js'
import { listed } from '../../decision/words/trade-off-sentence.js'
import { canonicalSpec } from '../../model/spec/fingerprint-spec.js'
import { countText } from '../../present/words/window.js'
import { changedKeys } from '../folder/changed-keys.js'
import { dataChanges, type DataChanges } from './data-changes.js'

/** What differs between two fits. */
export interface Differences {
  /** Keys of the resolved spec that differ and make another model. */
  readonly spec: readonly string[]
  /** Keys of `fit` that differ and only make other draws of the same posterior: draws, warm-up, chains, starts. */
  readonly settings: readonly string[]
  /** Null where both were fitted by the same. */
  readonly method: { readonly before: string; readonly after: string } | null
  readonly data: DataChanges
  readonly seed: boolean
  readonly version: boolean
  /** Whether the chains of either began with a fit that the other's did not. */
  readonly warmStart: boolean
}

const methodKey = 'fit.method'
const settingKeys = ['fit.draws', 'fit.warmup', 'fit.chains', 'fit.starts']

/** Compares specs, data and fingerprints of two fits. */
export function differencesOf(before: Fit, after: Fit): Differences {
  const keys = changedKeys(canonicalSpec(before.spec), canonicalSpec(after.spec))
  const [old, now] = [before.fingerprint, after.fingerprint]
  return {
    spec: keys.filter((key) => key !== methodKey && !settingKeys.includes(key)),
    settings: keys.filter((key) => settingKeys.includes(key)),
    method: before.method === after.method ? null : { before: before.method, after: after.method },
    data: dataChanges(before.dataset, after.dataset),
    seed: old.seed !== now.seed,
    version: old.version !== now.version,
    warmStart: old.warmStart !== now.warmStart,
  }
}

/** What differs in a few words, the weightiest first: `new data (4 weeks more)`, `a changed model (channels.tv.prior)`. */
export function differenceWords(differences: Differences, period: string): string[] {
  const { spec, settings, method, seed, version, warmStart } = differences
  const data = dataWords(differences.data, period)
  return [
    ...(data.length > 0 ? [`new data (${data.join(', ')})`] : []),
    ...(spec.length > 0 ? [`a changed model (${shortList(spec, 3)})`] : []),
    ...(method === null ? [] : [`another method (${method.before}, then ${method.after})`]),
    ...(version ? ['another version of mixwright'] : []),
    ...(seed ? ['another seed'] : []),
    ...(settings.length > 0 ? [`other settings (${listed(settings)})`] : []),
    ...(warmStart ? ['another warm start'] : []),
  ]
}

/** What differs in whole sentences, and how to tell data and model apart where both do. */
export function differenceSentences(differences: Differences, period: string): string[] {
  const { spec, data, method } = differences
  const others = [
    ...(differences.seed ? ['seeds'] : []),
    ...(differences.settings.length > 0 ? [`settings (${listed(differences.settings)})`] : []),
    ...(differences.version ? ['versions of mixwright'] : []),
    ...(differences.warmStart ? ['warm starts'] : []),
  ]
  return [
    ...(spec.length > 0 ? [`The models differ in ${shortList(spec, 8)}.`] : []),
    ...(data.revised.length > 0
      ? [`Cells differ in ${data.revised.map((revised) => revisionText(revised, period)).join('; ')}.`]
      : []),
    ...(data.added.length > 0
      ? [`The later fit has ${countText(data.added.length, period)} more, up to ${data.added.at(-1)}.`]
      : []),
    ...(data.removed.length > 0
      ? [`The later fit lacks ${countText(data.removed.length, period)} of the earlier one.`]
      : []),
    ...(method === null ? [] : [`The earlier was fitted by ${method.before}, the later by ${method.after}.`]),
    ...(others.length > 0 ? [`Their ${listed(others)} differ${othersAlone(differences) ? '' : ' too'}.`] : []),
    ...(spec.length > 0 && hasNewData(data)
      ? [
          'Data and model both changed, and these two fits can’t tell which of them it was: fit the earlier model to the later data, and compare that fit with both.',
        ]
      : []),
  ]
}

/** Why a channel's figures may have moved: what differs of the channel itself, else of everything. */
export function channelReason(name: string, differences: Differences, media: readonly string[]): string {
  const prefix = `channels.${name}.`
  const own = differences.spec
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length).split('.')[0])
  const cells = differences.data.revised.filter(({ column }) => media.includes(column))
  const reasons = [
    ...(own.length > 0 ? [`its own ${shortList([...new Set(own)], 3)}`] : []),
    ...(cells.length > 0 ? [`its own data (${listed(cells.map(({ column }) => column))})`] : []),
  ]
  if (reasons.length > 0) return reasons.join('; ')
  const { spec, data, method, version } = differences
  const others = [
    ...(hasNewData(data) ? ['new data'] : []),
    ...(spec.length > 0 ? ['other parts of the model'] : []),
    ...(method === null ? [] : ['another method']),
    ...(version ? ['another version'] : []),
  ]
  return others.length > 0 ? others.join('; ') : 'other draws'
}

/** Whether nothing but the random numbers differs: seed, settings of the fit, warm start. */
export function onlyDrawsDiffer({ spec, data, method, version, ...draws }: Differences): boolean {
  const others = draws.seed || draws.settings.length > 0 || draws.warmStart
  return others && spec.length === 0 && !hasNewData(data) && method === null && !version
}

function hasNewData({ added, removed, revised }: DataChanges): boolean {
  return added.length + removed.length + revised.length > 0
}

function othersAlone({ spec, data, method }: Differences): boolean {
  return spec.length === 0 && !hasNewData(data) && method === null
}

function dataWords({ added, removed, revised }: DataChanges, period: string): string[] {
  return [
    ...(added.length > 0 ? [`${countText(added.length, period)} more`] : []),
    ...(removed.length > 0 ? [`${countText(removed.length, period)} fewer`] : []),
    ...(revised.length > 0
      ? [
          `revised ${shortList(
            revised.map(({ column }) => column),
            3,
          )}`,
        ]
      : []),
  ]
}

function revisionText({ column, periods, largest }: DataChanges['revised'][number], period: string): string {
  return `${column} (${countText(periods, period)}, by up to ${(100 * largest).toFixed(1)} %)`
}

function shortList(words: readonly string[], most: number): string {
  return words.length > most ? `${words.slice(0, most).join(', ')} and ${words.length - most} more` : listed(words)
}
