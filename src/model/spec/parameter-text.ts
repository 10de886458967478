import type { PeriodKind } from '../../data/calendar/period.js'
import type { ParameterSpec, Prior } from '../prior/prior.js'
import { priorSummary } from '../prior/prior-quantile.js'

/** A number with two significant digits. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(2)))
}

/** `3 weeks`, `1 week`. */
export function periodsText(count: number, period: PeriodKind): string {
  const text = shortNumber(count)
  return `${text} ${period}${text === '1' ? '' : 's'}`
}

/** A share as `15 %`. */
export function percentText(share: number): string {
  return `${percentNumber(share)} %`
}

/** A share as a number of percent. */
export function percentNumber(share: number): string {
  return shortNumber(100 * share)
}

/** Median of a prior and, in brackets, the range that it gives 90 % to: `median 3 weeks (0.8 to 11)`. */
export function rangeText(prior: Prior, format: (value: number) => string = shortNumber, inner = format): string {
  const { median, q05, q95 } = priorSummary(prior)
  return `median ${format(median)} (${inner(q05)} to ${inner(q95)})`
}

/** `fixed at 0.5`, or the range of the prior. */
export function parameterText(
  parameter: ParameterSpec,
  format: (value: number) => string = shortNumber,
  inner = format,
): string {
  return 'fixed' in parameter ? `fixed at ${format(parameter.fixed)}` : rangeText(parameter.prior, format, inner)
}

/** Whether two plain values are equal, keys in any order. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [keysA, keysB] = [Object.keys(a), Object.keys(b)]
  const inA = a as Readonly<Record<string, unknown>>
  const inB = b as Readonly<Record<string, unknown>>
  return keysA.length === keysB.length && keysA.every((key) => Object.hasOwn(b, key) && sameValue(inA[key], inB[key]))
}
