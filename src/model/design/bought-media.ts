import type { Model, ModelChannel } from './model.js'

/** Scaled media by row (history and window): bought in some periods of the window, and all the rest. */
export interface BoughtMedia {
  readonly bought: Float64Array
  readonly rest: Float64Array
  /** Money over those periods. */
  readonly spend: number
}

/**
 * Parts a channel's media into what was bought in window periods `from` to `to - 1` and everything else: history, other periods, and periods
 * with media but without spend, which no plan changes.
 */
export function boughtMedia(
  { history, periods }: Pick<Model, 'history' | 'periods'>,
  channel: Pick<ModelChannel, 'media' | 'spend' | 'unbought'>,
  { from, to }: { readonly from: number; readonly to: number },
): BoughtMedia {
  const bought = new Float64Array(history + periods)
  const rest = channel.media.slice()
  let spend = 0
  for (let t = history + from; t < history + to; t++) {
    const cost = channel.spend === null ? 0 : channel.spend[t]
    if (cost <= 0) continue
    spend += cost
    const free = channel.unbought === undefined ? 0 : channel.unbought[t]
    bought[t] = channel.media[t] - free
    rest[t] = free
  }
  return { bought, rest, spend }
}
