import { InputError } from '../../check/errors.js'
import type { Dataset } from '../../data/table/dataset.js'
import { exp } from '../../numeric/special/exp-log.js'
import { priorQuantile } from '../prior/prior-quantile.js'
import type { ChannelSpec } from '../spec/spec.js'
import { adstockOf } from '../transform/adstocks.js'
import { saturationOf } from '../transform/saturations.js'
import type { Adstock } from '../transform/transform.js'
import { scaleOf, type FrozenNumbers } from './control-columns.js'
import type { ModelChannel } from './model.js'

const LN2 = 0.6931471805599453

/** Periods whose mean stands for the level of media before the first row. */
const STEADY_PERIODS = 13

/** Joins one channel of a spec to its data: scale, level and what media were before the first row. */
export function buildChannel(channel: ChannelSpec, dataset: Dataset, frozen: FrozenNumbers): ModelChannel {
  const history = dataset.windowStart
  const raw = mediaColumn(channel, dataset)
  const adstock = adstockOf(channel.adstock.kind)
  const length = channel.adstock.length ?? (channel.adstock.kind === 'none' ? 1 : Infinity)
  const path = `channels.${channel.name}`
  const beforeRule = ruleBefore(channel, raw, history)
  const before = frozen.keep(`${path}.before`, () => levelBefore(beforeRule, raw))
  const active = frozen.keep(`${path}.active`, () =>
    meanActiveLevel(channel, adstock, { raw, before, history, length }),
  )
  if (!(active > 0)) {
    throw new InputError(
      `\`${path}\`: media column ${channel.media} has no period above 0 in the fit window; take the channel out.`,
    )
  }
  const scale = frozen.keep(`${path}.scale`, () =>
    channel.scale === null ? active : scaleOf(channel.scale, raw.subarray(history), raw.length - history),
  )
  const spend =
    channel.spend === null ? null : (dataset.columns.get(channel.spend) as Float64Array).slice(0, dataset.windowEnd)
  return {
    name: channel.name,
    spec: channel,
    adstock,
    saturation: saturationOf(channel.saturation.kind),
    length,
    media: raw.map((value) => value / scale),
    before: before / scale,
    beforeRule,
    scale,
    level: active / scale,
    spend,
  }
}

/** Parameters at the middle of their priors, in the transform's own unit: where the level that scales a channel is measured. */
export function centralAdstockParameters(channel: ChannelSpec, adstock: Adstock): Float64Array {
  const given = channel.adstock.parameters
  return Float64Array.from(adstock.parameters, ({ name }) => {
    const halfLife = name === 'retention' ? given.halfLife : undefined
    const parameter = halfLife ?? given[name]
    if (parameter === undefined) throw new InputError(`\`channels.${channel.name}.adstock\` must state \`${name}\`.`)
    const value = 'fixed' in parameter ? parameter.fixed : priorQuantile(parameter.prior, 0.5)
    return halfLife === undefined ? value : exp(-LN2 / value)
  })
}

function mediaColumn(channel: ChannelSpec, dataset: Dataset): Float64Array {
  const column = dataset.columns.get(channel.media)
  if (column === undefined) throw new InputError(`Column ${channel.media} was not read.`)
  return column.slice(0, dataset.windowEnd)
}

function ruleBefore(channel: ChannelSpec, raw: Float64Array, history: number): ModelChannel['beforeRule'] {
  if (channel.before === 'history' && history === 0) {
    throw new InputError(
      `\`channels.${channel.name}.before: history\` needs rows of media before the first KPI, and the data have none; write \`steady\` or \`zero\`.`,
    )
  }
  if (channel.before !== null) return channel.before
  if (history > 0) return 'history'
  const first = raw.subarray(0, STEADY_PERIODS)
  const active = first.reduce((count, value) => count + (value > 0 ? 1 : 0), 0)
  return active > first.length / 2 ? 'steady' : 'zero'
}

function levelBefore(rule: ModelChannel['beforeRule'], raw: Float64Array): number {
  if (rule !== 'steady') return 0
  const first = raw.subarray(0, STEADY_PERIODS)
  return first.reduce((sum, value) => sum + value, 0) / first.length
}

interface RawMedia {
  readonly raw: Float64Array
  readonly before: number
  readonly history: number
  readonly length: number
}

/** Mean adstocked level, at the middle of the adstock's priors, over the window's periods with media. */
function meanActiveLevel(channel: ChannelSpec, adstock: Adstock, { raw, before, history, length }: RawMedia): number {
  const adstocked = new Float64Array(raw.length)
  adstock.applyInto(raw, before, length, centralAdstockParameters(channel, adstock), adstocked)
  let sum = 0
  let count = 0
  for (let t = history; t < raw.length; t++) {
    if (raw[t] <= 0) continue
    sum += adstocked[t]
    count++
  }
  return count === 0 ? 0 : sum / count
}
