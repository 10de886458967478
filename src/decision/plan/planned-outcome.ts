import type { Plan } from '../counterfactual/expected-outcome.js'
import type { Outcome } from '../counterfactual/outcome.js'
import type { Model } from '../../model/design/model.js'
import type { PlanSetting } from './plan-setting.js'
import { InputError } from '../../check/errors.js'
import { didYouMean } from '../../check/nearest-name.js'
import { plannedChannel } from '../counterfactual/planned-channel.js'

/**
 * The outcome with a plan's media and spend in place of today's. A plan equal to today's leaves every number as it is, bit for bit.
 *
 * In a period with spend media scale with it; where the plan spends and today does not, media = spend / the channel's cost per unit; media in
 * periods without spend stay.
 *
 * @throws InputError if the plan is over another window, names a channel that isn't paid, or holds a spend that isn't a number of at least 0.
 */
export function plannedOutcome({ outcome, window, periods, today }: PlanSetting, plan: Plan): Outcome {
  const { model } = outcome
  requirePlan(plan, { model, window, periods })
  const channels = model.channels.map((channel) => {
    const spend = plan.spend.get(channel.name)
    const before = today.spend.get(channel.name)
    if (spend === undefined || before === undefined || spend.every((money, i) => money === before[i])) return channel
    return plannedChannel(model, channel, { window, spend })
  })
  return { ...outcome, model: { ...model, channels } }
}

interface PlanFrame extends Pick<PlanSetting, 'window' | 'periods'> {
  readonly model: Model
}

function requirePlan(plan: Plan, { model, window, periods }: PlanFrame): void {
  const length = window.to - window.from
  if (plan.window.from !== window.from || plan.window.to !== window.to) {
    throw new InputError(
      `The plan is over periods ${plan.window.from} to ${plan.window.to}, but its setting over ${window.from} to ${window.to}.`,
    )
  }
  const paid = model.channels.filter(({ spend }) => spend !== null).map(({ name }) => name)
  for (const [name, spend] of plan.spend) {
    if (!paid.includes(name)) throw new InputError(`The plan names \`${name}\`, which is ${whatIs(name, model, paid)}`)
    if (spend.length !== length) {
      throw new InputError(`The plan has ${spend.length} periods for ${name}; its window has ${length}.`)
    }
    const bad = spend.findIndex((money) => !(money >= 0 && money < Infinity))
    if (bad >= 0) {
      throw new InputError(
        `The plan's spend on ${name} in ${periods[bad]} must be a number of at least 0, not ${spend[bad]}.`,
      )
    }
  }
}

function whatIs(name: string, model: Model, paid: readonly string[]): string {
  const isOrganic = model.channels.some((channel) => channel.name === name)
  if (isOrganic) return 'organic: nobody pays for it, so a plan has no spend for it.'
  return `no paid channel of the model (${paid.join(', ')}).${didYouMean(name, paid)}`
}
