import { InputError } from '../../src/check/errors.js'
import type { Draws } from '../../src/fit/fit.js'
import type { Model } from '../../src/model/design/model.js'
import { pinkham } from './lydia-pinkham.js'
import { smallModel } from './small-model.js'

/** The Lydia Pinkham series with one straight channel; `extra` is further YAML, `channel` the channel's other keys. */
export function pinkhamModel(
  extra: string,
  channel = 'adstock: none, saturation: none, scale: none, sign: free',
): Model {
  const yaml = `kpi: { column: Sales, kind: revenue }
channels:
  advertising: { spend: Advertising, ${channel} }
baseline: { trend: none }
fit: { method: ols }
${extra}`
  return smallModel(yaml, {
    period: 'year',
    columns: { Sales: [...pinkham.sales], Advertising: [...pinkham.advertising] },
  })
}

/** Two straight channels, tv and radio, by the week. */
export function twoChannelModel(columns: Readonly<Record<string, readonly number[]>>, extra = ''): Model {
  const yaml = `kpi: { column: sales, kind: revenue }
channels:
  tv: { spend: tv, adstock: none, saturation: none, scale: none }
  radio: { spend: radio, adstock: none, saturation: none, scale: none }
baseline: { trend: none, seasonality: { yearly: 0 } }
noise: normal
fit: { method: ols }
${extra}`
  return smallModel(yaml, { columns })
}

/** The draws of one parameter. */
export function drawsOf({ draws: { names, count, values } }: { readonly draws: Draws }, name: string): Float64Array {
  const place = names.indexOf(name)
  if (place < 0) throw new Error(`no parameter ${name}`)
  return Float64Array.from({ length: count }, (_, d) => values[d * names.length + place])
}

/** The message of the InputError that `run` throws. */
export function inputErrorOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  throw new Error('nothing was thrown')
}
