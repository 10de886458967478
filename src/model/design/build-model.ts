import { InputError } from '../../check/errors.js'
import type { Dataset } from '../../data/table/dataset.js'
import type { Spec } from '../spec/spec.js'
import { baselineColumns } from './baseline-columns.js'
import { buildChannel } from './build-channel.js'
import { controlColumns, FrozenNumbers, scaleOf, treatmentColumns, type ControlInput } from './control-columns.js'
import { drawLayout } from './draw-layout.js'
import { eventColumns } from './event-columns.js'
import { yearPeriods } from './horizon.js'
import type { Model, ModelChannel } from './model.js'
import { rowStartDays } from './row-days.js'

/**
 * Joins a spec to its data.
 *
 * @param frozen references, means, scales and levels of an earlier fit, which a refit keeps; computed where absent.
 * @throws InputError if a share prior has no meaning (mean KPI at or below zero, or small against its spread), a channel has no media, or a
 * prior of a linear coefficient isn't normal.
 * @example buildModel(parseSpec(text, { file }), dataset).channels.map((channel) => channel.name)
 */
export function buildModel(
  spec: Spec,
  dataset: Dataset,
  frozen: Readonly<Record<string, number>> | null = null,
): Model {
  const numbers = new FrozenNumbers(frozen)
  const periods = dataset.windowEnd - dataset.windowStart
  const horizon = yearPeriods(spec.data.period)
  const kpi = windowOf(dataset, spec.kpi.column)
  const kpiScale = numbers.keep('kpi.scale', () => scaleOf(spec.kpi.scale, kpi, periods))
  requireMeaningfulShare(spec, kpi)
  const channels = spec.channels.map((channel) => buildChannel(channel, dataset, numbers))
  requireDistinctMedia(channels)
  const startDays = rowStartDays(dataset, horizon)
  const input: ControlInput = { spec, dataset, periods, horizon, frozen: numbers }
  const linear = [
    ...baselineColumns({ spec, dataset, periods, startDays }),
    ...treatmentColumns(input),
    ...controlColumns(input),
    ...eventColumns(input, startDays),
  ]
  return {
    spec,
    dataset,
    periods,
    history: dataset.windowStart,
    horizon,
    kpi,
    kpiScale,
    value: moneySeries(dataset, spec.kpi.value, periods),
    margin: spec.kpi.value === null ? null : moneySeries(dataset, spec.kpi.margin, periods),
    channels,
    linear,
    layout: drawLayout(spec, channels, linear),
    frozen: numbers.values,
  }
}

function windowOf(dataset: Dataset, column: string): Float64Array {
  const values = dataset.columns.get(column)
  if (values === undefined) throw new InputError(`Column ${column} was not read.`)
  return values.slice(dataset.windowStart, dataset.windowEnd)
}

function moneySeries(dataset: Dataset, source: number | string | null, periods: number): Float64Array | null {
  if (source === null) return null
  return typeof source === 'number' ? new Float64Array(periods).fill(source) : windowOf(dataset, source)
}

/** A share of the outcome has a meaning only where the KPI is well above zero. */
function requireMeaningfulShare(spec: Spec, kpi: Float64Array): void {
  const onShare = spec.channels.some(({ effect }) => effect.on === 'default' || effect.on === 'share')
  if (!onShare || spec.fit.method === 'ols') return
  let sum = 0
  for (const value of kpi) sum += value
  const mean = sum / kpi.length
  let square = 0
  for (const value of kpi) square += (value - mean) * (value - mean)
  const sd = Math.sqrt(square / kpi.length)
  if (mean > 0.5 * sd) return
  throw new InputError(
    `\`kpi.column\` ${spec.kpi.column} has a mean of ${mean} and a standard deviation of ${sd}: a channel's share of it has no meaning; give every channel \`prior: { coefficient: … }\` and set \`kpi.scale\`.`,
  )
}

function requireDistinctMedia(channels: readonly ModelChannel[]): void {
  channels.forEach((channel, i) => {
    const twin = channels.slice(0, i).find((other) => sameShape(other.media, channel.media))
    if (twin === undefined) return
    throw new InputError(
      `\`channels.${channel.name}\` has the same media as \`channels.${twin.name}\` in every period (up to a factor); no data can tell them apart: merge them or take one out.`,
    )
  })
}

function sameShape(a: Float64Array, b: Float64Array): boolean {
  const at = a.findIndex((value) => value > 0)
  if (at < 0 || !(b[at] > 0)) return false
  const factor = b[at] / a[at]
  return a.every((value, t) => Math.abs(value * factor - b[t]) <= 1e-9 * Math.abs(b[t]))
}
