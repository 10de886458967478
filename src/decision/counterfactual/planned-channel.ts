import type { Model, ModelChannel } from '../../model/design/model.js'
import type { Window } from './outcome.js'
import { costPerUnit } from './cost-per-unit.js'

/** Money on one channel in every period of a window. */
export interface ChannelPlan {
  readonly window: Window
  readonly spend: Float64Array
}

/**
 * A paid channel with a plan's spend in a window, and the media that it buys; periods in which the spend is today's keep their media bit for bit.
 *
 * Media scale with spend in periods that had spend; where a plan spends and history did not, media = spend / the channel's cost per unit; media
 * in periods without spend stay.
 */
export function plannedChannel(model: Model, channel: ModelChannel, { window, spend }: ChannelPlan): ModelChannel {
  const media = channel.media.slice()
  const costs = (channel.spend as Float64Array).slice()
  const unbought = new Float64Array(media.length)
  for (let i = 0; i < spend.length; i++) {
    const t = model.history + window.from + i
    const today = costs[t]
    costs[t] = spend[i]
    if (spend[i] === today) continue
    if (today > 0) media[t] *= spend[i] / today
    else {
      unbought[t] = media[t]
      media[t] += spend[i] / costPerUnit(model, channel, { window, row: t })
    }
  }
  return { ...channel, media, spend: costs, unbought }
}
