import type { Window } from './outcome.js'
import type { Model, ModelChannel } from '../../model/design/model.js'
import { InputError } from '../../check/errors.js'
import { lastYear } from '../../model/design/horizon.js'

/**
 * Money per scaled unit of media where a plan spends and today does not: the mean over the window's periods of the same kind (observed, or
 * after the last row) that have spend; where there are none, over the last observed year, then over all of it.
 *
 * @param place.row row of the model, history included, that media are bought in.
 * @throws InputError if the channel never spent anything.
 */
export function costPerUnit(
  model: Model,
  channel: Pick<ModelChannel, 'name' | 'media' | 'spend' | 'unbought'>,
  { window, row }: { readonly window: Window; readonly row: number },
): number {
  const observed = model.periods - (model.ahead ?? 0)
  const isAhead = row - model.history >= observed
  const own = isAhead
    ? { from: Math.max(observed, window.from), to: window.to }
    : { from: window.from, to: Math.min(observed, window.to) }
  for (const span of [own, lastYear(model), { from: -model.history, to: observed }]) {
    const cost = meanCost(model, channel, span)
    if (cost !== null) return cost
  }
  throw new InputError(
    `${channel.name} has no period with spend, so nobody knows what its media cost: a plan can't spend on it.`,
  )
}

/** Money per scaled unit over the periods of a window that had spend; null where there are none. */
export function meanCost(
  { history }: Pick<Model, 'history'>,
  { media, spend }: Pick<ModelChannel, 'media' | 'spend'>,
  { from, to }: Window,
): number | null {
  let cost = 0
  let units = 0
  for (let t = history + from; t < history + to; t++) {
    const money = spend === null ? 0 : spend[t]
    if (!(money > 0)) continue
    cost += money
    units += media[t]
  }
  return units > 0 ? cost / units : null
}
