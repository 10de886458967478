import type { ChannelResponse } from '../counterfactual/response.js'
import type { PlanSetting } from '../plan/plan-setting.js'
import type { NoSpend, PlanRequest } from './plan-request.js'
import { InputError } from '../../check/errors.js'
import { channelResponse } from '../counterfactual/response.js'
import { plannedOutcome } from '../plan/planned-outcome.js'

/** A paid channel of the window: what it spends at multiple 1, period by period, and what multiples of that bring. */
export interface PatternChannel {
  readonly name: string
  readonly role: 'demand-capture' | null
  /** Place among the model's channels. */
  readonly place: number
  /** Money over the window under today's plan. */
  readonly today: number
  /** Money by period at multiple 1, today's total where there is one. */
  readonly path: Float64Array
  readonly response: ChannelResponse
}

/**
 * The paid channels that a plan can scale, each along its pattern: today's, or the shape of stated weights at today's money, without the
 * periods in which it must not spend. Channels without money along the pattern are left out: a plan spends nothing on them.
 *
 * @throws InputError if weights or pauses name an unknown channel.
 */
export function patternChannels(
  setting: PlanSetting,
  { pattern = 'history', noSpend = [] }: Pick<PlanRequest, 'pattern' | 'noSpend'>,
): PatternChannel[] {
  const { outcome, window, today } = setting
  const weights = typeof pattern === 'string' ? null : pattern
  for (const name of [...(weights?.keys() ?? []), ...noSpend.map(({ channel }) => channel)]) {
    if (!today.spend.has(name)) {
      throw new InputError(
        `The plan names \`${name}\`, which is no paid channel (${[...today.spend.keys()].join(', ')}).`,
      )
    }
  }
  const paths = new Map(
    Array.from(today.spend, ([name, history]) => [
      name,
      pathOf({ name, history, weights: weights?.get(name) ?? null, pauses: noSpend }),
    ]),
  )
  const along = plannedOutcome(setting, { window, spend: paths })
  return outcome.model.channels.flatMap((channel, place): PatternChannel[] => {
    const path = paths.get(channel.name)
    if (path === undefined || !(total(path) > 0)) return []
    return [
      {
        name: channel.name,
        role: channel.spec.role,
        place,
        today: total(today.spend.get(channel.name)!),
        path,
        response: channelResponse(along, place, window),
      },
    ]
  })
}

interface PathInput {
  readonly name: string
  readonly history: Float64Array
  readonly weights: Float64Array | null
  readonly pauses: readonly NoSpend[]
}

/** Money by period at multiple 1. Today's plan itself where nothing changes it. */
function pathOf({ name, history, weights, pauses }: PathInput): Float64Array {
  const money = total(history)
  const own = pauses.filter(({ channel }) => channel === name)
  if (weights === null && own.length === 0) return history
  const shape = (weights ?? history).slice()
  for (const { from, to } of own) shape.fill(0, from, to)
  const sum = total(shape)
  return money > 0 && sum > 0 ? shape.map((weight) => (weight / sum) * money) : shape
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
