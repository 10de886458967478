import { buildModel } from '../../model/design/build-model.js'
import type { Model } from '../../model/design/model.js'
import type { ChannelSpec } from '../../model/spec/spec.js'
import type { PlaceboOrder } from './placebo-media.js'

/**
 * The same model with one more channel, its last: a copy of an existing one, transforms and priors included, whose spend and media in the fit
 * window are in another order. What came before the window stays.
 *
 * @param channel place of the copied channel.
 * @example placeboModel(model, 0, shiftedOrder(media)).channels.at(-1).name  // 'tv (placebo)'
 */
export function placeboModel({ spec, dataset, frozen }: Model, channel: number, { from }: PlaceboOrder): Model {
  const own = spec.channels[channel]
  const columns = new Map(dataset.columns)
  const reordered = (column: string): string => {
    const values = Float64Array.from(dataset.columns.get(column) as Float64Array)
    const window = values.slice(dataset.windowStart, dataset.windowEnd)
    from.forEach((source, t) => (values[dataset.windowStart + t] = window[source]))
    const name = unused([...dataset.columns.keys()], column)
    columns.set(name, values)
    return name
  }
  const placebo: ChannelSpec = {
    ...own,
    name: unused(
      spec.channels.map(({ name }) => name),
      own.name,
    ),
    spend: own.spend === null ? null : reordered(own.spend),
    media: reordered(own.media),
  }
  return buildModel({ ...spec, channels: [...spec.channels, placebo] }, { ...dataset, columns }, frozen)
}

function unused(names: readonly string[], name: string): string {
  const placebo = `${name} (placebo)`
  return names.includes(placebo) ? unused(names, placebo) : placebo
}
