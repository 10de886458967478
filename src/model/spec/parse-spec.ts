import type { IssueList, Position, Positions } from './issue-list.js'
import type { FitSettings } from './resolve-sections.js'
import type { ChannelSpec, DataSpec, Spec } from './spec.js'
import type { SpecInput } from './spec-schema.js'
import { checkNames, nameFault } from './check-names.js'
import { checkReferences } from './check-references.js'
import { checkStructure } from './check-structure.js'
import { createIssueList } from './issue-list.js'
import { readYaml } from './read-yaml.js'
import { resolveBaseline, resolveNoise, resolvePaidTotal } from './resolve-baseline.js'
import { resolveData } from './resolve-data.js'
import { resolveOrganicChannel, resolvePaidChannel } from './resolve-channel.js'
import { resolveControl, resolveEvents, resolveFit, resolveKpi, resolveTreatment } from './resolve-sections.js'
import { specSchema } from './spec-schema.js'

export interface ParseSpecOptions {
  /** Name of the file as messages print it; without a `name:` key the model is named for it. */
  readonly file: string
  /** Settings of the command line, which stand before those of the spec. */
  readonly fit?: FitSettings
}

/** A spec and where its parts stand in the file. */
export interface ParsedSpec {
  readonly spec: Spec
  /** Place of a path such as `channels.tv.spend`; null where the file doesn't have it. Lines and columns count from 1. */
  readonly position: (path: string) => Position | null
}

/**
 * Reads a model specification from YAML, checks it, and fills in every default that does not depend on the data.
 *
 * @param text content of the file, at most 250,000 characters.
 * @throws InputError with one sentence for each thing wrong, in the order of the file: `<file>:<line>:<column>: …`.
 * @example parseSpec('mixwright: 1\n…', { file: 'retailer.yaml' }).channels[0].name  // 'tv'
 */
export function parseSpec(text: string, options: ParseSpecOptions): Spec {
  return parseSpecWithPositions(text, options).spec
}

/** `parseSpec`, and where each key stands, so that later errors about a column can name its line. */
export function parseSpecWithPositions(text: string, { file, fit = {} }: ParseSpecOptions): ParsedSpec {
  const { value, positions } = readYaml(text, file)
  const issues = createIssueList(file, positions)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    issues.add([], 'a spec must be a mapping of keys that begins with `mixwright: 1`.')
    issues.throwIfAny()
  }
  const input = value as SpecInput
  checkStructure(specSchema, input, issues)
  const spec = resolve(input, { file, fit, issues, positions })
  issues.throwIfAny()
  return { spec, position: (path) => positions.exact(path) }
}

interface ResolveContext {
  readonly file: string
  readonly fit: FitSettings
  readonly issues: IssueList
  readonly positions: Positions
}

/** Fills in what is sound, so that one run reports everything; the result is used only if nothing was found wrong. */
function resolve(input: SpecInput, { file, fit, issues, positions }: ResolveContext): Spec {
  const sound = <K extends keyof SpecInput>(key: K) => (issues.touches([key]) ? undefined : input[key])
  const entries = <K extends 'channels' | 'organic' | 'treatments' | 'controls' | 'groups' | 'missing'>(key: K) => {
    const section = input[key]
    if (typeof section !== 'object' || section === null || Array.isArray(section)) return []
    type Entry = NonNullable<SpecInput[K]>[string]
    const all = (Object.entries(section) as [string, Entry][]).filter(([name]) => !issues.touches([key, name]))
    const place = ([name]: [string, Entry]) => positions.key([key, name])
    return all.sort((a, b) => place(a).line - place(b).line || place(a).column - place(b).column)
  }
  checkNames(allNames(input), issues)
  const settings = resolveFit(sound('fit'), fit, issues)
  const data = sound('data')
  const period = data?.period ?? 'week'
  const kpiInput = sound('kpi')
  const kpi = kpiInput ? resolveKpi(kpiInput, issues) : null
  const context = { period, method: settings.method, hasValue: kpi?.value !== null, issues }
  const channels: ChannelSpec[] = [
    ...entries('channels').map(([name, channel]) => resolvePaidChannel(name, channel, context)),
    ...entries('organic').map(([name, channel]) => resolveOrganicChannel(name, channel, context)),
  ]
  const events = sound('events')
  const spec: Spec = {
    mixwright: 1,
    name: resolveName(sound('name'), file, issues),
    data: data ? resolveData(data, issues) : emptyData,
    currency: sound('currency') ?? '',
    kpi: kpi ?? { column: '', kind: 'units', value: null, margin: null, scale: 'mean' },
    channels,
    paidTotal: resolvePaidTotal(sound('media'), settings.method, issues),
    treatments: entries('treatments').map(([name, treatment]) => resolveTreatment(name, treatment, issues)),
    controls: entries('controls').map(([name, control]) => resolveControl(name, control, issues)),
    events: events ? resolveEvents(events, issues) : null,
    groups: entries('groups').map(([name, members]) => ({ name, channels: members })),
    baseline: resolveBaseline(sound('baseline'), context),
    missing: Object.fromEntries(entries('missing')),
    accept: sound('accept') ?? [],
    noise: resolveNoise(sound('noise'), context),
    dynamics: { laggedKpi: sound('dynamics')?.laggedKpi ?? false },
    fit: settings,
  }
  checkReferences(spec, input, issues)
  return spec
}

/** Stands in for `data:` until its issues have been reported. */
const emptyData: DataSpec = {
  file: '',
  sheet: null,
  long: null,
  date: '',
  period: 'week',
  weekStarts: null,
  aggregate: null,
}

/** The name given, or that of the file without folder and ending. */
function resolveName(name: string | undefined, file: string, issues: IssueList): string {
  if (name === undefined) return file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '') || file
  const fault = nameFault(name)
  if (fault) issues.add(['name'], `\`name\` must ${fault}.`)
  return name
}

/** Names that tables list side by side, broken entries included, in the order of the spec. */
function allNames(input: SpecInput) {
  const sections = ['channels', 'organic', 'treatments', 'controls'] as const
  const places = sections.flatMap((key) => {
    const section: unknown = input[key]
    if (typeof section !== 'object' || section === null || Array.isArray(section)) return []
    return Object.keys(section).map((name) => ({ name, path: [key, name] as (string | number)[] }))
  })
  const custom: unknown = input.events?.custom
  if (!Array.isArray(custom)) return places
  const events = custom.flatMap((event: unknown, i) => {
    const name = (event as { name?: unknown } | null)?.name
    return typeof name === 'string' ? [{ name, path: ['events', 'custom', i, 'name'] as (string | number)[] }] : []
  })
  return [...places, ...events]
}
