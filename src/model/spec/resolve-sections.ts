import type { IssueList } from './issue-list.js'
import type { ControlSpec, EventsSpec, FitSpec, KpiSpec, TreatmentSpec } from './spec.js'
import type { SpecInput } from './spec-schema.js'
import { InputError } from '../../check/errors.js'
import { parseIsoDay } from '../../data/calendar/civil-date.js'
import { holidayDays } from '../../data/calendar/holidays/holiday-days.js'
import { defaultFit } from './defaults.js'
import { resolveNormalPrior } from './resolve-prior.js'
import { formatPath } from './spec-path.js'

/** Command-line settings, which stand before those of the spec. */
export type FitSettings = Partial<
  Pick<FitSpec, 'method' | 'draws' | 'warmup' | 'chains' | 'seed' | 'starts' | 'penalty'>
>

type Entry<T> = T extends Record<string, infer E> ? E : never
type TreatmentInput = Entry<NonNullable<SpecInput['treatments']>>
type ControlInput = Entry<NonNullable<SpecInput['controls']>>

/** `kpi:` with its defaults: the value of revenue is 1. */
export function resolveKpi(input: SpecInput['kpi'], issues: IssueList): KpiSpec {
  const value = input.value ?? (input.kind === 'revenue' ? 1 : null)
  if (input.margin !== undefined && value === null) {
    issues.addAtKey(
      ['kpi', 'margin'],
      '`kpi.margin` must stand beside `kpi.value`: it is a share of the money per unit.',
    )
  }
  return { column: input.column, kind: input.kind, value, margin: input.margin ?? null, scale: input.scale ?? 'mean' }
}

/** A treatment with its defaults. */
export function resolveTreatment(name: string, input: TreatmentInput, issues: IssueList): TreatmentSpec {
  const prior = input.prior ? resolveNormalPrior(input.prior, ['treatments', name, 'prior'], issues) : null
  return { name, column: input.column, reference: input.reference, prior, scale: input.scale ?? null }
}

const refusedRoles: Readonly<Record<string, string>> = {
  mediator: 'media act through it, so holding it fixed hides part of their effect',
  collider: 'it is an effect of both media and sales, so holding it fixed makes them look related',
}

/** A control with its defaults; mediators and colliders are refused. */
export function resolveControl(name: string, input: ControlInput, issues: IssueList): ControlSpec {
  const path = ['controls', name]
  const given = typeof input === 'string' ? { column: input } : input
  const { role, kind = 'number', none, prior, scale } = given
  if (role === 'mediator' || role === 'collider') {
    issues.add(
      [...path, 'role'],
      `\`${formatPath(path)}\` must not be a control: a ${role} is refused, as ${refusedRoles[role]}.`,
    )
  }
  if (kind === 'number' && none !== undefined) {
    issues.addAtKey(
      [...path, 'none'],
      `\`${formatPath([...path, 'none'])}\` must stand beside \`kind: category\`; numbers have no text levels.`,
    )
  }
  if (kind === 'category' && scale !== undefined) {
    issues.addAtKey(
      [...path, 'scale'],
      `\`${formatPath([...path, 'scale'])}\` must not be given: the levels of a category aren't scaled.`,
    )
  }
  return {
    name,
    column: given.column,
    role: role === 'confounder' || role === 'precision' ? role : null,
    kind,
    none: none ?? null,
    prior: prior ? resolveNormalPrior(prior, [...path, 'prior'], issues) : null,
    scale: scale ?? null,
  }
}

/** `events:` with its defaults. */
export function resolveEvents(input: NonNullable<SpecInput['events']>, issues: IssueList): EventsSpec {
  const custom = (input.custom ?? []).map(({ name, dates, window = [0, 0] as [number, number] }, i) => {
    const path = ['events', 'custom', i]
    dates.forEach((date, d) => {
      if (parseIsoDay(date) !== null) return
      const at = [...path, 'dates', d]
      issues.add(at, `\`${formatPath(at)}\` must be a day such as 2024-03-04, not \`${date}\`.`)
    })
    dates.forEach((date, d) => {
      if (dates.indexOf(date) === d) return
      issues.add(
        [...path, 'dates', d],
        `\`${formatPath([...path, 'dates', d])}\` must be given once; found ${date} again.`,
      )
    })
    if (window[0] > window[1]) {
      const at = [...path, 'window']
      issues.add(
        at,
        `\`${formatPath(at)}\` must run from the earlier to the later end, not from ${window[0]} to ${window[1]}.`,
      )
    }
    return { name, dates, window }
  })
  checkCalendar(input, issues)
  return { calendar: input.calendar ?? null, country: input.country ?? null, custom }
}

/** A calendar needs a country that it knows; the calendars themselves say which those are. */
function checkCalendar({ calendar, country }: NonNullable<SpecInput['events']>, issues: IssueList): void {
  if (calendar === undefined) {
    if (country !== undefined) {
      issues.addAtKey(['events', 'country'], '`events.country` must stand beside `events.calendar`.')
    }
    return
  }
  if (calendar === 'date-holidays') {
    if (country === undefined) {
      issues.addAtKey(
        ['events', 'calendar'],
        '`events.calendar: date-holidays` must have `events.country` beside it, such as DE or DE-BY.',
      )
    }
    return
  }
  try {
    holidayDays(calendar, country ?? null, anyDay, anyDay)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    issues.add(['events', country === undefined ? 'calendar' : 'country'], error.message)
  }
}

/** 2024-01-01, in days since 1970-01-01: any day that every calendar covers. */
const anyDay = 19723

/** `fit:` under the settings of the command line, with its defaults. */
export function resolveFit(input: SpecInput['fit'], settings: FitSettings, issues: IssueList): FitSpec {
  // Maximum likelihood is what regression gives without priors; nothing else can be meant.
  const otherwise = input?.penalty === 'none' ? 'regression' : 'bayes'
  const method = settings.method ?? input?.method ?? otherwise
  const defaults = defaultFit(method)
  const posterior = method === 'bayes' || method === 'laplace'
  if (method === 'ols' && settings.method === undefined && input?.penalty === 'priors') {
    issues.add(['fit', 'penalty'], '`fit.penalty` must be none for ols, which has no priors, not `priors`.')
  }
  const penalty = method === 'ols' ? 'none' : posterior ? 'priors' : (input?.penalty ?? defaults.penalty)
  if (posterior && input?.penalty === 'none') {
    issues.add(
      ['fit', 'penalty'],
      `\`fit.penalty\` must be priors for ${method}: without priors there is no posterior.`,
    )
  }
  if (method !== 'bayes' && settings.method === undefined) {
    for (const key of ['warmup', 'chains'] as const) {
      if (input?.[key] !== undefined)
        issues.add(['fit', key], `\`fit.${key}\` belongs to method bayes, and the method is ${method}.`)
    }
  }
  const given = {
    draws: input?.draws ?? null,
    warmup: method === 'bayes' ? (input?.warmup ?? null) : null,
    chains: method === 'bayes' ? (input?.chains ?? null) : null,
    seed: input?.seed ?? defaults.seed,
    starts: input?.starts ?? defaults.starts,
  }
  const stated = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  return { ...defaults, ...given, penalty, ...stated, method }
}
