import type { Model } from '../../model/design/model.js'
import type { Window } from '../../decision/counterfactual/outcome.js'
import type {
  MultipleRange,
  NoSpend,
  PlanBudget,
  PlanRequest,
  ReturnTarget,
} from '../../decision/optimise/plan-request.js'
import { InputError } from '../../check/errors.js'
import { parseEdits } from './parse-edits.js'

/** A plan's options as the command line gives them. */
export interface PlanOptionTexts {
  readonly objective?: PlanRequest['objective']
  readonly budget?: string
  readonly budgetMax?: string
  readonly within?: string
  readonly bound?: readonly string[]
  readonly lock?: readonly string[]
  readonly minShare?: readonly string[]
  readonly allowRaise?: readonly string[]
  readonly pause?: readonly string[]
  readonly target?: string
  readonly keep?: string
  readonly hurdle?: string
  readonly quantile?: string
  readonly ramp?: string
}

/**
 * Reads what a plan is asked to be; the pattern's file is read elsewhere.
 *
 * @throws InputError in one sentence that names the option, what it must look like, and what was found.
 */
export function parsePlanRequest(
  options: PlanOptionTexts,
  { model, window }: { readonly model: Model; readonly window: Window },
): PlanRequest {
  const { objective, within, bound, lock, minShare, allowRaise, target, keep, hurdle, quantile, ramp } = options
  const budget = budgetOf(options)
  return {
    ...(objective === undefined ? {} : { objective }),
    ...(budget === null ? {} : { budget }),
    ...(within === undefined
      ? {}
      : { within: within === 'none' ? null : share('--within', within, 'such as 0.3 or none') }),
    ...(bound === undefined ? {} : { bounds: new Map(bound.map(boundOf)) }),
    ...(lock === undefined ? {} : { lock }),
    ...(minShare === undefined ? {} : { minShare: new Map(minShare.map(minShareOf)) }),
    ...(allowRaise === undefined ? {} : { allowRaise }),
    ...(options.pause === undefined ? {} : { noSpend: pauses(options.pause, model, window) }),
    ...(target === undefined ? {} : { target: targetOf(target) }),
    ...(keep === undefined ? {} : { keep: keepOf(keep) }),
    ...(hurdle === undefined ? {} : { hurdle: share('--hurdle', hurdle, 'such as 0.2') }),
    ...(quantile === undefined ? {} : { quantile: probability(quantile) }),
    ...(ramp === undefined ? {} : { ramp: share('--ramp', ramp, 'such as 0.2') }),
  }
}

function budgetOf({ budget, budgetMax }: PlanOptionTexts): PlanBudget | null {
  if (budgetMax !== undefined) return { kind: 'max', money: money('--budget-max', budgetMax) }
  if (budget === undefined) return null
  if (budget === 'today' || budget === 'free') return { kind: budget }
  return { kind: 'exact', money: money('--budget', budget) }
}

function boundOf(text: string): [string, MultipleRange] {
  const [name, value] = named('--bound', text, 'tv=0.5..1.5')
  const ends = /^(.*)\.\.(.*)$/.exec(value)
  const [low, high] = ends === null ? [null, null] : [endOf(ends[1], 0), endOf(ends[2], Infinity)]
  if (low === null || high === null) {
    throw new InputError(
      `--bound must be a channel or group and the least and most multiple of today's spend, such as tv=0.5..1.5, tv=50%.. or tv=..1.5, not ${text}.`,
    )
  }
  if (low > high) throw new InputError(`--bound ${text}: the floor ${ends![1]} is above the ceiling ${ends![2]}.`)
  return [name, { low, high }]
}

function endOf(text: string, open: number): number | null {
  return text.trim() === '' ? open : ratio(text)
}

function minShareOf(text: string): [string, number] {
  const [name, value] = named('--min-share', text, 'tv=20%')
  const least = ratio(value)
  if (least === null || least > 1) {
    throw new InputError(
      `--min-share must be a channel or group and a share of up to 100 %, such as tv=20%, not ${text}.`,
    )
  }
  return [name, least]
}

const targets = ['roas', 'roi', 'marginal-roas'] as const

function targetOf(text: string): ReturnTarget {
  const [name, value] = named('--target', text, 'roas=3')
  const of = targets.find((each) => each === name)
  const level = /^-?[\d.]+%?$/.test(value) ? ratio(value.replace(/^-/, '')) : null
  if (of === undefined || level === null) {
    throw new InputError(`--target must be roas, roi or marginal-roas and a number, such as roas=3, not ${text}.`)
  }
  const signed = value.startsWith('-') ? -level : level
  if (signed < (of === 'roi' ? -1 : 0)) throw new InputError(`--target ${text}: a ${of} can't be that low.`)
  return { of, value: signed }
}

function keepOf(text: string): NonNullable<PlanRequest['keep']> {
  const value = text.endsWith('%') ? ratio(text) : amount(text)
  if (value === null)
    throw new InputError(
      `--keep must be a share of today's incremental KPI or an amount of it, such as 95% or 120000, not ${text}.`,
    )
  return text.endsWith('%') ? { share: value } : { kpi: value }
}

function pauses(texts: readonly string[], model: Model, window: Window): NoSpend[] {
  return parseEdits({ pause: texts }, model).flatMap((edit): NoSpend[] => {
    if (edit.kind !== 'pause') return []
    const from = Math.max(0, edit.span.from - window.from)
    const to = Math.min(window.to, edit.span.to) - window.from
    if (to <= from) throw new InputError(`--pause of ${edit.channel} lies outside the plan's window.`)
    return [{ channel: edit.channel, from, to }]
  })
}

/** A name and what follows the last equals sign. */
function named(option: string, text: string, example: string): [string, string] {
  const at = text.lastIndexOf('=')
  if (at < 1) throw new InputError(`${option} must be a name and a value, such as ${example}, not ${text}.`)
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}

function share(option: string, text: string, example: string): number {
  const value = ratio(text)
  if (value === null) throw new InputError(`${option} must be a number of at least 0, ${example}, not ${text}.`)
  return value
}

function probability(text: string): number {
  const value = ratio(text)
  if (value === null || !(value > 0 && value < 1)) {
    throw new InputError(`--quantile must be a number between 0 and 1, such as 0.25, not ${text}.`)
  }
  return value
}

function money(option: string, text: string): number {
  const value = amount(text)
  const others = option === '--budget' ? 'today, free or ' : ''
  if (value === null)
    throw new InputError(`${option} must be ${others}an amount of money, such as 250000, not ${text}.`)
  return value
}

/** A ratio as a number or in percent; null where the text is neither. */
function ratio(text: string): number | null {
  const percent = /^(.*?)\s*%$/.exec(text.trim())
  const value = amount(percent === null ? text : percent[1])
  return value === null ? null : percent === null ? value : value / 100
}

function amount(text: string): number | null {
  return /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE]\+?\d{1,2})?$/.test(text.trim()) ? Number(text) : null
}
