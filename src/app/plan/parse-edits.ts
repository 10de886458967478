import type { Model } from '../../model/design/model.js'
import type { PlanEdit } from '../../decision/plan/edit-plan.js'
import { InputError } from '../../check/errors.js'
import { didYouMean } from '../../check/nearest-name.js'
import { overlappingPeriods } from '../window/plan-window.js'
import { readWindowDate } from '../window/resolve-window.js'

/** Changes of a plan as the command line gives them, every one as often as wanted. */
export interface EditRequest {
  /** `tv=120%` or `tv=50000`. */
  readonly set?: readonly string[]
  /** `50000:search:tv`: money, from, to. */
  readonly shift?: readonly string[]
  /** `radio`, `radio:2026-02` or `radio:2026-02:2026-03`. */
  readonly pause?: readonly string[]
}

/**
 * Reads changes of a plan; they are made in the order set, shift, pause.
 *
 * @throws InputError in one sentence that names the option, what it must look like, and what was found.
 */
export function parseEdits(request: EditRequest, model: Model): PlanEdit[] {
  const names = model.channels.filter(({ spend }) => spend !== null).map(({ name }) => name)
  return [
    ...(request.set ?? []).map((text) => setEdit(text, names)),
    ...(request.shift ?? []).map((text) => shiftEdit(text, names)),
    ...(request.pause ?? []).map((text) => pauseEdit(text, names, model)),
  ]
}

function setEdit(text: string, names: readonly string[]): PlanEdit {
  const at = text.lastIndexOf('=')
  const channel = text.slice(0, Math.max(at, 0)).trim()
  const value = text.slice(at + 1).trim()
  const percent = /^([\d.]+)\s*%$/.exec(value)
  const number = amount(percent === null ? value : percent[1])
  if (at < 1 || number === null) {
    throw new InputError(`--set must be a channel and its spend, such as tv=120% or tv=50000, not ${text}.`)
  }
  requireChannel('--set', channel, names)
  return percent === null ? { kind: 'set', channel, amount: number } : { kind: 'scale', channel, factor: number / 100 }
}

function shiftEdit(text: string, names: readonly string[]): PlanEdit {
  const parts = text.split(':')
  const money = amount(parts[0])
  if (parts.length < 3 || money === null) {
    throw new InputError(`--shift must be money and two channels, such as 50000:search:tv, not ${text}.`)
  }
  const [from, to] = twoNames(parts.slice(1), names)
  requireChannel('--shift', from, names)
  requireChannel('--shift', to, names)
  return { kind: 'shift', amount: money, from, to }
}

/** Two names that a colon parts; names may hold colons themselves. */
function twoNames(parts: readonly string[], names: readonly string[]): [string, string] {
  for (let i = 1; i < parts.length; i++) {
    const pair: [string, string] = [parts.slice(0, i).join(':'), parts.slice(i).join(':')]
    if (pair.every((name) => names.includes(name))) return pair
  }
  return [parts[0], parts.slice(1).join(':')]
}

function pauseEdit(text: string, names: readonly string[], model: Model): PlanEdit {
  const parts = text.split(':')
  // The longest name that is a channel; what follows it are the dates.
  const length = [parts.length, parts.length - 1, parts.length - 2].find(
    (count) => count > 0 && names.includes(parts.slice(0, count).join(':')),
  )
  const channel = length === undefined ? parts[0] : parts.slice(0, length).join(':')
  requireChannel('--pause', channel, names)
  const dates = parts.slice(length)
  if (dates.length > 2) throw new InputError(`--pause must be a channel and its first and last date, not ${text}.`)
  if (dates.length === 0) return { kind: 'pause', channel, span: { from: 0, to: Infinity } }
  const { first } = readWindowDate('--pause', dates[0], model.dataset)
  const { last } = readWindowDate('--pause', dates[dates.length - 1], model.dataset)
  if (first > last) throw new InputError(`--pause ${text}: ${dates[0]} must not be after ${dates[1]}.`)
  const span = overlappingPeriods(model.dataset, { first, last })
  if (span === null) throw new InputError(`--pause ${text} lies outside the fit window and the year after it.`)
  return { kind: 'pause', channel, span }
}

function amount(text: string): number | null {
  return /^(?:\d+(?:\.\d*)?|\.\d+)(?:[eE]\+?\d{1,2})?$/.test(text.trim()) ? Number(text) : null
}

function requireChannel(option: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return
  throw new InputError(
    `${option} names \`${name}\`, which is no paid channel of the model (${names.join(', ')}).${didYouMean(name, names)}`,
  )
}
