import type { Plan } from '../counterfactual/expected-outcome.js'
import type { Window } from '../counterfactual/outcome.js'
import { InputError } from '../../check/errors.js'
import { didYouMean } from '../../check/nearest-name.js'
import { formatNumber } from '../words/format.js'

/** One change of a plan, over its whole window unless it names periods; money moves along the channel's own pattern. */
export type PlanEdit =
  /** Multiplies a channel's spend. */
  | { readonly kind: 'scale'; readonly channel: string; readonly factor: number }
  /** Brings a channel's spend over the window to an amount; a channel without spend gets the same in every period. */
  | { readonly kind: 'set'; readonly channel: string; readonly amount: number }
  /** Moves money from one channel to another. */
  | { readonly kind: 'shift'; readonly amount: number; readonly from: string; readonly to: string }
  /** Spends nothing on a channel in some periods, counted as the plan's window is; the money isn't spent elsewhere. */
  | { readonly kind: 'pause'; readonly channel: string; readonly span: Window }

/**
 * A plan with changes made one after the other.
 *
 * @throws InputError if a channel isn't in the plan, an amount is negative or more than there is to move, or a pause lies outside the window.
 * @example editPlan(setting.today, [{ kind: 'scale', channel: 'tv', factor: 1.2 }])
 */
export function editPlan(plan: Plan, edits: readonly PlanEdit[]): Plan {
  return edits.reduce((current, edit) => ({ ...current, spend: edited(current, edit) }), plan)
}

function edited(plan: Plan, edit: PlanEdit): Map<string, Float64Array> {
  switch (edit.kind) {
    case 'scale':
      requireAmount(`the factor of ${edit.channel}`, edit.factor)
      return withSpend(plan, edit.channel, (spend) => scaled(spend, edit.factor))
    case 'set':
      requireAmount(`the spend on ${edit.channel}`, edit.amount)
      return withSpend(plan, edit.channel, (spend) => brought(spend, edit.amount))
    case 'shift':
      return shifted(plan, edit)
    case 'pause':
      return withSpend(plan, edit.channel, (spend) => paused(plan, spend, edit))
  }
}

function withSpend(
  plan: Plan,
  channel: string,
  change: (spend: Float64Array) => Float64Array,
): Map<string, Float64Array> {
  const spend = plan.spend.get(channel)
  if (spend === undefined) {
    const names = [...plan.spend.keys()]
    throw new InputError(
      `\`${channel}\` is no paid channel of the plan (${names.join(', ')}).${didYouMean(channel, names)}`,
    )
  }
  return new Map(plan.spend).set(channel, change(spend))
}

function requireAmount(what: string, amount: number): void {
  if (!(amount >= 0 && amount < Infinity)) throw new InputError(`A plan needs ${what} to be at least 0, not ${amount}.`)
}

function total(spend: Float64Array): number {
  return spend.reduce((sum, money) => sum + money, 0)
}

function scaled(spend: Float64Array, factor: number): Float64Array {
  return spend.map((money) => money * factor)
}

function brought(spend: Float64Array, amount: number): Float64Array {
  const before = total(spend)
  return before > 0 ? scaled(spend, amount / before) : new Float64Array(spend.length).fill(amount / spend.length)
}

function shifted(plan: Plan, { amount, from, to }: Extract<PlanEdit, { kind: 'shift' }>): Map<string, Float64Array> {
  requireAmount('the money to shift', amount)
  if (from === to) throw new InputError(`Money can't be shifted from ${from} to itself.`)
  const less = withSpend(plan, from, (spend) => {
    const there = total(spend)
    if (amount > there) {
      throw new InputError(
        `${from} spends ${formatNumber(there)} over the window, so ${formatNumber(amount)} can't be shifted from it.`,
      )
    }
    return brought(spend, there - amount)
  })
  return withSpend({ ...plan, spend: less }, to, (spend) => brought(spend, total(spend) + amount))
}

function paused(
  { window }: Plan,
  spend: Float64Array,
  { channel, span }: Extract<PlanEdit, { kind: 'pause' }>,
): Float64Array {
  const from = Math.max(span.from, window.from) - window.from
  const to = Math.min(span.to, window.to) - window.from
  if (from >= to) throw new InputError(`The pause of ${channel} lies outside the plan's window.`)
  return spend.slice().fill(0, from, to)
}
